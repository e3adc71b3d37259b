"""Which option a number means: what was measured, held against what the options count."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from flows.language.counts.measure import (
    CALENDAR,
    OTHER,
    RUPIAH,
    SHARE,
    SHORT,
    THINGS,
    TIMES,
    WORKDAYS,
    Measure,
)
from flows.language.counts.ranges import DAYS, ENDLESS, Counted, Range
from flows.language.counts.related import GONE, MEMBER

Span = tuple[int, int]

_NO_COUNT: Final = 10
"""So many children nobody has: it is an age."""

_DAYS_OF_YEAR: Final = 365
_MOST: Final = {Counted.LASTING: 60, Counted.WORKDAYS: 90, Counted.THINGS: 30, Counted.AGE: 110}
"""More than this without a unit is another number."""


@dataclass(frozen=True, slots=True)
class Measured:
    """`keys`: the options whose ranges meet what was measured, in their order. `sure`: there is one
    and it holds all of it. `out`: options of the same kind that it does not meet. `loose`: years
    said with other words and not of an age ("menikah 4 tahun")."""

    keys: tuple[str, ...] = ()
    sure: bool = False
    out: frozenset[str] = frozenset()
    loose: bool = False


def chosen_by(measures: Sequence[Measure], ranges: Mapping[str, Range], today: date) -> Measured:
    """The options that numbers mean; none where nothing counts, or it is denied ("bukan 3")."""
    measures = [measure for measure in measures if measure.bound or not measure.denied]
    if any(each.counted is Counted.AGE and each.one_is_enough for each in ranges.values()):
        measures = _children(measures)
    met: list[frozenset[str]] = []
    between: set[str] = set()
    out: set[str] = set()
    sure = True
    for counted in dict.fromkeys(each.counted for each in ranges.values()):
        of_kind = {key: each for key, each in ranges.items() if each.counted is counted}
        counts: Sequence[Measure] = measures
        if counted is Counted.LASTING:
            counts = _member_for(measures)
            if measures and not counts:
                # Only how long ago somebody left is told: it says nothing of either.
                return Measured(tuple(of_kind))
        spans = list(_spans(counts, counted, next(iter(of_kind.values())).each, today))
        several = len({each.of for each in counts}) > 1
        for span in (*_together(spans, counted), *(spans if several else ())):
            found = {key: each for key, each in of_kind.items() if _meets(span, each)}
            # "Kalau sudah 56" names no share.
            if not found and len(of_kind) > 1 and _is_of_kind(counted, measures):
                # Between two options: neither is meant for sure, whatever else is told.
                between |= of_kind.keys()
            if found:
                sure = sure and any(_holds(span, each) for each in found.values())
                met.append(frozenset(found))
            out |= {key for key, each in of_kind.items() if key not in found and _is_out(each)}
    keys = tuple(key for key in ranges if any(key in found for found in met))
    keys = _named_first(keys, measures, ranges, today)
    loose = any(ranges[key].counted is Counted.AGE for key in keys) and not any(
        measure.aged or measure.born or measure.apart for measure in measures
    )
    enough = [key for key in keys if ranges[key].one_is_enough and frozenset({key}) in met]
    if enough:
        return Measured((enough[0],), sure=True, loose=loose)
    if keys and between:
        return Measured(tuple(key for key in ranges if key in between or key in keys), loose=loose)
    return Measured(keys, sure and len(keys) == 1, frozenset(out) - set(keys), loose)


def _named_first(
    keys: tuple[str, ...], measures: Sequence[Measure], ranges: Mapping[str, Range], today: date
) -> tuple[str, ...]:
    if len(keys) < 2:
        return keys
    return tuple(sorted(keys, key=lambda key: not _is_named(measures, ranges[key], today)))


def _is_named(measures: Sequence[Measure], each: Range, today: date) -> bool:
    """Whether the number itself lies in a range, however vaguely it was said: "sekitar 9"."""
    plain = [replace(measure, about=False, bound="") for measure in measures]
    spans = _spans(plain, each.counted, each.each, today)
    middles = [(low + high) // 2 for low, high in spans]
    if each.counted in {Counted.LASTING, Counted.THINGS}:
        middles = [sum(middles)] if middles else []
    return any(each.low <= middle <= each.high for middle in middles)


def each_of_several(measures: Sequence[Measure]) -> Sequence[Measure]:
    """Together what is told of each: "3 PT, masing-masing 5 tahun" is 15 years."""
    things = [measure for measure in measures if measure.unit == THINGS]
    others = [measure for measure in measures if measure.unit != THINGS]
    if len(things) != 1 or len(others) != 1:
        return measures
    number = things[0].low
    return [replace(others[0], low=others[0].low * number, high=others[0].high * number)]


def _member_for(measures: Sequence[Measure]) -> Sequence[Measure]:
    """What tells how long somebody was a member, before how long they worked; how long ago they
    left tells neither, though it may end what began in another year."""
    gone = [each for each in measures if each.of == GONE]
    others = [each for each in measures if each.of != GONE]
    begun = [each for each in others if each.unit == CALENDAR]
    left = [each for each in gone if each.unit == CALENDAR]
    if len(begun) == len(left) == 1 and begun[0].low == begun[0].high < left[0].low:
        return [replace(begun[0], high=left[0].high, bound="", about=False)]
    member = [each for each in others if each.of == MEMBER]
    return member if member and all(each.of for each in others) else others


def _children(measures: Sequence[Measure]) -> list[Measure]:
    """ "Anak saya 27, 23, 4": a number too large for a count of children is an age, and so is every
    one behind it. "Anak 3, umur 24" begins with a count."""
    ages: list[Measure] = []
    for each in measures:
        bare = not (each.unit or each.aged)
        age = bare and (each.low >= _NO_COUNT or any(before.aged for before in ages))
        ages.append(replace(each, aged=True) if age else each)
    return ages


def _is_of_kind(counted: Counted, measures: Sequence[Measure]) -> bool:
    return counted is not Counted.SHARE or any(measure.unit == SHARE for measure in measures)


def _is_out(each: Range) -> bool:
    """Whether who is not of this range does not mean it: who is 52 may well wait until 56."""
    return each.counted is not Counted.AGE or each.low != each.high


def _meets(span: Span, each: Range) -> bool:
    return span[0] <= each.high and each.low <= span[1]


def _holds(span: Span, each: Range) -> bool:
    return each.low <= span[0] and span[1] <= each.high


def _together(spans: Sequence[Span], counted: Counted) -> Sequence[Span]:
    """Times in several jobs and cards of several kinds may be meant to be added up."""
    if len(spans) < 2 or counted not in {Counted.LASTING, Counted.THINGS}:
        return spans
    lowest = max(low for low, _ in spans)
    return [(lowest, min(ENDLESS, sum(high for _, high in spans)))]


def _spans(measures: Sequence[Measure], counted: Counted, each: int, today: date) -> Iterator[Span]:
    for measure in measures:
        span = _span(measure, counted, each, today)
        if span is not None:
            yield span


def _span(measure: Measure, counted: Counted, each: int, today: date) -> Span | None:
    """What a measure can mean of this kind; None when it is of another kind."""
    if measure.unit == OTHER:
        return None
    match counted:
        case Counted.AGE:
            return _age(measure, today)
        case Counted.LASTING:
            return _lasting(measure, each, today)
        case Counted.WORKDAYS:
            return _workdays(measure)
        case Counted.YEAR:
            return measure.span() if measure.unit == CALENDAR and not measure.born else None
        case Counted.RUPIAH:
            return measure.span() if measure.unit == RUPIAH else None
        case Counted.TIMES:
            return measure.span() if measure.unit == TIMES else None
        case Counted.SHARE:
            bare = not measure.unit and measure.apart and not measure.aged
            return measure.span() if measure.unit == SHARE or bare else None
    things = measure.unit == THINGS or _bare(measure, counted)
    return measure.span() if things and not measure.aged else None


def _bare(measure: Measure, counted: Counted) -> bool:
    return not measure.unit and measure.apart and measure.high <= _MOST[counted]


def _age(measure: Measure, today: date) -> Span | None:
    if measure.born and measure.unit == CALENDAR:
        low, high = measure.span()
        return max(0, today.year - high - 1), today.year - low
    if measure.past or measure.since or measure.born:
        return None
    if measure.unit == "tahun" or (measure.unit == "" and measure.aged):
        return _years_old(measure)
    if measure.unit in DAYS and (measure.aged or measure.apart):
        return 0, int(measure.high * DAYS[measure.unit]) // DAYS["tahun"]
    return _years_old(measure) if _bare(measure, Counted.AGE) else None


def _years_old(measure: Measure) -> Span:
    """Who is "56 tahun lebih" is 56."""
    low, high = measure.span()
    return (low - 1, high) if measure.bound == "lebih" else (low, high)


def _lasting(measure: Measure, each: int, today: date) -> Span | None:
    if measure.aged or measure.born:
        return None
    if measure.unit in DAYS:
        low, high = measure.span(DAYS[measure.unit])
        # "10 tahun lagi" is still to come, and who knows from when.
        return 0 if measure.to_go else low, high
    if measure.unit in SHORT:
        return 0, 0
    if measure.unit == CALENDAR:
        return _since(measure, today)
    return measure.span(each) if _bare(measure, Counted.LASTING) else None


def _since(measure: Measure, today: date) -> Span:
    """ "Dari 2010", or "2010 sampai 2018", in days of years of twelve months of thirty days."""
    year = DAYS["tahun"]
    if measure.high > measure.low and not measure.bound and not measure.about:
        years = int(measure.high - measure.low)
        return max(0, years - 1) * year, (years + 1) * year
    low, high = measure.span()
    shortest = (today - date(min(high, today.year), 12, 31)).days if high < today.year else 0
    longest = (today - date(max(low, 1900), 1, 1)).days if low <= today.year else 0
    return shortest * year // _DAYS_OF_YEAR, max(0, longest) * year // _DAYS_OF_YEAR + 1


def _workdays(measure: Measure) -> Span | None:
    """Working days in so many days: between two and no weekends fewer."""
    if measure.aged or measure.unit == CALENDAR:
        return None
    if measure.unit == WORKDAYS:
        return measure.span()
    if measure.unit in SHORT:
        return 0, 0
    bare = _bare(measure, Counted.WORKDAYS)
    if measure.unit not in DAYS and not bare:
        return None
    low, high = measure.span(DAYS.get(measure.unit, 1))
    if measure.unit in {"minggu", "bulan"} and high < ENDLESS:
        low, high = low - 1, high + 1  # nobody says "seminggu" to the day
    weeks, days = divmod(high, 7)
    most = ENDLESS if high >= ENDLESS else weeks * 5 + min(5, days)
    return low // 7 * 5 + max(0, low % 7 - 2), most
