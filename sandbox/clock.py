"""The sandbox's own time: real seconds plus what a test has skipped."""

from __future__ import annotations

import time


class Clock:
    """Unix time in seconds. `skip` lets a test age queries and limits without waiting."""

    def __init__(self) -> None:
        self._skipped = 0.0

    def now(self) -> float:
        return time.time() + self._skipped

    def skip(self, seconds: float) -> None:
        """Move on by `seconds` (never back: Telegram's time does not go back either)."""
        if seconds < 0:
            raise ValueError("time only moves forward")
        self._skipped += seconds
