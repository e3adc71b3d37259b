"""The days that the pieces of a date can mean together, on the day it is said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from flows.language.days.calendar import (
    Span,
    Tense,
    completed,
    held,
    in_week,
    safe,
)
from flows.language.days.feasts import has_parts
from flows.language.days.forms import FORMS, feasts
from flows.language.days.items import (
    Age,
    Beside,
    DayOf,
    Decade,
    Feast,
    Item,
    Length,
    MonthOf,
    MonthShift,
    Near,
    PartOf,
    Toward,
    Weekday,
    WeekOf,
    WeekShift,
    Whole,
    Worked,
    YearOf,
    YearShift,
)
from flows.language.days.lengths import lasting
from flows.language.days.said import TWO_DATES, At, Said, UnclearError
from flows.language.days.turning import born, without_age

_OLDEST: Final = 100
_CHILD: Final = 9
"""Years; a day no longer ago is nobody's birth here."""

_MONTH: Final = 31
_SOON: Final = 14
"""Days; a day without a year that comes so soon may be meant, though the question looks back."""

_ABOUT_SO_LONG: Final = 3
"""Days that "2 minggu sebelum lebaran" may be off from the day named beside it."""

_BESIDE: Final = 14
_BESIDE_MONTH: Final = 31
"""Days before or after something named that "before" and "after" it can mean."""


def meaning(items: Iterable[Item], today: date, tense: Tense) -> Span:
    """The days that these pieces mean together. Raises UnclearError."""
    items = list(items)
    if tense is Tense.BIRTH:
        items = list(without_age(items, today))
        birth = born(items, today, meaning)
        if birth is not None:
            return birth
    said, at = _directed(_counted_off(Said(items), tense), At(today, tense))
    readings = _readings(said)
    if len(readings) == 1:
        return _meaning(readings[0], at)
    spans = [span for span in (_tried(reading, at) for reading in readings) if span]
    spans = [span for span in spans if at.fits(span)] or spans
    widest = next((s for s in spans if all(s.holds(other) for other in spans)), None)
    if widest is None:
        raise UnclearError(TWO_DATES)
    return replace(widest, approximate=True)


def _readings(said: Said) -> Sequence[Said]:
    """ "Okt 25" is a day of that month, or the month of that year."""
    tails = [item for item in said.items if isinstance(item, MonthOf) and item.tail]
    if not tails:
        return (said,)
    month, rest = tails[0], said.but(MonthOf)
    plain = [MonthOf(item.number) for item in said.items if isinstance(item, MonthOf)]
    number, out = int(month.tail), []
    if not said.has(DayOf) and 1 <= number <= 31:
        out.append(Said((*rest, *plain, DayOf(number, number))))
    # "Feb 30" is no day, and hardly the year 1930.
    if not said.has(YearOf, YearShift) and len(month.tail) == 2 and not 27 < number <= 31:
        out.append(Said((*rest, *plain, YearOf(month.tail))))
    if not out:
        raise UnclearError("leftover")
    return out


def _tried(said: Said, at: At) -> Span | None:
    try:
        return _meaning(said, at)
    except UnclearError:
        return None


_BESIDE_OTHERS: Final = (Near, Toward, Worked, Age, Beside)


def _counted_off(said: Said, tense: Tense) -> Said:
    """Lengths beside a date: "agustus 2 tahun lalu" names its year; "kerja 5 tahun" is no date."""
    items = list(said.items)
    others = bool(said.but(Length, *_BESIDE_OTHERS))
    if others or said.has(Length, Near):
        idle = (Worked,) if tense is Tense.BIRTH else (Worked, Age)
        items = [item for item in items if not isinstance(item, idle)]
    if others or said.has(Length):
        # "2 september, sekarang nganggur", "sebulan lagi dari sekarang": now is no second day.
        items = [item for item in items if not (isinstance(item, Near) and item.now)]
    if others:
        items = [_counted(item, said) if isinstance(item, Length) else item for item in items]
    return Said(items)


def _counted(length: Length, said: Said) -> Item:
    plain = length.amount == length.most == int(length.amount) and not length.bound
    if not length.way:
        raise UnclearError("leftover")
    if not plain or length.smaller:
        return length
    count = int(length.amount) * (-1 if length.way == "lalu" else 1)
    if length.unit == "tahun" and said.has(MonthOf, PartOf, Feast):
        return YearShift(count)
    if length.unit == "bulan" and said.has(DayOf, PartOf, WeekOf):
        return MonthShift(count)
    if length.unit == "minggu" and said.has(Weekday):
        return WeekShift(count)
    return length


def _directed(said: Said, at: At) -> tuple[Said, At]:
    """Words that say which way win over the question; "kemarin" beside a date is one."""
    items: list[Item] = list(said.items)
    if said.but(Near, Toward, Worked, Age, Beside):
        way = {-1: Tense.PAST, 1: Tense.FUTURE}
        items = [
            Toward(way[item.days]) if isinstance(item, Near) and item.days in way else item
            for item in items
        ]
    told = {item.tense for item in items if isinstance(item, Toward)}
    which = {"lalu": Tense.PAST, "depan": Tense.FUTURE}
    told |= {which[i.which] for i in items if isinstance(i, Weekday) and i.which in which}
    if len(told) > 1:
        raise UnclearError(TWO_DATES)
    if told and at.tense is not Tense.BIRTH:
        at = At(at.today, told.pop(), told=True)
    return Said(item for item in items if not isinstance(item, Toward)), at


def _meaning(said: Said, at: At) -> Span:
    if said.has(Feast) and said.has(DayOf, Whole):
        return _described(said, at)
    for kind, form in FORMS:
        if said.has(kind):
            spans = [span for span in form(said, at) if span]
            break
    else:
        raise UnclearError("not_a_date")
    if not spans:
        raise UnclearError("no_such_day")
    beside = said.the(Beside)
    if beside:
        spans = [_beside(beside, span, feast=said.has(Feast)) for span in spans]
    span = spans[0] if len(spans) == 1 else completed(spans, at.tense, at.today)
    if span is None:
        raise UnclearError("no_such_day")
    _checked(said, span, at)
    said.settle()
    if not span.vague and not at.told and _is_far(span, spans, at.today):
        span = replace(span, approximate=True, open=True)
    return held(span, at.tense, at.today)


def _described(said: Said, at: At) -> Span:
    """ "1 mei, pas hari buruh": a feast beside a day only describes it, and must agree with it."""
    feast, beside = said.the(Feast), said.the(Beside)
    parts = (PartOf,) if feast and has_parts(feast.name) else ()
    span = _meaning(Said(said.but(Feast, Beside, *parts)), at)
    told = [item for item in said.items if isinstance(item, (Feast, *parts))]
    years = range(span.first.year - 1, span.first.year + 2)
    spans = [s for y in years for s in feasts(Said((*told, YearOf(str(y)))), at) if s]
    if not any(_agrees(span, each, beside) for each in spans):
        raise UnclearError(TWO_DATES)
    return span


def _agrees(span: Span, feast: Span, beside: Beside | None) -> bool:
    """Whether a day is that of a feast, or lies as far before or after it as is said."""
    if beside is None:
        return _widened(feast, 1).holds(span)
    if beside.length:
        return _widened(_beside(beside, feast, feast=True), _ABOUT_SO_LONG).holds(span)
    edge = feast.last if beside.side > 0 else feast.first
    near, far = safe(edge, beside.side), safe(edge, beside.side * _MONTH)
    return Span(min(near, far), max(near, far)).holds(span)


def _widened(span: Span, days: int) -> Span:
    return Span(safe(span.first, -days), safe(span.last, days))


def _is_far(span: Span, spans: Sequence[Span], today: date) -> bool:
    """Whether a day of another year lies so near that it may be meant instead."""
    nearest = min(spans, key=lambda other: abs(other.first - today))
    off = abs((nearest.first - today).days)
    return nearest != span and off <= _SOON and abs((span.first - today).days) > _MONTH


def _beside(beside: Beside, span: Span, *, feast: bool) -> Span:
    """Before or after it: so long, or for about as long as one says so."""
    edge = span.last if beside.side > 0 else span.first
    if beside.length is None:
        wide = not feast and (span.last - span.first).days > _BESIDE
        days = _BESIDE_MONTH if wide else _BESIDE
        near, far = safe(edge, beside.side), safe(edge, beside.side * days)
        return Span(min(near, far), max(near, far), open=True)
    away = lasting(replace(beside.length, way="lalu"), edge, beside.side)
    if away is None or (span.vague and not feast):
        raise UnclearError("leftover")
    if beside.length.amount == beside.length.most and not beside.length.bound:
        return Span(away.last, away.last)
    return away


def _checked(said: Said, span: Span, at: At) -> None:
    """What else is said of the day must agree with it."""
    weekday = said.rest(Weekday)
    if weekday is not None and (span.vague or span.first.weekday() != weekday.number):
        raise UnclearError(TWO_DATES)
    week = said.rest(WeekShift)
    if week is not None and not in_week(at.today, week.weeks).holds(span):
        raise UnclearError(TWO_DATES)
    near = said.rest(Near)
    if near is not None and (span.vague or span.first != safe(at.today, near.days)):
        raise UnclearError(TWO_DATES)
    if at.tense is Tense.BIRTH:
        known = said.has(Whole, YearOf, Decade, YearShift, Age, Length)
        if not known or not _CHILD < at.today.year - span.first.year <= _OLDEST:
            raise UnclearError("no_year")
