"""The days that the pieces of a date can mean together, on the day it is said."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Final, TypeVar

from flows.language.days.calendar import (
    Span,
    Tense,
    completed,
    held,
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

T = TypeVar("T", bound=Item)

TWO_DATES: Final = "two_dates"
_ADULT: Final = 15
"""Years; nobody younger has savings of their own."""

_OLDEST: Final = 100
_CHILD: Final = 9
"""Years; a day no longer ago is nobody's birth here."""

_AROUND: Final = range(-8, 9)
"""The years in which a day without a year is looked for: a leap day is among them."""

_FEAST_AROUND: Final = range(-2, 3)
_ELECTION_AROUND: Final = range(-6, 3)
_MONTH: Final = 31
_SOON: Final = 14
"""Days; a day without a year that comes so soon may be meant, though the question looks back."""

_BESIDE: Final = 14
_BESIDE_MONTH: Final = 31
"""Days before or after something named that "before" and "after" it can mean."""


class UnclearError(Exception):
    """What was said is no one day; `reason` as in `Unclear`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class At:
    """The day something is said on, and which way it looks; `told`: because a word says so."""

    today: date
    tense: Tense
    told: bool = False

    def year(self, year: YearOf) -> int:
        """Two digits are of this century, unless that lies ahead (or is no grown-up's birth)."""
        number = int(year.written)
        if len(year.written) > 2:
            return number
        ahead = {Tense.PAST: 1, Tense.FUTURE: 20, Tense.BIRTH: -_ADULT}[self.tense]
        number += self.today.year // 100 * 100
        return number - 100 if number > self.today.year + ahead else number

    def fits(self, span: Span) -> bool:
        """Whether it lies, or begins, on the side that is looked to."""
        return span.last >= self.today if self.tense is Tense.FUTURE else span.first <= self.today


class Said:
    """The pieces of one date, each kind at most once, and which of them are accounted for."""

    def __init__(self, items: Iterable[Item]) -> None:
        self.items = tuple(dict.fromkeys(items))
        self._used: set[type[Any]] = set()

    def has(self, *kinds: type[Item]) -> bool:
        """Whether there is a piece of one of these kinds."""
        return any(isinstance(item, kinds) for item in self.items)

    def the(self, kind: type[T]) -> T | None:
        """The piece of this kind, accounted for. Raises UnclearError when there are two."""
        found = [item for item in self.items if isinstance(item, kind)]
        if len(found) > 1:
            raise UnclearError(TWO_DATES)
        self._used.add(kind)
        return found[0] if found else None

    def rest(self, kind: type[T]) -> T | None:
        """The piece of this kind, unless it was accounted for before."""
        return None if kind in self._used else self.the(kind)

    def but(self, *kinds: type[Item]) -> tuple[Item, ...]:
        """The pieces of other kinds."""
        return tuple(item for item in self.items if not isinstance(item, kinds))

    def settle(self) -> None:
        """Raises UnclearError when a piece was not accounted for."""
        if self.but(*self._used):
            raise UnclearError(TWO_DATES)


def meaning(items: Iterable[Item], today: date, tense: Tense) -> Span:
    """The days that these pieces mean together. Raises UnclearError."""
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


Candidates = Iterable[Span | None]


def _meaning(said: Said, at: At) -> Span:
    for kind, form in _FORMS:
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


def _feast(said: Said, at: At) -> Candidates:
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
        tomorrow = any(span.first == safe(at.today, 1) for span in found)
        if tomorrow or min(past, default=0) > _MONTH:
            raise UnclearError(TWO_DATES)
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
    return [lasting(Length(age.years, age.years, "tahun"), at.today, -1)]


def _near(said: Said, at: At) -> Candidates:
    near = said.the(Near)
    day = at.today + timedelta(days=near.days) if near else None
    return [one(day, approximate=near.about)] if near and day else ()


_FORMS: Final[Sequence[tuple[type[Item], Callable[[Said, At], Candidates]]]] = (
    (Whole, _whole),
    (Feast, _feast),
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
