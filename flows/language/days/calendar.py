"""Spans of days, and steps on the calendar."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date, timedelta
from enum import Enum
from typing import Final


class Tense(Enum):
    """Which way a question about a day looks: what is left out of a date is completed that way.

    BIRTH looks back a lifetime: nothing but a year says which one.
    """

    PAST = "past"
    FUTURE = "future"
    BIRTH = "birth"


@dataclass(frozen=True, slots=True)
class Span:
    """The first and the last day that words can mean.

    `vague`: somebody named a stretch of days. `approximate`: a day that has to be said back, though
    only one was named. `core`: the day that has to be there before one speaks of it as past.
    `open`: how far it reaches is a guess.
    """

    first: date
    last: date
    vague: bool = True
    approximate: bool = True
    core: date | None = None
    open: bool = False

    def holds(self, other: Span) -> bool:
        """Whether the other span lies within."""
        return self.first <= other.first and other.last <= self.last


def one(day: date, *, approximate: bool = False) -> Span:
    """A single day."""
    return Span(day, day, vague=False, approximate=approximate)


def made(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def month_from(today: date, months: int) -> tuple[int, int]:
    """The year and month so many months later (earlier when negative)."""
    year, month = divmod(today.year * 12 + today.month - 1 + months, 12)
    return year, month + 1


def later(day: date, amount: float, unit: str) -> date | None:
    """So many days, weeks, months or years later; None beyond the calendar."""
    if unit in {"hari", "minggu"}:
        months, days = 0, round(amount * (7 if unit == "minggu" else 1))
    elif unit == "tahun":
        months, days = round(amount * 12), 0
    else:
        months = int(amount)
        days = round((amount - months) * 30)
    try:
        year, month = month_from(day, months)
        return date(year, month, min(day.day, monthrange(year, month)[1])) + timedelta(days=days)
    except (ValueError, OverflowError):
        return None


def safe(day: date, days: int) -> date:
    """So many days later, held within the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


_DAYS_OF: Final = {"awal": (1, 10), "pertengahan": (11, 20), "akhir": (21, 31), "": (1, 31)}
_MONTHS_OF: Final = {"awal": (1, 3), "pertengahan": (5, 7), "akhir": (10, 12), "": (1, 12)}
_WEEK_OF: Final = {"awal": (0, 2), "pertengahan": (2, 4), "akhir": (4, 6), "": (0, 6)}


def _core(first: date, last: date, part: str) -> date | None:
    middle = first + (last - first) / 2
    return {"awal": first, "pertengahan": middle, "akhir": last}.get(part)


def in_month(year: int, month: int, part: str = "") -> Span | None:
    """A month, or its beginning, middle or end."""
    if not (1 <= month <= 12 and MINYEAR < year < MAXYEAR):
        return None
    start, end = _DAYS_OF[part]
    last = month_end(year, month)
    first, last = last.replace(day=start), last.replace(day=min(end, last.day))
    return Span(first, last, core=_core(first, last, part))


def in_year(year: int, part: str = "") -> Span | None:
    """A year, or its beginning, middle or end."""
    if not MINYEAR < year < MAXYEAR:
        return None
    start, end = _MONTHS_OF[part]
    first, last = date(year, start, 1), month_end(year, end)
    return Span(first, last, core=_core(first, last, part))


def in_week(today: date, shift: int, part: str = "") -> Span:
    """The week so many weeks later, from Monday to Sunday, or a part of it."""
    monday = safe(today, 7 * shift - today.weekday())
    start, end = _WEEK_OF[part]
    return Span(safe(monday, start), safe(monday, end))


def completed(spans: Iterable[Span | None], tense: Tense, today: date) -> Span | None:
    """Of the spans that words can mean in one year or another: the last that has come, or the
    next that has not passed."""
    known = sorted((span for span in spans if span), key=lambda span: span.first)
    if tense is Tense.FUTURE:
        return next((span for span in known if (span.core or span.last) >= today), None)
    return next((span for span in reversed(known) if (span.core or span.first) <= today), None)


def held(span: Span, tense: Tense, today: date) -> Span:
    """A stretch of days that has begun, without the days on the other side of today."""
    if not span.vague or not span.first <= today <= span.last:
        return span
    if tense is Tense.FUTURE:
        return replace(span, first=today)
    return replace(span, last=today)
