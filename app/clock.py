"""The day and the time, read in one place. Decisions get them as arguments."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

WIB = ZoneInfo("Asia/Jakarta")


def now(pinned: date | None = None) -> datetime:
    """The moment, in UTC; on the pinned day (BOT_TODAY) at the present time of day."""
    moment = datetime.now(UTC)
    return moment + timedelta(days=(today(pinned) - today()).days)


class Passed:
    """Seconds that only go forward, of a clock that may be set; for clocks that tests move."""

    def __init__(self, moment: Callable[[], datetime]) -> None:
        self._moment = moment
        self._last = moment().timestamp()
        self._seconds = 0.0

    def __call__(self) -> float:
        now = self._moment().timestamp()
        self._seconds += max(0.0, now - self._last)
        self._last = now
        return self._seconds


def today(pinned: date | None = None) -> date:
    """The day in Jakarta, or the pinned one (BOT_TODAY)."""
    return pinned or datetime.now(WIB).date()


def day_of(moment: datetime, pinned: date | None = None) -> date:
    """The day of a moment in Jakarta; with BOT_TODAY, as far from that day as it is from today."""
    return moment.astimezone(WIB).date() + (today(pinned) - today())
