"""Dated, sourced values: limits, ages, waiting times. Content in ``content/numbers/*.yaml``.

A number has a list of values, each valid from a day on. There is no default: a day before the
first value has no number, and that is an error, because a guessed limit costs people money.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from functools import cached_property
from typing import Final, Literal, NamedTuple

from babel.numbers import format_decimal
from pydantic import Field

from flows.content.guide import Content, Day
from flows.content.visible import Seen, is_visible
from flows.texts.spoken import rupiah_words

Unit = Literal[
    "rupiah", "hari", "hari_kerja", "bulan", "tahun", "persen", "jam", "telepon", "kali", "teks"
]

WHOLE: Final[Mapping[Unit, int]] = {
    "rupiah": 10**12,
    "hari": 3660,
    "hari_kerja": 3660,
    "bulan": 1200,
    "tahun": 120,
    "kali": 1000,
}
"""Units whose value is a whole number, one or more, and the most that makes sense."""

_HOURS: Final = re.compile(
    r"(\d{1,2})[.:](\d{2})(?:\s*[-–]\s*(\d{1,2})[.:](\d{2}))?(?:\s*(WIB|WITA|WIT))?"
)


class NoValueError(LookupError):
    """There is no such number, or it has no value yet on that day."""


class Hours(NamedTuple):
    """A time of day, or a span of it; `zone` as people write it (WIB, WITA, WIT)."""

    start: time
    end: time | None = None
    zone: str | None = None


Value = int | Decimal | Hours | str


class WrittenValue(Content):
    """One entry of `values` as written: the text of the value is typed by the unit."""

    from_: Day = Field(alias="from")
    value: str
    stands_on: Seen | None = None


class WrittenNumber(Content):
    """One number as written in ``content/numbers/*.yaml``."""

    title: Seen
    unit: Unit
    values: tuple[WrittenValue, ...] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class Dated:
    """A typed value, the day it starts, and the statement it stands on."""

    start: date
    value: Value
    stands_on: str = ""


@dataclass(frozen=True)
class Number:
    """A number with its values in order of their first day."""

    id: str
    title: str
    unit: Unit
    values: tuple[Dated, ...]

    @cached_property
    def _starts(self) -> tuple[date, ...]:
        return tuple(entry.start for entry in self.values)

    def on(self, day: date) -> Dated:
        """The entry valid on `day`. Raises NoValueError before the first one."""
        index = bisect_right(self._starts, day)
        if index == 0:
            raise NoValueError(f"number {self.id!r} has no value on {day.isoformat()}")
        return self.values[index - 1]

    def longest(self) -> str:
        """The longest way any of its values is said, for checking lengths."""
        return max((say(entry.value, self.unit) for entry in self.values), key=len)


@dataclass(frozen=True)
class Numbers:
    """All numbers of the content. Every question names the day it is asked for."""

    by_id: Mapping[str, Number] = field(default_factory=dict)

    def _entry(self, number_id: str, day: date) -> Dated:
        number = self.by_id.get(number_id)
        if number is None:
            raise NoValueError(f"there is no number {number_id!r}")
        return number.on(day)

    def value(self, number_id: str, day: date) -> Value:
        """The value on `day`, typed by its unit.

        rupiah, hari, hari_kerja, bulan, tahun, kali: `int`; persen: `Decimal` (30 means 30%);
        jam: `Hours`; telepon and teks: `str`. Raises NoValueError.
        """
        return self._entry(number_id, day).value

    def whole(self, number_id: str, day: date) -> int:
        """The value on `day` of a number in rupiah, days, months, years or times.

        Raises NoValueError, and TypeError for a number with another unit.
        """
        value = self.value(number_id, day)
        if not isinstance(value, int):
            raise TypeError(f"number {number_id!r} is not a whole number")
        return value

    def words(self, number_id: str, day: date) -> str:
        """The value on `day` as people say it: "15 juta", "5 hari kerja", "30%".

        Raises NoValueError.
        """
        entry = self._entry(number_id, day)
        return say(entry.value, self.by_id[number_id].unit)

    def stands_on(self, number_id: str, day: date) -> str:
        """The statement the value on `day` stands on. Raises NoValueError."""
        return self._entry(number_id, day).stands_on


def type_value(unit: Unit, text: str) -> Value:
    """The value of a written text. Raises ValueError with an Indonesian sentence saying how."""
    text = text.strip()
    if unit in WHOLE:
        if not re.fullmatch(r"[0-9]{1,15}", text):
            raise ValueError("Tulis angkanya saja, tanpa titik, koma, atau satuan: 15000000.")
        if not 1 <= int(text) <= WHOLE[unit]:
            raise ValueError(f"Tulis angka yang masuk akal: 1 sampai {WHOLE[unit]}.")
        return int(text)
    if unit == "persen":
        if not re.fullmatch(r"[0-9]{1,3}([.,][0-9]{1,3})?", text):
            raise ValueError("Tulis angkanya saja, tanpa tanda persen: 30 atau 5,7.")
        share = Decimal(text.replace(",", "."))
        if share > 100:
            raise ValueError("Paling besar 100.")
        return share
    if unit == "jam":
        return _hours(text)
    if unit == "telepon" and not re.fullmatch(r"\+?[\d() -]{3,20}", text):
        raise ValueError("Tulis nomor teleponnya saja: 175.")
    if not is_visible(text):
        raise ValueError("Isi nilainya.")
    return text


def _hours(text: str) -> Hours:
    found = _HOURS.fullmatch(text)
    if found is None:
        raise ValueError("Tulis jam seperti 06.00-20.00 atau 06.00-20.00 WIB.")
    hour, minute, end_hour, end_minute, zone = found.groups()
    try:
        start = time(int(hour), int(minute))
        end = time(int(end_hour), int(end_minute)) if end_hour else None
    except ValueError:
        raise ValueError("Jam paling besar 23.59.") from None
    return Hours(start, end, zone)


def say(value: Value, unit: Unit) -> str:
    """A value as people say it; the unit is part of it except for telepon and teks."""
    match value:
        case str():
            return value
        case Hours():
            return _say_hours(value)
        case Decimal():
            return f"{format_decimal(value, locale='id_ID')}%"
        case int():
            return rupiah_words(value) if unit == "rupiah" else f"{value} {unit.replace('_', ' ')}"


def _say_hours(hours: Hours) -> str:
    span = f"{hours.start:%H.%M}" + (f"–{hours.end:%H.%M}" if hours.end else "")
    return f"{span} {hours.zone}" if hours.zone else span
