"""What somebody wants to know about us: who answers here, and why we ask what we ask.

The words are content: ``tentang_kami`` in words.yaml.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from flows.language.marks import Marks
from flows.language.normalise import Normaliser
from flows.language.wordlist import Part, WordList

PART: Final = Part(
    "tentang_kami", groups=("mesin", "orang", "atau", "siapa", "kita", "mau", "alasan")
)

_MOST: Final = 10
"""Words; who writes more tells a story."""

_FEW: Final = 5
"""Words of a text that asks nothing but who we are."""

_WHO: Final = "siapa"

_BETWEEN: Final = 3
"""Words that may stand between the one and the other."""

_ASKED: Final = "tanya"
"""The usual spelling of whatever is said of being asked."""


class Curious:
    """The reader of one word list."""

    def __init__(self, words: WordList, normaliser: Normaliser) -> None:
        self._marks = Marks(words, PART, normaliser)
        self._empty = words.empty
        self._machines = frozenset(words.ways(PART.name, "mesin"))

    def who(self, spelled: Sequence[str]) -> bool:
        """ "Ini mesin apa orang?", "situ siapa": whether it is asked what answers here."""
        names = _WHO in spelled and len(spelled) <= _FEW
        if len(spelled) > _MOST or not (names or not self._machines.isdisjoint(spelled)):
            return False
        text = self._marks.read(spelled)
        if names and text.has("kita") and not text.left(self._empty, "siapa", "kita"):
            return True
        if text.has("mau"):
            return False
        one, other = text.spans("mesin"), text.spans("orang")
        pairs = [(a, b) for a in one for b in other if abs(a[0] - b[0]) <= _BETWEEN]
        return any(
            min(a[0], b[0]) < at < max(a[0], b[0]) for a, b in pairs for at, _ in text.spans("atau")
        )

    def why(self, spelled: Sequence[str]) -> bool:
        """ "Buat apa nanya umur?": whether it is asked what a question is for."""
        if _ASKED not in spelled or len(spelled) > _MOST:
            return False
        return self._marks.read(spelled).has("alasan")
