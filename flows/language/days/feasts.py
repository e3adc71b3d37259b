"""When feasts are. Which words name them is content; the days come from the `holidays` package."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Final

from flows.language.days.calendar import Span, safe

_NAMED: Final[Mapping[str, tuple[str, ...]]] = {
    "lebaran": ("hari raya idul fitri",),
    "puasa": ("hari raya idul fitri",),
    "takbiran": ("hari raya idul fitri",),
    "idul_adha": ("hari raya idul adha",),
    "tahun_baru_islam": ("tahun baru islam",),
    "maulid": ("maulid nabi muhammad",),
    "isra_mikraj": ("isra mikraj nabi muhammad",),
    "natal": ("hari raya natal",),
    "jumat_agung": ("wafat yesus kristus",),
    "paskah": ("kebangkitan yesus kristus", "hari paskah"),
    "kenaikan": ("kenaikan yesus kristus",),
    "tahun_baru": ("tahun baru masehi",),
    "malam_tahun_baru": ("tahun baru masehi",),
    "imlek": ("tahun baru imlek",),
    "nyepi": ("hari suci nyepi",),
    "waisak": ("hari raya waisak",),
    "buruh": ("hari buruh internasional",),
    "pancasila": ("hari lahir pancasila",),
    "kemerdekaan": ("hari kemerdekaan republik indonesia",),
    "pemilu": ("hari pemilihan umum",),
    "pilkada": ("hari pemilihan kepala daerah",),
}
"""Feast → its names in the calendar; the first that a year has counts."""

FEASTS: Final = tuple(_NAMED)

_FIXED: Final = frozenset(("natal", "tahun_baru", "buruh", "pancasila", "kemerdekaan"))
_SURE: Final = 2020
"""A year in which all of these were holidays."""

_EVE: Final = frozenset(("takbiran", "malam_tahun_baru"))
_FASTING: Final = {"": (-30, -1), "awal": (-30, -21), "pertengahan": (-20, -11), "akhir": (-10, -1)}
_YEARS: Final = range(1950, 2100)


@lru_cache(maxsize=64)
def _year(year: int) -> Mapping[str, Sequence[date]]:
    """Name, in lower case → its days in that year."""
    from holidays import country_holidays  # slow to import, needed where a feast is named

    found: dict[str, list[date]] = {}
    for day, names in country_holidays("ID", years=year, language="id").items():
        for name in str(names).lower().split("; "):
            found.setdefault(name.partition(" (")[0], []).append(day)
    return found


def days_of(feast: str, year: int) -> Sequence[date]:
    """The days of a feast in a year; none where it was not, or the calendar does not say."""
    if year not in _YEARS:
        return ()
    known = _year(year)
    days = next((known[name] for name in _NAMED[feast] if name in known), ())
    # May Day is no holiday in every year, and a day in every year.
    fixed = feast in _FIXED and not days
    return [day.replace(year=year) for day in days_of(feast, _SURE)] if fixed else days


def feast_spans(feast: str, year: int, part: str) -> Iterator[Span]:
    """What a feast of that year can mean; `part`: its beginning, middle or end, of a long one.

    A span even where it is one day: for some it is a day earlier or later.
    """
    for day in days_of(feast, year):
        if feast == "puasa":
            first, last = _FASTING[part]
            yield Span(safe(day, first), safe(day, last))
        elif feast in _EVE:
            yield Span(safe(day, -1), safe(day, -1))
        else:
            yield Span(day, day)


def has_parts(feast: str) -> bool:
    """Whether one can speak of its beginning and its end."""
    return feast == "puasa"
