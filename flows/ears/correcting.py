"""Taking back what was said: "eh salah, maret", "maksud saya di-PHK", "ganti jawaban"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from flows.language import choices
from flows.language.understanding import Folded
from flows.language.wordlist import Part, WordList

PART: Final = Part("ralat", groups=("tanda", "jawaban", "sisa"))

_HEAD: Final = 25
"""Characters in which the first sign has to begin; what comes later is a story."""

_EDGES: Final = " .,;:!-"
_WORDS: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Correction:
    """`instead`: what is said to be right; empty when only something is said to be wrong."""

    instead: Folded


class Corrections:
    """Finds corrections with the words of one word list.

    `tanda` are signs that what follows corrects an answer, `jawaban` ways of saying that an answer
    is to be changed, with nothing else but what is in `sisa`.
    """

    def __init__(self, words: WordList) -> None:
        self._sign = words.pattern(PART.name, "tanda")
        self._alone = words.pattern(PART.name, "jawaban")
        filler = words.ways(choices.PART.name, "pengisi")
        self._filler = words.empty | frozenset((*filler, *words.ways(PART.name, "sisa")))

    def read(self, folded: Folded) -> Correction | None:
        """The correction a text is; None when it is none."""
        alone = self._alone.search(folded)
        if alone is not None and not self._said(folded[alone.end() :]):
            return Correction(Folded(""))
        signs = list(self._sign.finditer(folded))
        if not signs or signs[0].start() > _HEAD:
            return None
        return Correction(self._said(folded[signs[-1].end() :]))

    def _said(self, rest: str) -> Folded:
        """The rest of a text; empty when it says nothing ("tadi bu")."""
        told = [word for word in _WORDS.findall(rest) if word not in self._filler]
        return Folded(rest.strip(_EDGES) if told else "")
