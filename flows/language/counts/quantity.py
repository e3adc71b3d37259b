"""A quantity of money: what its figures say, and what it can mean when it is said vaguely."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

MOST: Final = 100_000_000_000
"""Rupiah. Nobody's JHT is above a hundred billion: more is a typing mistake."""

SUM: Final = "M"
BARE: Final = "B"
COUNT: Final = "O"
"""A number that counts something else: years, cards."""

THOUSAND: Final = 1_000
MILLION: Final = 1_000_000

_WRITTEN_OUT: Final = 100_000
"""From here on a number without a unit is rupiah."""

_GROUPED: Final = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?|\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?")
_PLAIN: Final = re.compile(r"(?:0|[1-9]\d*)(?:[.,]\d+)?")
_SHORT: Final = re.compile(r"\d{1,3}(?:[.,]\d{1,2})?")
_DAY: Final = re.compile(
    r"(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d|(?:19|20)\d\d(?:0[1-9]|1[0-2])[0-3]\d"
)
_LONGEST: Final = 9
_HUNDREDS: Final = 100
_ROUND: Final = frozenset((10, 100))
_ABOUT: Final = 0.05
_AROUND: Final = 0.1


@dataclass(frozen=True, slots=True)
class Sum:
    """What a quantity can mean, from `low` to `high`, in rupiah (of a bare number: in itself).

    `value` is the one of them it is taken for, `kind` its sign; `start` and `end` are places in the
    text. `written`: a bare number as it stands there. `scale`: its smallest unit.
    `word`: of a sign that is no quantity.
    """

    kind: str
    low: int
    high: int
    value: int
    start: int
    end: int
    approximate: bool = False
    written: str = ""
    scale: int = 0
    word: str = ""

    @property
    def exact(self) -> bool:
        """Whether it is one value."""
        return self.low == self.high

    def spanning(self, low: int, high: int, value: int) -> Sum:
        """The same, said vaguely."""
        return replace(self, low=low, high=high, value=value, approximate=True)


def number(written: str) -> float | None:
    """ "12.500.000", "12,500,000", "12,5", "12.500.000,00" → number; None when it is none."""
    if _GROUPED.fullmatch(written):
        mark = next((m for m in (written[-3:-2], written[-2:-1]) if m and not m.isdigit()), "")
        whole = written.rsplit(mark, 1)[0] if mark else written
        return float(re.sub(r"[.,]", "", whole))
    return float(written.replace(",", ".")) if _PLAIN.fullmatch(written) else None


def step(value: int) -> int:
    """How far what is said as so many may go on: 12 million a million, 20 million ten.

    Ten million goes on for one only: for more there is a word of its own, "belasan".
    """
    place = 1
    while value and value % (place * 10) == 0:
        place *= 10
    led = value
    while led and led % THOUSAND == 0:
        led //= THOUSAND
    return place // 10 if led in _ROUND else place


def soish(found: Sum, *, around: bool) -> Sum:
    """ "16 jutaan" begins with 16; "15-an juta" is around 15, "20-an juta" twenty and more."""
    value = found.value
    up = value + step(value) - 1
    if not around:
        return found.spanning(value, up, value)
    return found.spanning(
        round(value * (1 - _AROUND)), max(up, round(value * (1 + _AROUND))), value
    )


def about(found: Sum) -> Sum:
    """Said with "kira-kira"."""
    if not found.exact or not found.value:
        return replace(found, approximate=True)
    value = found.value
    return found.spanning(round(value * (1 - _ABOUT)), round(value * (1 + _ABOUT)), value)


def resolved(found: Sum, *, asked: bool, alone: bool) -> Sum | None:
    """A bare number as rupiah: written out, or, where an amount is asked for, in millions.

    `alone`: nothing else is said that it may count.
    """
    written = found.written
    if found.value >= _WRITTEN_OUT:
        return None if _other_digits(written) and not found.word else replace(found, kind=SUM)
    # "Rp 20.500" is that much, but for a balance rather "20.500.000" cut short.
    if found.word and found.value >= THOUSAND and not asked:
        return replace(found, kind=SUM)
    if found.value == 0 and found.high == 0 and number(written) == 0:
        return replace(found, kind=SUM)
    if not (asked and alone and _SHORT.fullmatch(written)):
        return None
    base = number(written) or 0.0
    if written[0] == "0" and base >= 1:
        return None
    value = round(base * MILLION)
    if found.exact:
        # "500" may be thousands as well.
        low = value // THOUSAND if base >= _HUNDREDS else value
        return replace(found, kind=SUM, low=low, high=value, value=value, approximate=True)
    scaled = replace(found, kind=SUM, low=value, high=value, value=value)
    return soish(scaled, around=True)


def _other_digits(written: str) -> bool:
    """Whether digits in a row are rather a telephone or card number, or a day ("17081990")."""
    if not written.isdigit():
        return False
    if written[0] == "0" or (len(written) > _LONGEST and not written.endswith("000")):
        return True
    return bool(_DAY.fullmatch(written))
