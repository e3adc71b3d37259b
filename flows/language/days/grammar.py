"""Which words name which piece of a date: patterns over words of time in one spelling.

The most specific form first. Each word is used once: `PLACE` stands where one was, `GONE` where a
number was that belongs to no date.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
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

PLACE: Final = "#"
NO_SUCH_DAY: Final = "no_such_day"

Made = tuple[Item, ...] | str | None
"""The pieces that words name; why they cannot be read; None: the words are something else."""

_FEW: Final = (2, 9)
""" "Beberapa": how many that can be."""

_NUM: Final = r"\d{1,3}(?:,\d+)?"
_UNIT: Final = r"(hari|minggu|bulan|tahun)"
_BOUND: Final = r"(?:<(kurang_dari|lebih_dari|hampir)> )?"
_LENGTH: Final = (
    rf"{_BOUND}({_NUM}|beberapa)(?: (?:(?:-|/|atau|hingga|\.) )?(\d{{1,2}}))? {_UNIT}"
    rf"(?: (?:dan |lebih )?({_NUM}) {_UNIT})?(?: (lebih|kurang))?"
    r"(?: (?:sedikit|dikit))?"
)
_WHICH: Final = r"(lalu|kemarin|ini|sekarang|depan|nanti|besok)(?: lalu)?"
_SHIFT: Final = {"lalu": -1, "kemarin": -1, "ini": 0, "sekarang": 0}
_SEP: Final = r"(?: [-/.])? "
_JOIN: Final = r"(?:-|hingga|atau|dan|/)"


def _length(found: re.Match[str], at: int = 1) -> Length | None:
    """The length of `_LENGTH`, whose groups begin at `at`."""
    bound, amount, most, unit, more, smaller, beyond = found.groups()[at - 1 : at + 6]
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


def _ago(found: re.Match[str]) -> Made:
    length = _length(found)
    way = "lagi" if found["way"] in {"lagi", "depan", "nanti"} else "lalu"
    if length is None:
        return "leftover"
    return (_going(length, way),)


def _going(length: Length, way: str) -> Length:
    bound = "" if length.bound == "hampir" and way == "lagi" else length.bound
    return Length(length.amount, length.most, length.unit, length.more, length.smaller, way, bound)


def _lasting(found: re.Match[str]) -> Made:
    length = _length(found)
    return (length,) if length else "leftover"


def _worked(found: re.Match[str]) -> Made:
    length = _length(found)
    return (Worked(length),) if length else "leftover"


def _age(found: re.Match[str]) -> Made:
    return (Age(int(found["years"])),)


def _beside(found: re.Match[str]) -> Made:
    side = 1 if found["side"] in {"setelah", "habis"} else -1
    if found.lastindex and found.lastindex > 1:
        length = _length(found)
        return (Beside(side, length),) if length else "leftover"
    return (Beside(side),)


def _whole(year: str, month: str, day: str) -> Made:
    known = made(int(year), int(month), int(day))
    return (Whole(known),) if known else NO_SUCH_DAY


def _iso(found: re.Match[str]) -> Made:
    return _whole(found[1], found[2], found[3])


def _solid(found: re.Match[str]) -> Made:
    """ "15082026" and "20260815"."""
    text = found[1]
    known = made(int(text[4:]), int(text[2:4]), int(text[:2]))
    known = known or made(int(text[:4]), int(text[4:6]), int(text[6:]))
    return (Whole(known),) if known and 1900 <= known.year <= 2100 else None


def _numeric(found: re.Match[str]) -> Made:
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


def _month_and_year(found: re.Match[str]) -> Made:
    month = int(found[1])
    return (MonthOf(month), YearOf(found[2])) if 1 <= month <= 12 else None


def _day(found: re.Match[str]) -> Made:
    first = int(found[1])
    last = int(found[2]) if found.lastindex and found.lastindex > 1 else first
    return (DayOf(first, last),) if 1 <= first <= last <= 31 else NO_SUCH_DAY


def _days_from(found: re.Match[str]) -> Made:
    """ "20-an agustus": the twentieth and the nine days after it."""
    first = int(found[1])
    return (DayOf(first, first + 9),) if first < 30 else (DayOf(30, 30),)


def _decade(found: re.Match[str]) -> Made:
    return (Decade(found[1] or found[2]),)


def _day_of_this(found: re.Match[str]) -> Made:
    """ "13 bulan ini"; up to twelve it can be a length as well."""
    day = int(found[1])
    return (DayOf(day, day), MonthShift(0)) if 12 < day <= 31 else "two_dates"


def _month(found: re.Match[str]) -> Made:
    month = int(found[1])
    tail = found[2] if found.lastindex and found.lastindex > 1 else ""
    return (MonthOf(month, tail),) if 1 <= month <= 12 else NO_SUCH_DAY


def _month_and_day(found: re.Match[str]) -> Made:
    return (MonthOf(int(found[1])), DayOf(int(found[2]), int(found[2])))


def _month_shift(found: re.Match[str]) -> Made:
    return (MonthShift(_SHIFT.get(found[1], 1)),)


def _year_shift(found: re.Match[str]) -> Made:
    return (YearShift(_SHIFT.get(found[1], 1)),)


def _week_shift(found: re.Match[str]) -> Made:
    return (WeekShift(_SHIFT.get(found[1], 1)),)


def _week(found: re.Match[str]) -> Made:
    number = found[1] or found[2]
    if number and not 1 <= int(number) <= 5:
        return NO_SUCH_DAY
    return (WeekOf(int(number) if number else 5),)


def _year(found: re.Match[str]) -> Made:
    return (YearOf(found[1]),)


_SAME: Final = {"kemarin": "lalu", "besok": "depan", "nanti": "depan", None: ""}


def _weekday(found: re.Match[str]) -> Made:
    return (Weekday(int(found[1]), _SAME.get(found[2], found[2])),)


def _eve(found: re.Match[str]) -> Made:
    """ "Malam Jumat" is the evening before."""
    return (Weekday((int(found[1]) - 1) % 7, _SAME.get(found[2], found[2])),)


def _part(found: re.Match[str]) -> Made:
    return (PartOf(found[1], found[2] or ""),)


def _feast(found: re.Match[str]) -> Made:
    return (Feast(found["feast"]),)


def _feast_nth(found: re.Match[str]) -> Made:
    """ "Lebaran hari kedua"."""
    return (Feast(found["feast"], int(found["nth"]) - 1),)


def _feast_day(found: re.Match[str]) -> Made:
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


def _near(found: re.Match[str]) -> Made:
    return (Near(_NEAR.get(found[1], 0)),)


def _last_night(_found: re.Match[str]) -> Made:
    return (Near(-1, about=True),)


def _past(_found: re.Match[str]) -> Made:
    return (Toward(Tense.PAST),)


def _tomorrow(_found: re.Match[str]) -> Made:
    return (Near(1),)


def _yesterday(_found: re.Match[str]) -> Made:
    return (Near(-1),)


def _future(_found: re.Match[str]) -> Made:
    return (Toward(Tense.FUTURE),)


def _nothing(_found: re.Match[str]) -> Made:
    return ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, and what is made of what it finds."""

    pattern: re.Pattern[str]
    make: Callable[[re.Match[str]], Made]


_F: Final = r"f_(?P<feast>[a-z_]+)"
_PART: Final = r"(awal|pertengahan|akhir)(?: \1)?"
_DATED: Final = (
    r"(?= (?:hari |tanggal |bulan |tahun |malam |awal |akhir |pertengahan )*(?:f_|[mw]\d|\d|#))"
)
RULES: Final = tuple(
    Rule(re.compile(rf"(?<!\S){pattern}(?!\S)"), make)
    for pattern, make in (
        (r"((?:19|20)\d\d) [-/.] (\d{1,2}) [-/.] (\d{1,2})", _iso),
        (r"(\d{1,2}) [-/.] (\d{1,2}) (?:[-/.] )?((?:19|20)\d\d)", _numeric),
        (r"(\d{1,2}) [-/.] (\d{1,2}) [-/.] (\d\d)", _numeric),
        (r"(\d{1,2}) (\d{1,2}) ((?:19|20)\d\d)", _numeric),
        (r"(?<!m\d )(?<!m\d\d )(\d\d) (\d\d) (\d\d)", _numeric),
        (r"(\d{1,2}) (\d{1,2}) (3[2-9]|[4-9]\d)", _numeric),
        (r"(\d{8})", _solid),
        (
            rf"(?:hari )?h (?P<sign>[-+]) (?P<days>\d{{1,2}})"
            rf"(?: hari)?(?: (?:sebelum|setelah|habis|dari))? {_F}",
            _feast_day,
        ),
        (rf"(?:hari )?{_F} h (?P<sign>[-+]) (?P<days>\d{{1,2}})", _feast_day),
        (rf"(?:hari )?k(?P<nth>[1-9]) {_F}", _feast_nth),
        (rf"{_F} (?:hari )?k(?P<nth>[1-9])", _feast_nth),
        (r"(\d{1,2}) [-/.] ((?:19|20)\d\d)", _month_and_year),
        (r"<umur> (?:saya |sekarang )*(?P<years>\d{2})(?: tahun)?", _age),
        (r"(?P<years>\d{2}) tahun <umur>", _age),
        (
            rf"(?<!tidak )<kerja>(?: (?:selama|saja|baru|hampir))* {_LENGTH}"
            r"(?! (?:lalu|kemarin|lagi|depan))",
            _worked,
        ),
        (rf"{_LENGTH} (?:saja )?<kerja>", _worked),
        (
            rf"(?:tanggal )?(\d{{1,2}}) {_JOIN} (?:tanggal )?(\d{{1,2}})"
            rf"(?={_SEP}(?:bulan )?m\d)",
            _day,
        ),
        (rf"tanggal (\d{{1,2}}) {_JOIN} (?:tanggal )?(\d{{1,2}})(?= bulan)", _day),
        (r"(?:tanggal )?(\d{1,2}) [-/.] (\d{1,2})(?! (?:hari|minggu|bulan|tahun))", _numeric),
        (rf"(?:tanggal )?([123]0) an(?={_SEP}(?:bulan )?m\d)", _days_from),
        (r"tanggal ([123]0) an", _days_from),
        (r"(?:tahun )?((?:19|20)\d0) an|tahun (\d0) an", _decade),
        (r"m(\d+) tanggal (\d{1,2})", _month_and_day),
        (r"tanggal (\d{1,2})", _day),
        (r"(\d{1,2}) bulan ini", _day_of_this),
        (rf"{_LENGTH} (?P<side>sebelum|setelah){_DATED}", _beside),
        (rf"{_LENGTH} (?P<side>habis)(?= (?:hari )?f_)", _beside),
        (rf"{_LENGTH} (?P<way>lalu|kemarin|terakhir|lagi|depan|nanti)", _ago),
        (rf"(?P<side>sebelum|setelah){_DATED}", _beside),
        (r"(?P<side>habis|mau|dekat)(?= (?:hari |bulan )?f_)", _beside),
        (_LENGTH, _lasting),
        (rf"{_PART} (bulan|tahun|minggu)(?= (?:nanti|besok))", _part),
        (rf"bulan {_WHICH}", _month_shift),
        (rf"tahun {_WHICH}", _year_shift),
        (rf"minggu {_WHICH}", _week_shift),
        (r"minggu (?:k(\d)|terakhir)|k(\d) minggu", _week),
        (r"(?:tahun )?((?:19|20)\d\d)", _year),
        (r"tahun (\d\d)", _year),
        (rf"(\d{{1,2}})(?={_SEP}(?:bulan )?m\d)", _day),
        (r"(?:bulan )?(?:[-/.] )?m(\d+)(?: [-/.])? (\d{1,2})", _month),
        (r"(?:bulan )?(?:[-/.] )?m(\d+)", _month),
        (r"malam w(\d)(?: (lalu|kemarin|ini|depan|besok|nanti))?", _eve),
        (r"(?:hari )?w(\d)(?: (lalu|kemarin|ini|depan|besok|nanti))?", _weekday),
        (rf"{_PART}(?: (bulan|tahun|minggu))?", _part),
        (rf"(?:hari |bulan |tahun )?{_F}", _feast),
        (r"(?:tadi )?semalam|(?:tadi|mau|kemarin) malam|malam (?:tadi|kemarin)", _last_night),
        (r"(kemarin lalu|kemarin lusa|lusa kemarin|hari ini|besok lusa|lusa|sekarang|tadi)", _near),
        (r"kemarin", _yesterday),
        (r"besok", _tomorrow),
        (r"lalu", _past),
        (r"depan|nanti", _future),
    )
)  # fmt: skip
"""In this order; what one of them used, no later one sees."""


def items_in(words: str) -> tuple[list[Item], list[str], str]:
    """What the words name; why something in them cannot be read; what is left of them."""
    items: list[Item] = []
    reasons: list[str] = []

    def used(found: re.Match[str]) -> str:
        what = rule.make(found)
        if what is None:
            return found[0]
        if isinstance(what, str):
            reasons.append(what)
        else:
            items.extend(what)
        return PLACE

    for rule in RULES:
        words = rule.pattern.sub(used, words)
    return items, reasons, words
