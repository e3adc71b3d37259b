"""The day and the time, read in one place. Decisions get them as arguments."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

WIB = ZoneInfo("Asia/Jakarta")


def today(pinned: date | None = None) -> date:
    """The day in Jakarta, or the pinned one (BOT_TODAY)."""
    return pinned or datetime.now(WIB).date()
