"""What holds of a sentence that takes something back: "5 september, eh 5 oktober" is the second.

Values only, numbers and months: what is said in words is weighed among the options. A value that is
only part of one ("5 september 2025 eh 2026") takes the place of its like.
"""

from __future__ import annotations

import re
from typing import Final

from flows.language.days.time_words import MONTHS
from flows.language.numerals import Numerals
from flows.language.understanding import Folded
from flows.language.wordlist import Part, WordList

PART: Final = Part("ralat_nilai", groups=("tanda", "ujung", "bukan", "tapi", "bagian"))

_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_LAST_OF_MONTH: Final = 31
_NUMBER: Final = re.compile(r"\d[\d.,/-]*\d|\d")
_EDGES: Final = " ,.;:!-"
_NOT: Final = "tidak"
_WRONG: Final = "salah"


class Mending:
    """The words of taking back of one word list."""

    def __init__(self, words: WordList, numerals: Numerals) -> None:
        self._numerals = numerals
        self._spelling = words.spelling
        pause = r"[\s,.;:!-]*"
        sign, last = words.any_of(PART.name, "tanda"), words.any_of(PART.name, "ujung")
        no, but = words.any_of(PART.name, "bukan"), words.any_of(PART.name, "tapi")
        # "Eh bukan 5" takes back what stands before it, "bukan 5" denies the 5.
        not_so = rf"{no}(?:\s+{last})?(?=\s*,)"
        taking = rf"{sign}\b(?:{pause}{no}\b)?|{not_so}"
        self._signs = re.compile(rf"{pause}(?:(?:{taking}){pause})+")
        self._end = re.compile(rf"{pause}{last}\b(?:\W*\w{{1,3}})?\W*$")
        turned = rf"(?:,(?!\d)|\b{but}\b|{sign}\b)"
        self._not = re.compile(rf"{no}\b(?P<wrong>.+?){turned}(?P<right>.+)$")
        self._not_that = re.compile(rf"^(?P<right>.+?)\W*(?!{not_so}){no}\b(?P<wrong>.+)$")
        self._ends_in_sign = re.compile(rf"{sign}\W*$")
        self._ends_right = re.compile(rf"\W*{last}\W*$")
        months = {*MONTHS, *words.table("waktu", "bulan")}
        self._month = re.compile(rf"\b(?:{'|'.join(sorted(months, key=len, reverse=True))})\b")
        pieces = "|".join(map(re.escape, words.ways(PART.name, "bagian")))
        self._value = re.compile(rf"\d|{self._month.pattern}|\b(?:{pieces})\b")
        self._any = re.compile(rf"{sign}\b|{last}\b|{no}\b")

    def read(self, folded: Folded) -> Folded:
        """The text as it holds in the end; itself where nothing of it is taken back."""
        if not self._any.search(folded) or not self._has_value(folded):
            return folded
        text = str(folded)
        ended = self._end.search(text)
        if ended and self._has_value(text[: ended.start()]):
            text = text[: ended.start()]
        return Folded(self._taken_back(self._denied(text)).strip(_EDGES)) or folded

    def _denied(self, text: str) -> str:
        """ "Bukan 8 juta tapi 18 juta", "18 juta, bukan 8 juta"."""
        for pattern in (self._not, self._not_that):
            found = pattern.search(text)
            if found and self._has_value(found["wrong"]) and self._has_value(found["right"]):
                if pattern is self._not_that:
                    # "14 juta deng, bukan 12" says what is right, "14 juta eh bukan 12" does not.
                    right = self._ends_right.sub("", found["right"])
                    return text if self._ends_in_sign.search(right) else right
                return text[: found.start()] + self._instead(found["wrong"], found["right"])
        return text

    def _taken_back(self, text: str) -> str:
        """What is said behind the last sign, where values stand on both sides of it."""
        signs = [found for found in self._signs.finditer(text) if self._is_sign(text, found)]
        if not signs or not self._has_value(text[signs[-1].end() :]):
            return text
        right = text[signs[-1].end() :]
        wrong = text[signs[-2].end() if len(signs) > 1 else 0 : signs[-1].start()]
        if self._has_value(wrong):
            return self._instead(wrong, right)
        # "Data salah 2" and "salah satu" take nothing back, "eh salah, 2" does.
        return text if wrong.strip(_EDGES) or self._is(signs[-1][0], _WRONG) else right

    def _is(self, typed: str, usual: str) -> bool:
        word = typed.strip(_EDGES)
        return self._spelling.get(word, (word,)) == (usual,)

    def _is_sign(self, text: str, found: re.Match[str]) -> bool:
        """ "Kalau tidak salah 5 oktober" takes nothing back."""
        before = text[: found.start()].split()[-1:]
        return not any(self._is(word, _NOT) for word in before)

    def _instead(self, wrong: str, right: str) -> str:
        """The right value with what was said around the wrong one."""
        told, said = self._digits(wrong), self._digits(right)
        for kind in (_YEAR, self._month, _NUMBER):
            if kind.fullmatch(said):
                places = list(kind.finditer(told))
                if not places:
                    break
                # A number that is no day takes the place of the last, "45 eh 75", not of a day.
                late = kind is _NUMBER and said.isdecimal() and int(said) > _LAST_OF_MONTH
                at = places[-1 if late else 0]
                return f"{told[: at.start()]}{said}{told[at.end() :]}"
        first = self._value.search(told)
        before = told[: first.start()].split() if first else []
        return " ".join([*before[: -1 if said.split()[:1] == before[-1:] else None], right.strip()])

    def _digits(self, text: str) -> str:
        return str(self._numerals.as_digits(Folded(text.strip(_EDGES))))

    def _has_value(self, text: str) -> bool:
        return bool(self._value.search(self._digits(text)))
