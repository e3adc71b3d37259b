"""What an option means in numbers, as an editor writes it: "10 tahun atau lebih", "1 kartu".

Every range names its unit, so that a reader knows what a number typed at the question counts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import Final

ENDLESS: Final = 10**9
"""Above whatever is counted."""

DAYS: Final = {"hari": 1, "minggu": 7, "bulan": 30, "tahun": 360}
"""A lasting time in days: twelve months of thirty days are one year."""


class Counted(Enum):
    """What is counted, and in what."""

    LASTING = "hari"
    WORKDAYS = "hari kerja"
    AGE = "umur"
    SHARE = "persen"
    YEAR = "tahun kalender"
    THINGS = "jumlah"
    TIMES = "kali"
    RUPIAH = "rupiah"


@dataclass(frozen=True, slots=True)
class Range:
    """From `low` to `high`, both counted in: days, working days, years of age, percent, calendar
    years, times, rupiah or things. `each`: in what unit a number without one is meant, as a
    multiple. `one_is_enough`: of several things said one in this range decides ("ada umur kurang
    dari 18 tahun").
    """

    counted: Counted
    low: int
    high: int
    each: int = 1
    one_is_enough: bool = False

    def meets(self, other: Range) -> bool:
        """Whether some number lies in both."""
        same = self.counted is other.counted
        return same and self.low <= other.high and other.low <= self.high


_WRITTEN: Final = re.compile(
    r"(?P<any>ada )?(?P<of>umur |tahun |sebelum tahun )?(?P<less>kurang dari )?"
    r"(?P<most>paling lama |paling banyak )?(?P<more>lebih dari )?"
    r"(?P<low>\d{1,4})(?: sampai (?P<high>\d{1,4}))?"
    r"(?P<unit> ?%| [a-z]+(?: kerja)?)?(?P<up> atau lebih| atau sesudahnya)?"
)


@lru_cache(maxsize=512)
def read_range(written: str) -> Range | None:
    """The range behind "kurang dari 10 tahun", its placeholders filled; None when it is none."""
    found = _WRITTEN.fullmatch(" ".join(written.lower().split()))
    if found is None:
        return None
    of, unit = (found["of"] or "").strip(), (found["unit"] or "").strip()
    counted, each = _counted(of, unit)
    bounds = [name for name in ("less", "most", "more", "up", "high") if found[name]]
    if counted is None or len(bounds) > 1:
        return None
    first = int(found["low"]) * each
    last = int(found["high"]) * each if found["high"] else first
    low, high = first, last
    if found["less"] or of == "sebelum tahun":
        low, high = 0, first - 1
    elif found["most"]:
        low = 0
    elif found["more"]:
        low, high = last + 1, ENDLESS
    elif found["up"]:
        high = ENDLESS
    if low > high:
        return None
    return Range(counted, low, high, each, bool(found["any"]))


def _counted(of: str, unit: str) -> tuple[Counted | None, int]:
    """What a range counts, by the word before its number and the one behind."""
    if of == "umur":
        return (Counted.AGE, 1) if unit in {"", "tahun"} else (None, 1)
    if of:
        return (Counted.YEAR, 1) if not unit else (None, 1)
    if unit == "hari kerja":
        return Counted.WORKDAYS, 1
    if unit in DAYS:
        return Counted.LASTING, DAYS[unit]
    if unit in {"persen", "%"}:
        return Counted.SHARE, 1
    if unit in {Counted.TIMES.value, Counted.RUPIAH.value}:
        return Counted(unit), 1
    return (Counted.THINGS, 1) if unit and " " not in unit else (None, 1)
