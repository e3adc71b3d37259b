"""A part of a date that takes the place of the same part of a known one: "taun 1974", "bulannya
mei", "tgl 5 bukan 15"."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

_DENIED: Final = re.compile(
    r"<sangkal> (?:(?:tanggal|bulan|tahun)(?:nya)? )?(m\d+|\d+)(?: tapi(?!\S))?"
)
_YEAR: Final = re.compile(r"(?<!\S)(?:tahun(?:nya)? ((?:19|20)?\d\d)|((?:19|20)\d\d))(?!\S)")
_MONTH: Final = re.compile(r"(?<!\S)m(\d+)(?!\S)")
_NAMED_MONTH: Final = re.compile(r"(?<!\S)bulan(?:nya)? (?:[a-z]+ ){0,3}(?=m\d)")
_DAY: Final = re.compile(r"(?<!\S)tanggal(?:nya)? (?:[a-z]+ ){0,3}?(\d{1,2})(?!\S)")
_BARE: Final = re.compile(r"(?<!\S)(\d{1,2})(?!\S)")
_DIGIT: Final = re.compile(r"\d")

LONGEST: Final = 8
"""Words up to which a text says nothing else."""


def with_part(words: str, known: date) -> date | None:
    """The known date with the one part that is named; None where that is none, or several.

    words: in the spelling of `TimeWords`. A month has to be called one, or another one denied:
    "eh, maret" may mean some day of March.
    """
    if len(words.split()) > LONGEST:
        return None
    denied = _DENIED.findall(words)
    rest = " ".join(_DENIED.sub(" ", words).split())
    years, months, days = _YEAR.findall(rest), _MONTH.findall(rest), _DAY.findall(rest)
    left = _DAY.sub(" ", _MONTH.sub(" ", _YEAR.sub(" ", rest)))
    if denied == [str(known.day)] and not (years or months or days):
        days = _BARE.findall(left)
        left = _BARE.sub(" ", left)
    if len(years) + len(months) + len(days) != 1 or _DIGIT.search(left):
        return None
    if months and not (denied or _NAMED_MONTH.search(words)):
        return None
    try:
        if years:
            return known.replace(year=_full(years[0][0] or years[0][1], known))
        return known.replace(month=int(months[0])) if months else known.replace(day=int(days[0]))
    except ValueError:
        return None


def _full(year: str, known: date) -> int:
    """A year of two digits is one of the century of the known date."""
    return int(year) if len(year) == 4 else known.year // 100 * 100 + int(year)
