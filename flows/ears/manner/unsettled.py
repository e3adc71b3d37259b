"""What keeps a text from telling how things are: they are only wished, planned or said by others,
it is an "ok" to what was read, or another thing than the one asked for is told of.

The words are content: ``belum_fakta`` in words.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from flows.language.marks import Marks
from flows.language.normalise import Normaliser
from flows.language.understanding import Folded
from flows.language.wordlist import Part, WordList

PART: Final = Part(
    "belum_fakta",
    groups=(
        "harapan", "rencana", "kabar", "benda", "lama_lain", "uang_lain", "belum_jadi",
        "milik_lain", "umpama", "sanggup", "seruan",
    ),
)  # fmt: skip

WISHED, PLANNED, TOLD = "harapan", "rencana", "kabar"
THING, LASTING, MONEY = "benda", "lama_lain", "uang_lain"
UNDER_WAY, OF_OTHERS, SUPPOSED = "belum_jadi", "milik_lain", "umpama"
WILLING: Final = "sanggup"


class Unsettled:
    """The reader of one word list."""

    def __init__(self, words: WordList, normaliser: Normaliser) -> None:
        self._marks = Marks(words, PART, normaliser)
        self._empty = words.empty
        self._cries = re.compile(rf"{words.any_of(PART.name, 'seruan')}\b(?: ya\b)?")

    def said(self, spelled: Sequence[str], groups: Sequence[str]) -> list[str]:
        """The words of these groups that are said, in their usual spelling."""
        text = self._marks.read(spelled)
        return [" ".join(spelled[start:end]) for start, end in text.spans(*groups)]

    def only_willing(self, spelled: Sequence[str]) -> bool:
        """Whether "ok" or "siap" is all that is said: heard, but no yes to what is asked."""
        text = self._marks.read(spelled)
        return text.has(WILLING) and not text.left(self._empty, WILLING)

    def without_cries(self, folded: Folded) -> Folded:
        """The same without "ya ampun" and "ya begitulah", whose "ya" agrees to nothing."""
        bare = self._cries.sub(" ", folded)
        return Folded(" ".join(bare.split())) if bare != folded else folded
