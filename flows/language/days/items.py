"""What the words of a date name, piece by piece; put together in `flows.language.days.meaning`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from flows.language.days.calendar import Tense


@dataclass(frozen=True, slots=True)
class Whole:
    """A day with its year: "15-8-2026". `swapped`: the month stood first."""

    day: date
    swapped: bool = False


@dataclass(frozen=True, slots=True)
class DayOf:
    """A day of the month, or two with those between them. `swapped`: the month stood first."""

    first: int
    last: int
    swapped: bool = False


@dataclass(frozen=True, slots=True)
class MonthOf:
    """A month. `tail` is the number behind it, a day or a year of two digits: "okt 25"."""

    number: int
    tail: str = ""


@dataclass(frozen=True, slots=True)
class MonthShift:
    """A month counted from this one."""

    months: int


@dataclass(frozen=True, slots=True)
class YearOf:
    """A year as written, two digits or four."""

    written: str


@dataclass(frozen=True, slots=True)
class Decade:
    """Ten years, from the one that is written: "2010-an", "90an"."""

    written: str


@dataclass(frozen=True, slots=True)
class YearShift:
    """A year counted from this one."""

    years: int


@dataclass(frozen=True, slots=True)
class WeekShift:
    """A week counted from this one."""

    weeks: int


@dataclass(frozen=True, slots=True)
class WeekOf:
    """A week of a month, 1 to 4; 5 is the last."""

    number: int


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, Monday is 0; `which`: "lalu", "depan" or "ini" beside it."""

    number: int
    which: str = ""


@dataclass(frozen=True, slots=True)
class PartOf:
    """The beginning, middle or end; of a unit that is not said which: "akhir bulan"."""

    name: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Feast:
    """A feast; `days` after it, or before it when negative: "H-3 lebaran"."""

    name: str
    days: int | None = None


@dataclass(frozen=True, slots=True)
class Length:
    """How long: `amount` to `most` units, and `more` of a smaller one.

    `way`: "lalu", "lagi" or nothing; `bound`: "kurang_dari", "lebih_dari", "hampir" or nothing.
    """

    amount: float
    most: float
    unit: str
    more: float = 0
    smaller: str = ""
    way: str = ""
    bound: str = ""


@dataclass(frozen=True, slots=True)
class Beside:
    """Before (-1) or after (1) what is named; so long before or after it, where that is said."""

    side: int
    length: Length | None = None


@dataclass(frozen=True, slots=True)
class Age:
    """How old somebody is: a length of life, not a time ago; `turning`: on the day beside it."""

    years: int
    months: int = 0
    turning: bool = False


@dataclass(frozen=True, slots=True)
class Worked:
    """How long somebody has worked: no time ago either."""

    length: Length


@dataclass(frozen=True, slots=True)
class Near:
    """A day counted from this one; `about`: "semalam"; `now`: "sekarang", hardly a day at all."""

    days: int
    about: bool = False
    now: bool = False


@dataclass(frozen=True, slots=True)
class Toward:
    """A word that says which way: "kemarin", "nanti"."""

    tense: Tense


Item = (
    Whole | DayOf | MonthOf | MonthShift | YearOf | Decade | YearShift | WeekShift | WeekOf
    | Weekday | PartOf | Feast | Length | Beside | Age | Worked | Near | Toward
)  # fmt: skip
