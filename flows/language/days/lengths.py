"""The days that a length of time leads to: "2 bulan lalu", "hampir setahun", "seminggu lagi"."""

from __future__ import annotations

from datetime import date
from typing import Final

from flows.language.days.calendar import Span, later, one, safe
from flows.language.days.items import Length

_NEARLY: Final = {"hari": 1, "minggu": 2, "bulan": 7, "tahun": 90}
"""Days that "hampir" leaves open, by unit."""


def lasting(length: Length, today: date, side: int) -> Span | None:
    """What lies so long before (-1) or after (1) today; None beyond the calendar.

    Who says two months means two full ones and not yet three.
    """
    near, far = _away(length, today, side, 0), _away(length, today, side, 0, most=True)
    if near is None or far is None:
        return None
    exact = length.unit == "hari" and near == far and not length.bound and not length.smaller
    if exact and length.amount == int(length.amount):
        return one(near, approximate=not length.way)
    return _back(length, today, near, far) if side < 0 else _ahead(length, today, near, far)


def _back(length: Length, today: date, near: date, far: date) -> Span:
    if length.bound == "kurang_dari":
        return Span(min(safe(far, 1), today), today, open=True)
    if length.bound == "hampir":
        last = min(safe(far, _NEARLY[length.smaller or length.unit]), today)
        return Span(min(safe(far, 1), last), last)
    beyond = _away(length, today, -1, 1, most=True) or date.min
    if length.bound == "lebih_dari":
        return Span(min(safe(beyond, 1), safe(near, -1)), safe(near, -1))
    return Span(min(safe(beyond, 1), near), near)


def _ahead(length: Length, today: date, near: date, far: date) -> Span:
    if length.bound == "kurang_dari":
        return Span(today, far, open=True)
    if length.bound == "lebih_dari":
        return Span(safe(near, 1), _away(length, today, 1, 1, most=True) or date.max)
    before = _away(length, today, 1, -1) or today
    return Span(min(max(safe(before, 1), today), near), far)


def _away(
    length: Length, today: date, side: int, further: int, *, most: bool = False
) -> date | None:
    """So long before or after, and `further` more of its smallest unit."""
    amount = length.most if most else length.amount
    whole = amount == int(amount)
    step = further * (1 if whole else 0.5)
    if not length.smaller:
        return later(today, side * (amount + step), length.unit)
    day = later(today, side * amount, length.unit)
    return later(day, side * (length.more + step), length.smaller) if day else None
