"""Taking back what was said: "eh salah, maret", "maksud saya di-PHK", "ganti jawaban"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from flows.language.understanding import Folded
from flows.language.wordlist import Part, WordList

PART: Final = Part("ralat", groups=("tanda", "jawaban"))

_HEAD: Final = 25
"""Characters in which the first sign has to begin; what comes later is a story."""

_EDGES: Final = " .,;:!-"


@dataclass(frozen=True, slots=True)
class Correction:
    """`instead`: what is said to be right; empty when only something is said to be wrong."""

    instead: Folded


class Corrections:
    """Finds corrections with the words of one word list.

    `tanda` are signs that what follows corrects an answer, `jawaban` ways of saying that an answer
    is to be changed, with nothing else.
    """

    def __init__(self, words: WordList) -> None:
        self._sign = words.pattern(PART.name, "tanda")
        self._alone = words.pattern(PART.name, "jawaban")

    def read(self, folded: Folded) -> Correction | None:
        """The correction a text is; None when it is none."""
        alone = self._alone.search(folded)
        if alone is not None and not folded[alone.end() :].strip(_EDGES):
            return Correction(Folded(""))
        signs = list(self._sign.finditer(folded))
        if not signs or signs[0].start() > _HEAD:
            return None
        return Correction(Folded(re.sub(r"\s+", " ", folded[signs[-1].end() :].strip(_EDGES))))
