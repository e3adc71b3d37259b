"""The day somebody was born, by the age they reach on another day: "bulan depan genap 56"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from flows.language.days.calendar import Span, Tense, later
from flows.language.days.items import (
    Age,
    DayOf,
    Decade,
    Item,
    Length,
    MonthOf,
    Near,
    Toward,
    Whole,
    YearOf,
)
from flows.language.days.said import UnclearError

_NO_DAY: Final = (Near, Toward)
_YEARS: Final = (Whole, YearOf, Decade)
_REACHED: Final = 20
"""Years; a birth is further away than the day an age is reached."""

_DIGITS_OF_YEAR: Final = 4
_CENTURY: Final = 1900
"""Who was born in a year of two digits and tells an age was born in it."""

Reading = Callable[[Iterable[Item], date, Tense], Span]


def born(items: Iterable[Item], today: date, read: Reading) -> Span | None:
    """The days of birth that an age and the day it is reached mean; None where none is named.

    read: what the other pieces mean, looking back or ahead. Raises UnclearError where it could be
    a birthday of this year and of the next.
    """
    items = list(items)
    ages = [item for item in items if isinstance(item, Age)]
    others: list[Item] = [item for item in items if not isinstance(item, Age)]
    if len(ages) != 1 or not others:
        return None
    age = ages[0]
    if not age.turning and (
        all(isinstance(item, _NO_DAY) or _is_long(item) for item in others)
        or any(isinstance(item, _YEARS) for item in others)
    ):
        return None
    reached = _reached(others, today, read, turning=age.turning)
    if reached is None or abs(reached.first.year - today.year) > _REACHED:
        return None
    first, last = (later(day, -age.years, "tahun") for day in (reached.first, reached.last))
    return replace(reached, first=first, last=last, approximate=True) if first and last else None


def without_age(items: Sequence[Item], today: date) -> Sequence[Item]:
    """ "1 juni 1970, kemarin genap 56": beside a whole day of birth the age it comes to says no
    more; an age that it does not come to stays, and is asked about."""
    year = next((each for each in map(_year_of, items) if each), None)
    ages = {age for age in map(_age_told, items) if age is not None}
    whole = any(isinstance(item, Whole) for item in items) or (
        any(isinstance(item, DayOf) for item in items)
        and any(isinstance(item, MonthOf) for item in items)
    )
    if year is None or not whole or len(ages) != 1:
        return items
    if today.year - year - ages.pop() not in {0, 1}:
        return items
    idle = (Near, Toward, Age)
    return [item for item in items if not isinstance(item, idle) and _age_told(item) is None]


def _year_of(item: Item) -> int | None:
    if isinstance(item, Whole):
        return item.day.year
    written = item.written if isinstance(item, YearOf) else ""
    tail = item.tail if isinstance(item, MonthOf) else ""
    if len(written) == _DIGITS_OF_YEAR:
        return int(written)
    short = written or tail
    return _CENTURY + int(short) if len(short) == 2 else None


def _age_told(item: Item) -> int | None:
    if isinstance(item, Age) and not item.months:
        return item.years
    if not isinstance(item, Length) or item.unit != "tahun":
        return None
    return None if item.way or item.bound or item.more else int(item.amount)


def _is_long(item: Item) -> bool:
    """Whether it is only so long, and not "4 bulan lagi"."""
    return isinstance(item, Length) and not item.way


def _reached(others: Sequence[Item], today: date, read: Reading, *, turning: bool) -> Span | None:
    """The day an age is reached; where "umur 56" only says how old one is, the last birthday."""
    spans: list[Span] = []
    for tense in (Tense.PAST, Tense.FUTURE):
        try:
            spans.append(read(others, today, tense))
        except UnclearError:
            continue
    if not spans:
        return None
    past, future = spans[0], spans[-1]
    if future.first - past.last <= timedelta(days=1) and past.first <= future.last:
        return replace(future, first=past.first)
    if turning:
        raise UnclearError("no_year")
    return past
