"""Words of time in one spelling: "kmrn", "taun", "nopember", "sebulan yg lalu"."""

from __future__ import annotations

import re
from typing import Final

from rapidfuzz import fuzz, process

from flows.language.numerals import Numerals
from flows.language.understanding import Folded
from flows.language.wordlist import Part, WordList

MONTHS: Final = (
    "januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september",
    "oktober", "november", "desember",
)  # fmt: skip
WEEKDAYS: Final = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "ahad")
""" "Minggu" is a week; only "hari minggu" is a day."""

PART: Final = Part(
    "waktu",
    groups=("pengisi", "hari_raya"),
    tables=("bulan", "hari", "ejaan"),
    only={"bulan": MONTHS, "hari": WEEKDAYS},
)
_PARTS: Final = re.compile(r"\d+(?:,\d+)?|[a-z']+|[-/.]|[^\sa-z\d]")
_NUMBERED_MONTH: Final = re.compile(
    r"\bbulan (1[0-2]|[1-9])\b(?! (?:hari|minggu|bulan|tahun|lalu|kemarin|lagi))"
)
_GRAMMAR: Final = frozenset(
    ("tanggal", "bulan", "tahun", "minggu", "kemarin", "pertengahan", "sekarang", "besok", "depan")
)
"""Words of `flows.language.dates` that are no month with a typing mistake."""

_SHORTEST_TYPO: Final = 5
_TYPO: Final = 80


class TimeWords:
    """The words of time of one word list, with everybody's spellings below them."""

    def __init__(self, words: WordList, numerals: Numerals) -> None:
        self._numerals = numerals
        months = {**{name: (name,) for name in MONTHS}, **words.table(PART.name, "bulan")}
        days = {**{name: (name,) for name in WEEKDAYS}, **words.table(PART.name, "hari")}
        self._usual = {
            **words.layered(words.table(PART.name, "ejaan")),
            **{typed: (f"m{MONTHS.index(told[0]) + 1}",) for typed, told in months.items()},
            **{typed: (f"w{WEEKDAYS.index(told[0])}",) for typed, told in days.items()},
        }
        self._long = tuple(name for name in months if len(name) >= _SHORTEST_TYPO)
        self._filler = frozenset(words.ways(PART.name, "pengisi"))
        # Days that move with the year: what is said beside them ("lebaran kemarin") is no day.
        self._feast = words.pattern(PART.name, "hari_raya")

    def canonical(self, folded: Folded) -> str:
        """One spelling for every word of time; months become "m8", weekdays "w0".

        Empty when a feast is named.
        """
        if self._feast.search(folded):
            return ""
        parts = _PARTS.findall(self._numerals.as_digits(folded))
        usual = (word for part in parts for word in self._usual.get(part) or self._near(part))
        words = " ".join(word for word in usual if word not in self._filler)
        return _NUMBERED_MONTH.sub(r"m\1", words.replace("hari minggu", "w6"))

    def _near(self, word: str) -> tuple[str, ...]:
        """The month that a word with a typing mistake may be."""
        if len(word) < _SHORTEST_TYPO or not word.isalpha() or word in _GRAMMAR:
            return (word,)
        near = process.extractOne(word, self._long, scorer=fuzz.ratio, score_cutoff=_TYPO)
        return self._usual[near[0]] if near else (word,)
