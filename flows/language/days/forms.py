"""The forms a date can have, and the days each can mean: in one year or another, or for certain."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from flows.language.days.calendar import (
    Span,
    Tense,
    in_month,
    in_week,
    in_year,
    made,
    month_from,
    one,
    safe,
)
from flows.language.days.feasts import days_of, feast_spans, has_parts
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
    Weekday,
    WeekOf,
    WeekShift,
    Whole,
    YearOf,
    YearShift,
)
from flows.language.days.lengths import lasting
from flows.language.days.said import TWO_DATES, At, Said, UnclearError

_AROUND: Final = range(-8, 9)
"""The years in which a day without a year is looked for: a leap day is among them."""

_FEAST_AROUND: Final = range(-2, 3)
_ELECTION_AROUND: Final = range(-6, 3)
_MONTH: Final = 31

Candidates = Iterable[Span | None]


def _year(said: Said, at: At) -> int | None:
    """The year that is said."""
    shift, year = said.the(YearShift), said.the(YearOf)
    if shift and year:
        raise UnclearError(TWO_DATES)
    if year:
        return at.year(year)
    return at.today.year + shift.years if shift else None


def _years(said: Said, at: At, around: range) -> Sequence[int]:
    year = _year(said, at)
    return [at.today.year + by for by in around] if year is None else [year]


def _whole(said: Said, _at: At) -> Candidates:
    whole = said.the(Whole)
    return [one(whole.day, approximate=whole.swapped)] if whole else ()


def feasts(said: Said, at: At) -> Candidates:
    """The days of the feast that is said, in every year it may be of, or in the month named."""
    spans = list(_feasts(said, at))
    if not said.has(MonthOf, MonthShift) or said.has(Beside):
        return spans
    months = [in_month(*month) for month in _months(said, at)]
    held = [span for span in spans if any(month and month.holds(span) for month in months)]
    # "Februari lebaran" in 2026: it falls there in 2028, which no question that looks back means.
    dated = said.has(YearOf, YearShift, MonthShift) or len(held) > 1
    return held if dated else [span for span in held if at.fits(span)]


def _feasts(said: Said, at: At) -> Iterator[Span]:
    feast = said.the(Feast)
    if feast is None:
        return
    part = said.the(PartOf) if has_parts(feast.name) else None
    election = feast.name in {"pemilu", "pilkada"}
    for year in _years(said, at, _ELECTION_AROUND if election else _FEAST_AROUND):
        if feast.days is not None:
            days = (safe(day, feast.days) for day in days_of(feast.name, year))
            yield from (Span(day, day) for day in days)
        else:
            yield from feast_spans(feast.name, year, part.name if part else "")


def _months(said: Said, at: At) -> Iterator[tuple[int, int]]:
    """Year and month of the month that is said, in every year it may be of."""
    month, shift = said.the(MonthOf), said.the(MonthShift)
    if month and shift:
        raise UnclearError(TWO_DATES)
    if shift:
        yield month_from(at.today, shift.months)
    if month:
        yield from ((year, month.number) for year in _years(said, at, _AROUND))


def _day_in_month(said: Said, at: At) -> Candidates:
    if not said.has(MonthOf, MonthShift):
        return _day_alone(said, at)
    day = said.the(DayOf)
    return [_days(day, year, month) for year, month in _months(said, at)] if day else ()


def _days(day: DayOf, year: int, month: int) -> Span | None:
    first, last = made(year, month, day.first), made(year, month, day.last)
    if first is None or last is None:
        return None
    return one(first, approximate=day.swapped) if first == last else Span(first, last)


def _day_alone(said: Said, at: At) -> Candidates:
    """ "Tanggal 5": of this month, the one before or the next."""
    day = said.the(DayOf)
    if day is None or said.has(YearOf, YearShift):
        raise UnclearError("no_month")
    months = (month_from(at.today, by) for by in range(-12, 13))
    found = [replace(s, approximate=True) for s in (_days(day, *month) for month in months) if s]
    past = [(at.today - span.first).days for span in found if span.first <= at.today]
    # "Tanggal 31" on the thirtieth may well be tomorrow; in March it is no day of last month.
    if at.tense is not Tense.FUTURE and not at.told:
        if min(past, default=0) > _MONTH:
            raise UnclearError(TWO_DATES)
        if any(span.first == safe(at.today, 1) for span in found):
            return [replace(span, open=True) for span in found]
    return found


def _month(said: Said, at: At) -> Candidates:
    part, week = said.the(PartOf), said.the(WeekOf)
    if part and week:
        raise UnclearError(TWO_DATES)
    spans = [in_month(year, month, part.name if part else "") for year, month in _months(said, at)]
    if week:
        return [_week_of(span, week.number) for span in spans if span]
    alone = len(spans) > 1 and not part and not said.has(Beside)
    if at.told and alone and any(s and s.first <= at.today <= s.last for s in spans):
        # "Juni lalu" in June: this one or the one a year ago.
        raise UnclearError(TWO_DATES)
    # A month is named when it has begun, whichever part of it.
    return [replace(span, core=None) for span in spans if span]


def _week_of(month: Span, number: int) -> Span:
    first = safe(month.first, 7 * (number - 1)) if number < 5 else safe(month.last, -6)
    return Span(first, min(safe(first, 6), month.last))


def _weekday(said: Said, at: At) -> Candidates:
    weekday, week = said.the(Weekday), said.the(WeekShift)
    if weekday is None:
        return ()
    if week or weekday.which == "ini":
        monday = in_week(at.today, week.weeks if week else 0).first
        return [one(safe(monday, weekday.number), approximate=True)]
    ahead = (weekday.number - at.today.weekday()) % 7
    coming = safe(at.today, ahead or 7)
    last = safe(coming, -7 if ahead else -14)
    if weekday.which == "depan":
        return [Span(coming, safe(in_week(at.today, 1).first, weekday.number))]
    if ahead == 0 and not weekday.which and not at.told:
        # Today, or a week away from it.
        return [Span(last, at.today) if at.tense is not Tense.FUTURE else Span(at.today, coming)]
    return [one(coming if at.tense is Tense.FUTURE else last, approximate=True)]


def _week(said: Said, at: At) -> Candidates:
    week, part = said.the(WeekShift), said.the(PartOf)
    return [in_week(at.today, week.weeks, part.name if part else "")] if week else ()


def _whole_year(said: Said, at: At) -> Candidates:
    year, part = _year(said, at), said.the(PartOf)
    if year is None:
        return ()
    if said.has(YearOf) and year == at.today.year and part is None:
        raise UnclearError("no_month")
    if part and part.unit == "bulan":
        raise UnclearError(TWO_DATES)
    return [in_year(year, part.name if part else "")]


def _decade(said: Said, at: At) -> Candidates:
    decade = said.the(Decade)
    year = at.year(YearOf(decade.written)) if decade else None
    return [Span(date(year, 1, 1), date(year + 9, 12, 31))] if year else ()


def _part(said: Said, at: At) -> Candidates:
    """ "Akhir bulan", "awal tahun": of this one, the one before or the next."""
    part = said.the(PartOf)
    if part is None or not part.unit:
        raise UnclearError("not_a_date")
    if part.unit == "minggu":
        return [in_week(at.today, by, part.name) for by in (-1, 0, 1)]
    if part.unit == "tahun":
        return [in_year(at.today.year + by, part.name) for by in (-1, 0, 1)]
    months = (month_from(at.today, by) for by in (-1, 0, 1))
    return [in_month(year, month, part.name) for year, month in months]


def _length(said: Said, at: At) -> Candidates:
    length = said.the(Length)
    if length is None:
        return ()
    if at.tense is Tense.BIRTH and length.unit != "tahun":
        raise UnclearError("no_year")
    ahead = length.way == "lagi" or (not length.way and at.tense is Tense.FUTURE)
    return [lasting(length, at.today, 1 if ahead else -1)]


def _age(said: Said, at: At) -> Candidates:
    age = said.the(Age)
    if age is None or at.tense is not Tense.BIRTH:
        raise UnclearError("not_a_date")
    smaller = "bulan" if age.months else ""
    return [lasting(Length(age.years, age.years, "tahun", age.months, smaller), at.today, -1)]


def _near(said: Said, at: At) -> Candidates:
    near = said.the(Near)
    day = at.today + timedelta(days=near.days) if near else None
    return [one(day, approximate=near.about)] if near and day else ()


FORMS: Final[Sequence[tuple[type[Item], Callable[[Said, At], Candidates]]]] = (
    (Whole, _whole),
    (Feast, feasts),
    (DayOf, _day_in_month),
    (MonthOf, _month),
    (MonthShift, _month),
    (Weekday, _weekday),
    (WeekShift, _week),
    (Decade, _decade),
    (YearOf, _whole_year),
    (YearShift, _whole_year),
    (PartOf, _part),
    (Length, _length),
    (Age, _age),
    (Near, _near),
)
"""What makes a date, weightiest first: what names the day, then what only tells about when."""
