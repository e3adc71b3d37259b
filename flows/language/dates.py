"""Dates as people write them: "15 agustus", "2 bulan lalu", "akhir okt 2025", "kemarin".

A vague moment becomes the latest day it can mean, never later than today, and is marked
approximate: a waiting time worked out from it is then rather too long than too short.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import Final

from flows.language.time_words import TimeWords
from flows.language.understanding import Folded, Unclear, Understood

_LONGEST: Final = 200
"""Characters; what names one day is shorter."""

_UNIT: Final = r"(hari|minggu|bulan|tahun)"
_SPAN: Final = rf"(\d+(?:,\d+)?) {_UNIT}(?: (?:dan )?(\d+(?:,\d+)?) {_UNIT})?"


class Tense(Enum):
    """Which way a question about a day looks: what is left out of a date is completed that way."""

    PAST = "past"
    FUTURE = "future"


@dataclass(frozen=True, slots=True)
class Moment:
    """The latest day that the words can mean."""

    day: date
    approximate: bool = False


_Reader = Callable[[re.Match[str], date], Moment | str | None]


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _year(written: str, today: date) -> int:
    """Four digits as they are; two digits up to next year's are this century."""
    year = int(written)
    if len(written) > 2:
        return year
    return year + (2000 if year <= today.year % 100 + 1 else 1900)


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _back(today: date, months: int) -> date:
    """The same day `months` months earlier (later when negative), or that month's last day."""
    count = today.year * 12 + today.month - 1 - months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))


def _moved(today: date, written: str, unit: str, sign: int) -> date | None:
    amount = float(written.replace(",", "."))
    try:
        if unit in {"hari", "minggu"}:
            return today - timedelta(days=sign * round(amount * (7 if unit == "minggu" else 1)))
        return _back(today, sign * round(amount * (12 if unit == "tahun" else 1)))
    except (ValueError, OverflowError):
        return None


def _span(found: re.Match[str], today: date) -> Moment | str | None:
    """ "2 bulan lalu", "1 tahun 2 bulan lalu", "3 hari lagi"."""
    future = found["way"] in {"lagi", "depan"}
    sign = -1 if future else 1
    day = _moved(today, found[1], found[2], sign)
    if day and found[3]:
        day = _moved(day, found[3], found[4], sign)
    return Moment(day, approximate=found[2] != "hari" or bool(found[3])) if day else "no_such_day"


def _numeric(found: re.Match[str], today: date) -> Moment | str | None:
    """ "15/8", "15-08-26", "15.8.2026"; day first, month first only where nothing else fits."""
    first, second, third = int(found[1]), int(found[2]), "".join(found.groups()[2:])
    swapped = second > 12 >= first
    day, month = (second, first) if swapped else (first, second)
    if third:
        made = _made(_year(third, today), month, day)
    else:
        made = _made(today.year, month, day) or _made(today.year - 1, month, day)
        if made and made > today:
            made = _made(today.year - 1, month, day)
    return Moment(made, swapped) if made else "no_such_day"


def _iso(found: re.Match[str], _today: date) -> Moment | str | None:
    made = _made(int(found[1]), int(found[2]), int(found[3]))
    return Moment(made) if made else "no_such_day"


def _solid(found: re.Match[str], _today: date) -> Moment | str | None:
    """ "15082026" and "20260815"."""
    text = found[1]
    made = _made(int(text[4:]), int(text[2:4]), int(text[:2]))
    made = made or _made(int(text[:4]), int(text[4:6]), int(text[6:]))
    return Moment(made) if made and 1900 <= made.year <= 2100 else None


def _named(found: re.Match[str], today: date) -> Moment | str | None:
    """ "15 agustus", "15 agustus 2025", "agustus 15"."""
    day, month = int(found["day"]), int(found["month"])
    if found["year"]:
        made = _made(_year(found["year"], today), month, day)
        return Moment(made) if made else "no_such_day"
    for year in range(today.year, today.year - 8, -1):
        made = _made(year, month, day)
        if made and made <= today:
            return Moment(made)
    return "no_such_day"


_DAYS_OF: Final = {"awal": (1, 10), "pertengahan": (11, 20), "akhir": (21, 31), "": (1, 31)}
_MONTHS_OF: Final = {"awal": (1, 4), "pertengahan": (5, 8), "akhir": (9, 12), "": (1, 12)}


def _period(first: date, last: date, today: date) -> Moment:
    """The latest day of a period that has begun; its last day when it is still to come."""
    return Moment(min(last, today) if first <= today else last, approximate=True)


def _in_month(year: int, month: int, part: str | None, today: date) -> Moment | str:
    if not 1 <= month <= 12 or not 1 <= year <= 9998:
        return "no_such_day"
    start, end = _DAYS_OF[part or ""]
    last = _month_end(year, month)
    return _period(last.replace(day=start), last.replace(day=min(end, last.day)), today)


def _in_year(year: int, part: str | None, today: date) -> Moment:
    start, end = _MONTHS_OF[part or ""]
    return _period(date(year, start, 1), _month_end(year, end), today)


def _month(found: re.Match[str], today: date) -> Moment | str | None:
    """ "akhir okt 2025", "okt 2025", "bulan oktober": the last day it can mean."""
    month = int(found["month"])
    if found["year"]:
        return _in_month(_year(found["year"], today), month, found["part"], today)
    year = today.year if month <= today.month else today.year - 1
    return _in_month(year, month, found["part"], today)


def _relative_month(found: re.Match[str], today: date) -> Moment | str | None:
    """ "awal bulan lalu", "bulan ini", "bulan depan"."""
    base = _back(today, {"ini": 0, "": 0, "depan": -1}.get(found["which"], 1))
    return _in_month(base.year, base.month, found["part"], today)


def _day_of_relative_month(found: re.Match[str], today: date) -> Moment | str | None:
    """ "tanggal 3 bulan ini", "tgl 25 bulan lalu"."""
    base = _back(today, {"ini": 0, "depan": -1}.get(found["which"], 1))
    made = _made(base.year, base.month, int(found["day"]))
    return Moment(made) if made else "no_such_day"


def _relative_year(found: re.Match[str], today: date) -> Moment | str | None:
    """ "tahun lalu", "akhir tahun lalu", "awal tahun ini"."""
    year = today.year + {"ini": 0, "": 0, "depan": 1}.get(found["which"], -1)
    return _in_year(year, found["part"], today)


def _year_only(found: re.Match[str], today: date) -> Moment | str | None:
    year = int(found["year"])
    if not found["part"] and year >= today.year:
        return "no_month"
    return _in_year(year, found["part"], today)


def _weekday(found: re.Match[str], today: date) -> Moment | str | None:
    back = (today.weekday() - int(found[1])) % 7 or 7
    return Moment(today - timedelta(days=back), approximate=True)


_NEAR: Final = {"kemarin lalu": 2, "kemarin lusa": 2, "kemarin": 1, "besok": -1, "lusa": -2}


def _near(found: re.Match[str], today: date) -> Moment | str | None:
    return Moment(today - timedelta(days=_NEAR.get(found[0], 0)))


def _last_week(found: re.Match[str], today: date) -> Moment | str | None:
    days = {"ini": 0, "depan": -7}.get(found["which"], 7)
    return Moment(today - timedelta(days=days), approximate=True)


def _day_without_month(_found: re.Match[str], _today: date) -> Moment | str | None:
    return "no_month"


_WHICH: Final = r"(?P<which>lalu|kemarin|sebelumnya|ini|depan)"
_PART: Final = r"(?:(?P<part>awal|pertengahan|akhir)(?: bulan)? )?"
_OF_YEAR: Final = r"(?: (?:tahun )?(?P<year>(?:19|20)\d\d|\d\d(?= *$))| (?:lalu|kemarin))?"
_GRAMMAR: Final[tuple[tuple[re.Pattern[str], _Reader], ...]] = tuple(
    (re.compile(rf"(?<!\S){pattern}(?!\S)"), reader)
    for pattern, reader in (
        (r"((?:19|20)\d\d) [-/.] (\d{1,2}) [-/.] (\d{1,2})", _iso),
        (r"(\d{1,2}) [-/.] (\d{1,2}) [-/.] (\d{4}|\d{2})", _numeric),
        (r"(\d{1,2}) (\d{1,2}) ((?:19|20)\d\d)", _numeric),
        (r"(\d{8})", _solid),
        (
            rf"(?P<day>\d{{1,2}}) (?:[-/.] )?(?:bulan )?m(?P<month>\d+)(?: ?[-/.,'])?{_OF_YEAR}",
            _named,
        ),
        (r"m(?P<month>\d+) (?:tanggal )?(?P<day>\d{1,2})(?: ,)?(?: (?P<year>\d{4}))?", _named),
        (rf"{_PART}(?:bulan )?m(?P<month>\d+)(?: [-/.,'])?{_OF_YEAR}", _month),
        (rf"tanggal (?P<day>\d{{1,2}}) bulan {_WHICH}", _day_of_relative_month),
        (r"(?P<day>\d{1,2}) bulan (?P<which>ini)", _day_of_relative_month),
        (rf"{_SPAN} (?P<way>lalu|kemarin|lagi|depan)", _span),
        (rf"{_PART}bulan {_WHICH}", _relative_month),
        (rf"{_PART}tahun {_WHICH}", _relative_year),
        (rf"(?:hari )?minggu {_WHICH}", _last_week),
        (r"(?:hari )?w(\d)(?: (?:lalu|kemarin))?", _weekday),
        (r"(?P<part>awal|pertengahan|akhir) (?P<which>)bulan", _relative_month),
        (r"(?P<part>awal|pertengahan|akhir) (?P<which>)tahun", _relative_year),
        (r"(?P<part>)(?P<month>\d{1,2}) [-/.] (?P<year>(?:19|20)\d\d)", _month),
        (r"(\d{1,2}) / (\d{1,2})", _numeric),
        (r"(\d{1,2}) - (\d{1,2})", _numeric),
        (r"kemarin (?:lalu|lusa)|kemarin|besok|lusa|hari ini|sekarang|tadi(?: \S+)?", _near),
        (rf"{_PART}(?:tahun )?(?P<year>(?:19|20)\d\d)", _year_only),
        (r"tanggal \d{1,2}", _day_without_month),
    )
)
_LESS: Final = re.compile(rf"\b(?:belum(?: ada| genap| hingga)?|kurang dari) {_SPAN}")
_MORE: Final = re.compile(rf"\b(?:lebih dari|lebih) {_SPAN}|{_SPAN} lebih")
_BARE_SPAN: Final = re.compile(rf"(?<!\S){_SPAN}(?!\S)")


def _readings(words: str, today: date) -> list[Moment | str]:
    """Everything the grammar finds, the most specific form first, each word used once."""
    found: list[Moment | str] = []
    for pattern, reader in _GRAMMAR:
        for match in list(pattern.finditer(words)):
            reading = reader(match, today)
            if reading is not None:
                found.append(reading)
                words = words.replace(match[0], "#", 1)
    return found


def _duration(words: str, today: date) -> Moment | None:
    """ "2 bulan", "belum sebulan", "lebih dari sebulan" as an answer to "since when?"."""
    if _LESS.search(words):
        return Moment(today, approximate=True)
    span = _BARE_SPAN.search(words)
    day = _moved(today, span[1], span[2], 1) if span else None
    if span and day and span[3]:
        day = _moved(day, span[3], span[4], 1)
    if day and _MORE.search(words):
        day -= timedelta(days=1)
    return Moment(day, approximate=True) if day else None


class Dates:
    """Reads days with the words of one word list."""

    def __init__(self, words: TimeWords) -> None:
        self._words = words

    def find(self, folded: Folded, today: date, *, durations: bool = False) -> list[Moment]:
        """The different days a text names; with `durations`, "2 bulan" is "2 bulan lalu"."""
        words = self._words.canonical(folded)
        found = {item for item in _readings(words, today) if isinstance(item, Moment)}
        if not found and durations and (since := _duration(words, today)):
            found = {since}
        return sorted(found, key=lambda moment: moment.day)

    def read(
        self, folded: Folded, today: date, tense: Tense = Tense.PAST
    ) -> Understood[date] | Unclear:
        """The one day a text names, past or future. Never raises.

        tense: which way the question looks.

        Reasons: `not_a_date`, `no_month` ("tgl 3"), `no_such_day` ("31 februari"), `two_dates`.
        """
        words = self._words.canonical(Folded(folded[:_LONGEST]))
        less = _LESS.search(words)
        found = [] if less else _readings(words, today)
        reasons = [item for item in found if isinstance(item, str)]
        moments = {item for item in found if isinstance(item, Moment)}
        if not found and (since := _duration(words, today)):
            moments = {since}
        if len({moment.day for moment in moments}) > 1:
            return Unclear("two_dates")
        if not moments:
            bare = re.fullmatch(r"\d{1,2}", words)
            return Unclear(reasons[0] if reasons else "no_month" if bare else "not_a_date")
        moment = next(iter(moments))
        return Understood(moment.day, moment.approximate)
