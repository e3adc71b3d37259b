"""What somebody counts: how long, since when, how old, how many, which share of it.

"12 tahun", "belum 10 th", "10 tahun kurang dikit", "dari 2010", "umur 5 sm 8", "cuma 1", "30%".
What is said vaguely is the span it can mean. Which option that is: `measured`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from flows.language.counts.coming import AHEAD, THIS_MONTH, Coming
from flows.language.counts.measure import (
    BOUNDS,
    CALENDAR,
    OTHER,
    SHARE,
    SHORT,
    THINGS,
    TIMES,
    WORKDAYS,
    Measure,
)
from flows.language.counts.ranges import DAYS
from flows.language.counts.related import TOPICS, Placed, related
from flows.language.numerals import Numerals
from flows.language.understanding import Folded
from flows.language.wordlist import Part, WordList

PART: Final = Part(
    "ukuran",
    groups=(
        *BOUNDS,
        "kira_kira",
        "terjauh",
        "sejak",
        "umur",
        "lahir",
        "lalu",
        "lagi",
        "benda",
        "lain",
        *TOPICS,
        "di_belakang",
        "pengisi",
        "tiap",
        "lawan",
        AHEAD,
        THIS_MONTH,
    ),
)

_PIECES: Final = re.compile(r"\d+(?:[.,]\d+)?|[a-z]+|[-/%+]")
_TWICE: Final = re.compile(r"\b([a-z]{3,})2\b")
""" "Pindah2 pt" is "pindah-pindah", no two of them."""

_NUMBER: Final = re.compile(r"\d+(?:,\d+)?")
_YEARS: Final = range(1940, 2101)
_CENTURY: Final = range(40, 100)
_TO: Final = frozenset({"-", "/", "hingga", "atau"})
_DENIED: Final = frozenset({"tidak", "bukan", "jangan"})
_ONCE: Final = re.compile(
    r"(?:(?<=pernah )|(?<=baru )|(?<=cuma )|(?<=udah )|(?<=sdh )|^)sekali\b(?! pun)"
)
""" "Pernah sekali" is once, "lama sekali" is not, nor "sekali pun belum"."""

_DASHED: Final = re.compile(r"(\d) - (?=an\b)")
_TOLD: Final = frozenset({"<berhenti", "<bekerja"})
""" "Kerja 12": what a bare number counts is not known beside these."""

_FURTHEST: Final = "<terjauh"
_ABOUT: Final = ("<kira_kira", "<kira_kira>")
_UNITS: Final = {
    **{unit: unit for unit in (*DAYS, *SHORT)}, SHARE: SHARE, "%": SHARE, TIMES: TIMES, "x": TIMES
}  # fmt: skip

_TEN: Final = 10
"""Of "20-an" to "90-an" the ten years that follow."""

_OR_SO: Final = "an"
_ITS: Final = "nya"
_TENS: Final = {"belasan": ("11", "-", "19"), "puluhan": ("20", "-", "99")}
_NEAR: Final = 3
"""So many words before a number may belong to it."""


class Quantities:
    """The words of measuring of one word list."""

    def __init__(self, words: WordList, numerals: Numerals) -> None:
        self._numerals = numerals
        self._spelling = words.spelling
        beside = (*words.ways(PART.name, "pengisi"), *words.raw.get("setuju", ()))
        filler = words.ways("jawaban", "pengisi")
        known = {*words.empty, *words.times, *words.usual(beside), *words.usual(filler)}
        self._light = frozenset(known) - {*_UNITS, *_TO, *_DENIED, _OR_SO}
        self._marks: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._each = words.pattern(PART.name, "tiap")
        self._against = words.pattern(PART.name, "lawan")
        self._coming = Coming(words, PART.name)
        behind = set(words.ways(PART.name, "di_belakang"))
        for group in PART.groups[:-6]:
            for way in words.ways(PART.name, group):
                parts = tuple(words.usual(way.split()))
                mark = f"<{group}>" if way in behind else f"<{group}"
                self._marks.setdefault(parts[0], []).append((parts, mark))
        for marks in self._marks.values():
            marks.sort(key=lambda mark: -len(mark[0]))

    def tells_each(self, folded: Folded) -> bool:
        """Whether a number is told of each of several: "masing-masing 6 tahun"."""
        return bool(self._each.search(folded))

    def contrasts(self, folded: Folded) -> bool:
        """Whether of two numbers one is and one should be: "cuma 1, padahal dulu 2"."""
        return bool(self._against.search(folded))

    def read(self, folded: Folded) -> tuple[Measure, ...]:
        """Every number in a text, as it was said."""
        pieces = _PIECES.findall(_TWICE.sub(r"\1", folded))
        typed = _ONCE.sub(rf"1 {TIMES}", _DASHED.sub(r"\1 ", " ".join(pieces)))
        digits = self._numerals.as_digits(Folded(typed)).split()
        if not any(piece[0].isdigit() or piece in _TENS for piece in digits):
            return ()
        measures = tuple(_Said(tuple(self._marked(digits))).measures())
        return self._coming.among(measures, " ".join(digits))

    def _marked(self, digits: Sequence[str]) -> Iterator[str]:
        """Words as marks ("<lebih>"), units and digits; what tells nothing is left out."""
        words = [part for word in digits for part in self._spelled(word)]
        at = 0
        while at < len(words):
            for parts, mark in self._marks.get(words[at], ()):
                if tuple(words[at : at + len(parts)]) == parts:
                    yield mark
                    at += len(parts)
                    break
            else:
                if words[at] not in self._light:
                    yield words[at]
                at += 1

    def _spelled(self, word: str) -> Sequence[str]:
        if word[0].isdigit():
            return (word.replace(".", ","),)
        if word.endswith(_OR_SO):
            unit = self._spelling.get(word[:-2], (word[:-2],))
            if unit[0] in DAYS:
                return (_OR_SO, unit[0])
        usual = _TENS.get(word) or self._spelling.get(word)
        # "Kayaknya" is a mark as it stands, "totalnya" is "total".
        bare = word.endswith(_ITS) and word != _ITS and word not in self._marks
        if usual is None and bare:
            usual = self._spelling.get(word[:-3], (word[:-3],))
        return usual or (word,)


class _Said:
    """One text of marks, units, digits and other words, read from left to right."""

    def __init__(self, words: tuple[str, ...]) -> None:
        self._words = words
        self._at = 0

    def measures(self) -> Iterator[Measure]:
        """Its numbers in order."""
        found: list[Placed] = []
        aged = others = False
        while self._at < len(self._words):
            word = self._words[self._at]
            if _NUMBER.fullmatch(word):
                start = self._at
                found.append(Placed(replace(self._measure(), aged=aged), start, self._at))
                continue
            aged = aged or word.strip("<>") == "umur"
            others = others or word in _TOLD or not (word[0] == "<" or word in {*_UNITS, *_TO})
            self._at += 1
        for measure in related(found, self._words):
            yield replace(measure, apart=not others)

    def _measure(self) -> Measure:
        first = self._at
        low = self._number()
        high = self._other_end() or low
        decade = self._word() == _OR_SO and low >= 2 * _TEN and low % _TEN == 0
        about = self._skipped(_OR_SO, *_ABOUT) and not decade
        if decade:
            high = low + _TEN - 1
        low, high, unit = self._with_unit(first, low, high)
        about = self._skipped(_OR_SO, *_ABOUT) or about
        near = _since_number(self._words[max(0, first - _NEAR) : first])
        bound = self._bound_behind() or _bound_before(near, unit)
        marks = {word.strip("<>") for word in near if word[0] == "<"}
        return Measure(
            unit,
            min(low, high),
            max(low, high),
            bound=bound,
            about=about or "kira_kira" in marks,
            born="lahir" in marks,
            since="sejak" in marks,
            to_go=self._word() == "<lagi",
            past=self._skipped("<lalu", "<lalu>", "<lagi"),
            denied=_denied(near) or (not bound and "<kurang" in near),
        )

    def _word(self, ahead: int = 0) -> str:
        at = self._at + ahead
        return self._words[at] if at < len(self._words) else ""

    def _number(self) -> float:
        self._at += 1
        return float(self._words[self._at - 1].replace(",", "."))

    def _skipped(self, *words: str) -> bool:
        """Whether one of these comes next; it is passed then."""
        found = self._word() in words
        self._at += found
        return found

    def _other_end(self) -> float | None:
        """The other end of "2-3", "5 sampai 8", "2 atau 3"."""
        if self._word() not in _TO or not _NUMBER.fullmatch(self._word(1)):
            return None
        self._at += 1
        return self._number()

    def _with_unit(self, first: int, low: float, high: float) -> tuple[float, float, str]:
        before = self._words[first - 1] if first else ""
        if (
            before.strip("<>") in {"tahun", "lahir"}
            and low in _CENTURY
            and self._word() not in DAYS
        ):
            low, high = low + 1900, high + 1900
        if low in _YEARS and high in _YEARS and self._word() not in _UNITS:
            return low, high, CALENDAR
        if self._word().strip("<>") in BOUNDS and self._word(1) in DAYS:  # "10 lebih tahun"
            self._at += 1
        named = self._word()
        if named in _UNITS:
            self._at += 1
            if named == "hari" and self._skipped("kerja", "<bekerja"):
                return low, high, WORKDAYS
            return (*self._with_more(low, high, _UNITS[named]), _UNITS[named])
        if self._skipped(f"<{THINGS}", f"<{THINGS}>"):
            return low, high, THINGS
        # "Bulan 3" is no number of months, "15 juta" no number of cards.
        other = self._skipped(f"<{OTHER}", f"<{OTHER}>") or before in DAYS
        return low, high, OTHER if other else ""

    def _with_more(self, low: float, high: float, unit: str) -> tuple[float, float]:
        """ "5 tahun 6 bulan", in the larger unit."""
        if unit not in DAYS or not _NUMBER.fullmatch(self._word()):
            return low, high
        if DAYS.get(self._word(1), DAYS[unit]) >= DAYS[unit]:
            return low, high
        more = self._number() * DAYS[self._word()] / DAYS[unit]
        self._at += 1
        return low + more, high + more

    def _bound_behind(self) -> str:
        """The bound of "10 tahun lebih" and "10 tahun kurang dikit"."""
        mark, named = self._word(), self._word().strip("<>")
        if named not in BOUNDS or mark[-1] != ">" or _NUMBER.fullmatch(self._word(1)):
            return ""
        self._at += 1
        return named


def _since_number(words: tuple[str, ...]) -> tuple[str, ...]:
    """What is said behind the last number: "bukan 3 tahun, 12 tahun" denies three only."""
    numbers = [at for at, word in enumerate(words) if _NUMBER.fullmatch(word)]
    return words[numbers[-1] + 1 :] if numbers else words


def _denied(near: Sequence[str]) -> bool:
    """Whether "bukan 3" or "tidak ambil 10 persen" is said; "tidak tahu, 3" denies nothing."""
    return any(
        word in _DENIED and near[at + 1 : at + 2] != ("tahu",) for at, word in enumerate(near)
    )


def _bound_before(near: Sequence[str], unit: str) -> str:
    """The bound of "belum 10", with nothing but marks in between."""
    for word in reversed(near):
        # "Paling lama 2 tahun" is no more than that, "paling lama 2018" that year.
        if word == _FURTHEST and unit != CALENDAR:
            return "paling_banyak"
        if word.strip("<>") in BOUNDS:
            return word.strip("<>")
        if word[0] != "<":
            break
    return ""
