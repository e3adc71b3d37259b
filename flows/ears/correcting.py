"""Taking back what was said: "eh salah, maret", "maksud saya di-PHK", "ganti jawaban"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from flows.language import choices
from flows.language.understanding import Folded
from flows.language.wordlist import Part, WordList

PART: Final = Part(
    "ralat",
    groups=(
        "tanda",
        "tanda_awal",
        "tanda_lemah",
        "jawaban",
        "sisa",
        "ditimpa",
        "tanda_urung",
        "tanda_teringat",
    ),
)

_HEAD: Final = 45
"""Characters in which the first sign has to begin; what comes later is a story."""

_LAST: Final = ","

_EDGES: Final = " .,;:!-"
_WORDS: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Correction:
    """`instead`: what is said to be right; empty when only something is said to be wrong.

    `surely`: something was wrong. "Ternyata" and "sebenarnya" may as well begin a story. `named`:
    what is wrong is said first ("nik salah ketik"), so it may be a thing and no answer.
    """

    instead: Folded
    surely: bool = True
    named: bool = False


class Corrections:
    """Finds corrections with the words of one word list.

    `tanda` are signs that what follows corrects an answer, `tanda_lemah` that it may; `jawaban`
    ways of saying that an answer is to be changed, with nothing else but what is in `sisa`.
    """

    def __init__(self, words: WordList) -> None:
        opening = rf"^{words.any_of(PART.name, 'tanda_awal')}(?=\s*[,!])"
        sure, weak = (words.any_of(PART.name, group) for group in ("tanda", "tanda_lemah"))
        # "Maaf salah pencet, ...": what was done wrongly belongs to the sign.
        sure = rf"{sure}(?: {words.any_of(PART.name, 'ditimpa')})?"
        self._sure = re.compile(rf"(?:{opening}|\b{sure}\b)")
        self._sign = re.compile(rf"(?:{opening}|\b(?:{sure}|{weak})\b)")
        self._called_off = words.pattern(PART.name, "tanda_urung")
        self._recalled = re.compile(rf"{words.any_of(PART.name, 'tanda_teringat')}\b")
        self._alone = words.pattern(PART.name, "jawaban")
        filler = words.ways(choices.PART.name, "pengisi")
        self._idle = re.compile(rf"(?:{words.any_of(PART.name, 'sisa')}\b\W*)+")
        self._filler = words.empty | frozenset((*filler, *words.ways(PART.name, "sisa")))
        self._usual = words.spelling

    def read(self, folded: Folded) -> Correction | None:
        """The correction a text is; None when it is none."""
        alone = self._alone.search(folded)
        if alone is not None and not self._said(folded[alone.end() :]):
            return Correction(Folded(""), named=bool(self._said(folded[: alone.start()])))
        signs = list(self._sign.finditer(folded))
        if not signs or signs[0].start() > _HEAD:
            return None
        surely = bool(self._sure.search(folded))
        before = folded[: signs[0].start()]
        named = bool(self._said(before))
        ends = [*(sign.start() for sign in signs[1:]), len(folded)]
        said = [self._said(folded[sign.end() : end]) for sign, end in zip(signs, ends, strict=True)]
        # "Eh, 7 tahun ternyata": what is right may stand between two signs.
        instead = next((each for each in reversed(said) if each), Folded(""))
        if named and len(signs) == 1 and self._called_off.fullmatch(signs[0][0]):
            # "Untuk pensiun aja, gak jadi rumah": what is called off stands behind the sign.
            return Correction(self._said(before), surely)
        if not instead and named and _LAST in before:
            # "Kok 12, 21 maksudku": what is right stands before the sign.
            return Correction(self._said(before.rpartition(_LAST)[2]), surely)
        return Correction(instead, surely, named)

    def recalls(self, folded: Folded) -> bool:
        """Whether it begins as what comes to mind later, and may be so of a day: "tapi di surat
        tertulis ..."."""
        return bool(self._recalled.match(folded))

    def _said(self, rest: str) -> Folded:
        """The rest of a text; empty when it says nothing ("tadi bu")."""
        told = (word for word in _WORDS.findall(rest) if word not in self._filler)
        if all(self._filler.issuperset(self._usual.get(word, (word,))) for word in told):
            return Folded("")
        # "Eh tadi tanggalnya 15 mei": when it was said is not what is said.
        rest = rest.strip(_EDGES)
        idle = self._idle.match(rest)
        return Folded(rest[idle.end() :] if idle else rest)
