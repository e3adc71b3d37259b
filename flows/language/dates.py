"""Dates as people write them: "15 agustus", "2 bulan lalu", "akhir okt 2025", "abis lebaran".

A vague saying is a span of days; the day that is worked with is its last, so that a waiting time is
rather too long than too short. What a date leaves out is completed the way the question looks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from flows.language.days.calendar import Tense
from flows.language.days.ends import Ends, Told
from flows.language.days.grammar import items_in
from flows.language.days.items import DayOf, Item, Length, MonthOf, Near, Whole
from flows.language.days.matters import Matters
from flows.language.days.partly import Partly
from flows.language.days.said import TWO_DATES, UnclearError
from flows.language.days.spans import span_of
from flows.language.days.time_words import PART, TimeWords
from flows.language.understanding import Folded, Unclear, Understood
from flows.language.wordlist import WordList

__all__ = ["Dates", "Tense"]

_LONGEST: Final = 200
"""Characters; what names one day is shorter."""

_ANCHOR: Final = re.compile(
    r"\d|f_|malam|kemarin|besok|lusa|hari ini|sekarang|tadi|bulan |minggu |tahun |beberapa"
)
"""What any date has one of."""

_NO_DATE: Final = "not_a_date"
ANOTHER_DAY: Final = "another_day"
LONGER: Final = "longer"
_PAUSE: Final = re.compile(r"\s*(?:[,;!](?!\d)|\.(?!\S)) *(?=\S)")
_DAY_IN_A_WORD: Final = re.compile(r"(?<!\S)tanggal ([a-z]+)(?!\S)")
_TURNED: Final = re.compile("<(?:sangkal|besoknya)>")
_APART_FROM: Final = re.compile(rf"{_PAUSE.pattern}| tapi ")
_POINTS: Final = re.compile(r"(?:itu|tanggal|tgl|tg|hari itu)\b")
""" "31 agustus, itu tanggal paklaring": what follows says whose day it is."""

_POINTS_BACK: Final = re.compile(rf"(?:eh|oh|ah|aduh|maaf)? *{_POINTS.pattern}")

_NEXT: Final = timedelta(days=3)
"""From the last day of work to the next that would have been one."""

_DIGIT: Final = re.compile(r"\d")
_NOT_FAR: Final = 31
"""Days between what was said about so and what it exactly was."""


class Dates:
    """Reads days with the words of one word list."""

    def __init__(self, words: WordList) -> None:
        self._words = TimeWords(words)
        self.matters = Matters(words)
        self._ends = Ends(words)
        self._partly = Partly(words, self._words, self.matters)
        self._exact = words.pattern(PART.name, "tepat")

    def find(
        self,
        folded: Folded,
        today: date,
        tense: Tense = Tense.PAST,
        *,
        durations: bool = False,
    ) -> list[Understood[date]]:
        """The day a text names, if it names one; with `durations`, "2 bulan" is "2 bulan lalu"."""
        read = self._read(folded, today, tense, durations=durations)
        return [read] if isinstance(read, Understood) else []

    def read(
        self, folded: Folded, today: date, tense: Tense = Tense.PAST
    ) -> Understood[date] | Unclear:
        """The one day a text names, past or future. Never raises.

        today: the day the text was written. tense: which way the question looks.

        Reasons: `not_a_date`, `no_month` ("15"), `no_such_day` ("31 februari"), `two_dates`,
        `no_year` (of a birth), `leftover` ("15 agustus 20 25 12"), `denied` ("bukan bulan lalu"),
        `another_day` ("mulai kerja 2 maret 2020", or a planned day where the past is asked for),
        `longer` ("kontrak sampai juni tapi diperpanjang").
        """
        if tense is Tense.BIRTH and self.matters.is_no_birth(folded):
            return Unclear(ANOTHER_DAY)
        if len(folded) <= _LONGEST and not self._names_time(folded):
            return Unclear(_NO_DATE)
        apart = self.told_apart(folded, today, tense)
        if apart is not None:
            return apart
        read = self._read(folded, today, tense, durations=True)
        first = self._first_of(folded, read, today, tense)
        if first is not None:
            return first
        if isinstance(read, Unclear):
            read = self._exactly(folded, today, tense) or read
        if isinstance(read, Unclear) and read.reason == TWO_DATES and tense is not Tense.BIRTH:
            return self._not_of_others(folded, today, tense) or read
        other = tense is not Tense.BIRTH and isinstance(read, Understood)
        if other and self.is_another(folded, ahead=tense is Tense.FUTURE):
            return Unclear(ANOTHER_DAY)
        return read

    def is_another(self, folded: Folded, *, ahead: bool) -> bool:
        """Whether the day, or the length, is none since somebody left: "4 bulan kerja di sana"."""
        if self.matters.is_of_another_day(folded, ahead=ahead):
            return True
        items = items_in(self._words.read(folded).words)[0]
        if all(isinstance(item, Length) and not item.way for item in items):
            return self.matters.is_of_work(folded)
        here = all(isinstance(item, Near) for item in items)
        return here and self.matters.is_only_off(folded)

    def told_apart(
        self, folded: Folded, today: date, tense: Tense = Tense.PAST
    ) -> Understood[date] | Unclear | None:
        """What several days, each of an event of its own, leave as the last one of work; None
        where there is but one. "Pabrik tutup 1 mei, saya masuk sampai 3 juli" is the later one."""
        if tense is Tense.BIRTH:
            return None
        head = self._ends.before_longer(folded)
        if head is not None and self._find_any(head, today, tense):
            return Unclear(LONGER)
        parts = self._ends.parts(folded)
        if len(parts) < 2:
            return None
        told = [each for part in parts for each in self._end(part, today, tense)]
        if len(told) < 2 or not self._ends.are_apart(told):
            return None
        last = self._ends.last_of(told)
        return replace(last, approximate=True) if last else Unclear(TWO_DATES)

    def _end(self, part: Folded, today: date, tense: Tense) -> list[Told]:
        """The day a piece names, where it may be an end of work; a part of a date is none."""
        ahead = tense is Tense.FUTURE
        if self.matters.is_of_another_day(part, ahead=ahead) and not self._ends.is_of_letter(part):
            return []
        items = items_in(self._words.read(part).words)[0]
        day = self._read(part, today, tense, durations=False)
        bare = self.is_bare(part) and not self._ends.is_former(part)
        if not isinstance(day, Understood) or not _may_end(items, bare=bare):
            return []
        told = self._ends.is_last(part)
        late = day.value > today and not ahead
        return [(part, day)] if told or not (late or _is_near(items)) else []

    def points_back(self, folded: Folded) -> bool:
        """Whether it says whose the day before it is: "eh itu tanggal nikah"."""
        return bool(_POINTS_BACK.match(folded)) and self.matters.is_of_another_day(
            folded, ahead=True
        )

    def _find_any(self, head: Folded, today: date, tense: Tense) -> bool:
        return isinstance(self._read(head, today, tense, durations=False), Understood)

    def corrected(self, folded: Folded, known: date, tense: Tense = Tense.PAST) -> date | None:
        """A known date with the one part of it that a text names: "taun 1974"; None where that may
        be of something else."""
        return self._partly.corrected(folded, known, birth=tense is Tense.BIRTH)

    def may_correct(self, folded: Folded, tense: Tense = Tense.PAST) -> bool:
        """Whether a text can change a date told before: it says nothing else, or whose day it is.
        "Ternyata kartu saya dari 2015" is about something else."""
        if self._partly.may_correct(folded, birth=tense is Tense.BIRTH):
            return True
        return tense is not Tense.BIRTH and self._ends.is_last(folded)

    def _first_of(
        self, folded: Folded, whole: Understood[date] | Unclear, today: date, tense: Tense
    ) -> Understood[date] | None:
        """ "Hari ini pak, besok udah gak masuk": the day that stands alone before a pause, where
        what follows only goes with it. `whole`: what all of it was read as."""
        pause = _PAUSE.search(folded)
        if pause is None or tense is Tense.BIRTH or _is_denied(whole):
            return None
        head, rest = Folded(folded[: pause.start()]), Folded(folded[pause.end() :])
        if not self.matters.goes_with(rest):
            return None
        day = self._read(head, today, tense, durations=False)
        further = self._read(rest, today, tense, durations=True)
        if not isinstance(day, Understood):
            return None
        if isinstance(further, Understood):
            if self.matters.is_of_another_day(head, ahead=True):
                return None
            later = timedelta(0) < further.value - day.value <= _NEXT and not further.open
            return day if later and self.matters.is_after_leaving(rest) else None
        words = self._words.read(rest).words
        no_date = (
            further.reason == _NO_DATE and not items_in(words)[0] and not _TURNED.search(words)
        )
        if not no_date or not self.is_bare(head) or _POINTS.match(rest):
            return None
        return whole if isinstance(whole, Understood) else day

    def is_bare(self, folded: Folded) -> bool:
        """Whether a day, or a part of one, is all that is said."""
        items, reasons, left = items_in(self._words.read(folded).words)
        return bool(items) and not reasons and self._words.is_light(left)

    def _exactly(self, folded: Folded, today: date, tense: Tense) -> Understood[date] | None:
        """ "Habis lebaran, tepatnya 25 maret": the whole date behind such a word, where what is
        said before it is not far from it."""
        found = self._exact.search(folded)
        if found is None:
            return None
        before, behind = Folded(folded[: found.start()]), Folded(folded[found.end() :])
        items = items_in(self._words.read(behind).words)[0]
        kinds = {type(item) for item in items}
        day = self._read(behind, today, tense, durations=False)
        whole = kinds >= {DayOf, MonthOf} or Whole in kinds
        if not (whole and isinstance(day, Understood) and day.span is None):
            return None
        near = self._read(before, today, tense, durations=True)
        if isinstance(near, Unclear):
            return day if near.reason == _NO_DATE and not _DIGIT.search(before) else None
        first, last = near.span or (near.value, near.value)
        reach = timedelta(days=_NOT_FAR)
        return day if first - reach <= day.value <= last + reach else None

    def _not_of_others(self, folded: Folded, today: date, tense: Tense) -> Understood[date] | None:
        """ "1 maret, gajian terakhir tanggal 5": the one day that is not of something else, said
        back."""
        told: list[tuple[Folded, Understood[date]]] = []
        for part in filter(str.strip, _APART_FROM.split(folded)):
            day = self._read(Folded(part), today, tense, durations=True)
            if isinstance(day, Understood):
                told.append((Folded(part), day))
            elif day.reason != _NO_DATE:
                return None
        left = [day for part, day in told if self.matters.is_of_leaving(part)]
        ahead = tense is Tense.FUTURE
        own = left or [
            day for part, day in told if not self.matters.is_of_another_day(part, ahead=ahead)
        ]
        # "Seminggu lagi, tujuh hari dari sekarang" is one day, said twice.
        return replace(own[0], approximate=True) if len({day.value for day in own}) == 1 else None

    def _has_odd_day(self, words: str) -> bool:
        """ "Wulan ngarep tanggal ...": a day in a word nobody knows is not to be left out."""
        return any(not self._words.is_known(found[1]) for found in _DAY_IN_A_WORD.finditer(words))

    def _names_time(self, folded: Folded) -> bool:
        return bool(_ANCHOR.search(f"{self._words.read(folded).words} "))

    def _read(
        self, folded: Folded, today: date, tense: Tense, *, durations: bool
    ) -> Understood[date] | Unclear:
        timed = self._words.read(Folded(folded[:_LONGEST]))
        words = timed.words
        if not _ANCHOR.search(f"{words} "):
            return Unclear(_NO_DATE)
        if self._has_odd_day(words):
            return Unclear("leftover")
        try:
            span = span_of(words, today, tense, durations=durations)
        except UnclearError as unclear:
            return Unclear(unclear.reason)
        about = span.approximate or timed.about or timed.mended
        unsure = span.open or timed.mended
        bounds = (span.first, span.last) if span.vague or unsure else None
        return Understood(span.last, about or unsure, bounds, unsure)


def _may_end(items: Sequence[Item], *, bare: bool) -> bool:
    """Whether they name a day, or, beside an event, a month or a year: no day of some month."""
    kinds = {type(item) for item in items}
    whole = kinds >= {DayOf, MonthOf} or Whole in kinds
    return whole or not (bare or DayOf in kinds)


def _is_near(items: Sequence[Item]) -> bool:
    return all(isinstance(item, Near) for item in items)


def _is_denied(read: Understood[date] | Unclear) -> bool:
    return isinstance(read, Unclear) and read.reason == "denied"
