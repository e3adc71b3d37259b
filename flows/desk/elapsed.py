"""Elapsed: how long ago a stored moment was, whatever was done to the machine's clock since."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

AHEAD: Final = timedelta(minutes=2)
"""Nothing here is put off for longer: what lies further ahead was stored before the clock was set
back."""


def is_over(since: float, seconds: float, at: float) -> bool:
    """Whether so many seconds have passed since a moment (all in Unix seconds).

    One that is still to come counts as passed: waiting for it could take as long as the clock was
    set back.
    """
    return not 0.0 <= at - since < seconds


def is_due(not_before: datetime | None, now: datetime) -> bool:
    """Whether what was put off until a moment may be done."""
    return not_before is None or not now < not_before <= now + AHEAD
