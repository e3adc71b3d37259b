"""Dates and amounts as people say them: "20 Desember 2026", "12,5 juta"."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import lru_cache

from babel.dates import format_date
from babel.numbers import format_decimal

_SCALES = ((1_000_000_000, "miliar"), (1_000_000, "juta"))


@lru_cache(maxsize=1024)
def long_date(day: date | str) -> str:
    """A date, or its ISO form, with the month in words."""
    day = date.fromisoformat(day) if isinstance(day, str) else day
    return format_date(day, "d MMMM yyyy", locale="id_ID")


@lru_cache(maxsize=1024)
def short_date(day: str) -> str:
    """The same with a short month, for buttons: "31 Okt 2026"."""
    return format_date(date.fromisoformat(day), "d MMM yyyy", locale="id_ID")


@lru_cache(maxsize=1024)
def source_month(written: str) -> str:
    """The date of a source without its day: "2022", "April 2022"."""
    if len(written) == len("2022"):
        return written
    return format_date(date.fromisoformat(f"{written[:7]}-01"), "MMMM yyyy", locale="id_ID")


def source_day(written: str) -> str:
    """The date of a source as exact as it is known: "2022", "April 2022", "26 April 2022"."""
    return long_date(written) if len(written) == len("2022-04-26") else source_month(written)


@lru_cache(maxsize=1024)
def rupiah_words(amount: int) -> str:
    """An amount in rupiah: in the largest scale that keeps it exact to two decimals, else in full.

    15000000 → "15 juta"; 12500000 → "12,5 juta"; 8400 → "Rp8.400"; 0 → "nol rupiah".
    """
    if amount == 0:
        return "nol rupiah"
    for scale, name in _SCALES:
        scaled = Decimal(amount) / scale
        if scaled >= 1 and scaled == round(scaled, 2):
            return f"{format_decimal(scaled, locale='id_ID')} {name}"
    return f"Rp{format_decimal(amount, locale='id_ID')}"
