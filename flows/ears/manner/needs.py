"""Who cannot see, hear, move or read well, among other words: each has an answer of their own.

The words are content: ``kebutuhan`` in words.yaml; its groups are the ends of the topics' ids.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from flows.content.named import NEEDS
from flows.language.marks import Marks
from flows.language.normalise import Normaliser
from flows.language.understanding import Folded
from flows.language.wordlist import Part, WordList

PART: Final = Part("kebutuhan", groups=(*NEEDS, *(f"sulit_{need}" for need in NEEDS), "sesudah"))


class Needs:
    """The reader of one word list."""

    def __init__(self, words: WordList, normaliser: Normaliser) -> None:
        self._marks = Marks(words, PART, normaliser)
        self._typed = {need: words.pattern(PART.name, need) for need in NEEDS}
        self._after = frozenset(words.ways(PART.name, "sesudah")) | words.empty

    def of(self, folded: Folded, spelled: Sequence[str]) -> str | None:
        """The need that is told, if one is; "tidak bisa lihat saldo" is none."""
        text = self._marks.read(spelled)
        for need in NEEDS:
            if self._typed[need].search(folded):
                return need
            for _, end in text.spans(f"sulit_{need}"):
                if end == len(spelled) or spelled[end] in self._after:
                    return need
        return None
