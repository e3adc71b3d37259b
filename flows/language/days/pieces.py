"""What the words found by a pattern of `flows.language.days.grammar` name: pieces of a date."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from flows.language.days.calendar import Tense, made
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

NO_SUCH_DAY: Final = "no_such_day"

Made = tuple[Item, ...] | str | None
"""The pieces that words name; why they cannot be read; None: the words are something else."""

_FEW: Final = (2, 9)
""" "Beberapa": how many that can be."""

_SHIFT: Final = {"lalu": -1, "kemarin": -1, "ini": 0, "sekarang": 0}


def _length(found: re.Match[str]) -> Length | None:
    """The length in the first seven groups; None for one that makes no sense ("5 2 bulan")."""
    bound, amount, most, unit, more, smaller, beyond = found.groups()[:7]
    if beyond and not bound:
        bound = {"lebih": "lebih_dari", "kurang": "hampir"}[beyond]
    if amount == "beberapa":
        return Length(*_FEW, unit, bound=bound or "") if not (most or more) else None
    least = float(amount.replace(",", "."))
    if more and smaller == unit and not most:
        most, more = more, None
    top = float(most.replace(",", ".")) if most else least
    if top < least or (most and more) or (most and top > 3 * least + 3):
        return None
    return Length(
        least,
        top,
        unit,
        more=float(more.replace(",", ".")) if more else 0,
        smaller=smaller or "" if more else "",
        bound=bound or "",
    )


_TO_COME: Final = frozenset({"lagi", "depan", "nanti", "dari sekarang"})


def ago(found: re.Match[str]) -> Made:
    length = _length(found)
    way = "lagi" if found["way"] in _TO_COME else "lalu"
    if length is None:
        return "leftover"
    return (_going(length, way),)


def _going(length: Length, way: str) -> Length:
    bound = "" if length.bound == "hampir" and way == "lagi" else length.bound
    return replace(length, way=way, bound=bound)


def many(found: re.Match[str]) -> Made:
    """ "Bertahun-tahun lalu": nobody knows how many."""
    return "leftover"


def lasting(found: re.Match[str]) -> Made:
    length = _length(found)
    return (length,) if length else "leftover"


def worked(found: re.Match[str]) -> Made:
    length = _length(found)
    return (Worked(length),) if length else "leftover"


def age(found: re.Match[str]) -> Made:
    """ "Umur 55", "umur 55 tahun 3 bulan"."""
    return (Age(int(found["years"]), int(found["months"] or 0)),)


def age_going(found: re.Match[str]) -> Made:
    """ "54 jalan 55": still the first."""
    return (Age(int(found["years"])),)


def turning(found: re.Match[str]) -> Made:
    """ "Ulang tahun ke 56", "genap 56": the age that is reached on a day."""
    return (Age(int(found["years"]), turning=True),)


def year_of_age(found: re.Match[str]) -> Made:
    """ "Tahun depan 56"."""
    return (YearShift(_SHIFT.get(found[1], 1)), *(turning(found) or ()))


def birth_year(found: re.Match[str]) -> Made:
    """ "Lahir 68": no day of a month that ends before it."""
    return (YearOf(found[1]),)


def beside(found: re.Match[str]) -> Made:
    side = 1 if found["side"] in {"setelah", "habis"} else -1
    if found.lastindex and found.lastindex > 1:
        length = _length(found)
        return (Beside(side, length),) if length else "leftover"
    return (Beside(side),)


def _whole(year: str, month: str, day: str) -> Made:
    known = made(int(year), int(month), int(day))
    return (Whole(known),) if known else NO_SUCH_DAY


def iso(found: re.Match[str]) -> Made:
    return _whole(found[1], found[2], found[3])


def solid(found: re.Match[str]) -> Made:
    """ "15082026" and "20260815"."""
    text = found[1]
    known = made(int(text[4:]), int(text[2:4]), int(text[:2]))
    known = known or made(int(text[:4]), int(text[4:6]), int(text[6:]))
    return (Whole(known),) if known and 1900 <= known.year <= 2100 else None


def numeric(found: re.Match[str]) -> Made:
    """ "15/8", "15-08-26", "15.8.2026"; day first, month first only where nothing else fits."""
    first, second = int(found[1]), int(found[2])
    year = (YearOf(found[3]),) if found.lastindex and found.lastindex > 2 else ()
    if not year and second > 12 >= first > 0:
        return (MonthOf(first, found[2]),)
    swapped = second > 12 >= first
    day, month = (second, first) if swapped else (first, second)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return NO_SUCH_DAY
    return (DayOf(day, day, swapped), MonthOf(month), *year)


def month_and_year(found: re.Match[str]) -> Made:
    month = int(found[1])
    return (MonthOf(month), YearOf(found[2])) if 1 <= month <= 12 else None


def day(found: re.Match[str]) -> Made:
    first = int(found[1])
    last = int(found[2]) if found.lastindex and found.lastindex > 1 else first
    return (DayOf(first, last),) if 1 <= first <= last <= 31 else NO_SUCH_DAY


def days_from(found: re.Match[str]) -> Made:
    """ "20-an agustus": the twentieth and the nine days after it."""
    first = int(found[1])
    return (DayOf(first, first + 9),) if first < 30 else (DayOf(30, 30),)


def decade(found: re.Match[str]) -> Made:
    return (Decade(found[1] or found[2]),)


def day_of_this(found: re.Match[str]) -> Made:
    """ "13 bulan ini"; up to twelve it can be a length as well."""
    day = int(found[1])
    return (DayOf(day, day), MonthShift(0)) if 12 < day <= 31 else "two_dates"


def month(found: re.Match[str]) -> Made:
    month = int(found[1])
    tail = found[2] if found.lastindex and found.lastindex > 1 else ""
    return (MonthOf(month, tail),) if 1 <= month <= 12 else NO_SUCH_DAY


def month_and_day(found: re.Match[str]) -> Made:
    return (MonthOf(int(found[1])), DayOf(int(found[2]), int(found[2])))


def month_shift(found: re.Match[str]) -> Made:
    return (MonthShift(_SHIFT.get(found[1], 1)),)


def year_shift(found: re.Match[str]) -> Made:
    return (YearShift(_SHIFT.get(found[1], 1)),)


def week_shift(found: re.Match[str]) -> Made:
    return (WeekShift(_SHIFT.get(found[1], 1)),)


def week(found: re.Match[str]) -> Made:
    number = found[1] or found[2]
    if number and not 1 <= int(number) <= 5:
        return NO_SUCH_DAY
    return (WeekOf(int(number) if number else 5),)


def year(found: re.Match[str]) -> Made:
    return (YearOf(found[1]),)


_COMING: Final = ("besok", "nanti")


def _on_weekday(number: int, which: str | None) -> Made:
    """ "Jumat besok" is the coming one, "jumat depan" may be the one after it."""
    if which in _COMING:
        return (Weekday(number), Toward(Tense.FUTURE))
    return (Weekday(number, {"kemarin": "lalu"}.get(which or "", which or "")),)


def weekday(found: re.Match[str]) -> Made:
    return _on_weekday(int(found[1]), found[2])


def eve(found: re.Match[str]) -> Made:
    """ "Malam Jumat" is the evening before."""
    return _on_weekday((int(found[1]) - 1) % 7, found[2])


def part(found: re.Match[str]) -> Made:
    return (PartOf(found[1], found[2] or ""),)


def feast(found: re.Match[str]) -> Made:
    return (Feast(found["feast"]),)


def feast_nth(found: re.Match[str]) -> Made:
    """ "Lebaran hari kedua"."""
    return (Feast(found["feast"], int(found["nth"]) - 1),)


def feast_day(found: re.Match[str]) -> Made:
    days = int(found["days"])
    return (Feast(found["feast"], -days if found["sign"] == "-" else days),)


_NEAR: Final = {
    "kemarin lalu": -2,
    "kemarin lusa": -2,
    "lusa kemarin": -2,
    "hari ini": 0,
    "sekarang": 0,
    "tadi": 0,
    "besok lusa": 2,
    "lusa": 2,
}


def near(found: re.Match[str]) -> Made:
    return (Near(_NEAR.get(found[1], 0), now=found[1] == "sekarang"),)
