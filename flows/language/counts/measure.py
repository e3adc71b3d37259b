"""A number that was said, with what it counts and what stood beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from flows.language.counts.ranges import ENDLESS

BOUNDS: Final = ("lebih_sedikit", "lebih", "kurang", "paling_sedikit", "paling_banyak", "hampir")
SHARE: Final = "persen"
THINGS: Final = "benda"
TIMES: Final = "kali"
WORKDAYS: Final = "hari kerja"
RUPIAH: Final = "rupiah"
CALENDAR: Final = "tahun ke"
OTHER: Final = "lain"
SHORT: Final = {"jam": 0, "menit": 0}
"""Less than a day, in days."""

_ROUGHLY: Final = 10
"""One in ten more or less, at least one: "5 tahunan"."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A number that was said, and what stood beside it.

    `unit`: of `DAYS`, `SHARE`, `CALENDAR` for a year, `THINGS`, `OTHER` for what is not measured
    here; empty when none was said. `low` to `high` in that unit, `bound` of `BOUNDS`. `aged`,
    `born`, `since`: what it is said of. `past`: so long ago, or so long to go. `denied`: "bukan 3".
    `apart`: nothing else was said. `to_go`: so long still to come ("3 bulan lagi"). `of`: what it
    is told of (`flows.language.counts.related.TOPICS`).
    """

    unit: str
    low: float
    high: float
    bound: str = ""
    about: bool = False
    aged: bool = False
    born: bool = False
    since: bool = False
    past: bool = False
    denied: bool = False
    apart: bool = False
    to_go: bool = False
    of: str = ""

    def span(self, each: int = 1) -> tuple[int, int]:
        """The whole numbers it can mean, where one of its unit is `each`."""
        low, high = round(self.low * each), round(self.high * each)
        step = max(1, each)
        if self.about:
            rough = max(step, round(high / _ROUGHLY))
            low, high = max(0, low - rough), high + rough
        match self.bound:
            case "lebih":
                return high + 1, ENDLESS
            case "lebih_sedikit":
                return low, high + max(1, step - 1)
            case "paling_sedikit":
                return low, ENDLESS
            case "kurang":
                return 0, max(0, low - 1)
            case "paling_banyak":
                return 0, high
            case "hampir":
                return max(0, low - step), max(0, low - 1)
        return low, high
