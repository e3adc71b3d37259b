"""The day somebody was born, by the age they reach on another day: "bulan depan genap 56"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from flows.language.days.calendar import Span, Tense, later
from flows.language.days.items import Age, Decade, Item, Length, Near, Toward, Whole, YearOf
from flows.language.days.said import UnclearError

_NO_DAY: Final = (Near, Toward)
_YEARS: Final = (Whole, YearOf, Decade)
_REACHED: Final = 20
"""Years; a birth is further away than the day an age is reached."""

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
