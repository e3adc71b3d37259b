"""Written: when people did what Telegram brought, by our clock. Pure."""

from collections.abc import Sequence
from typing import Any


def written(updates: Sequence[object], now: float, ahead: float) -> list[float]:
    """When each update of one answer was made (Unix seconds).

    now: by our clock. ahead: seconds that Telegram's clock is ahead of ours; prevents a clock that
    is wrong from making everything look old.
    A tap has no date of its own: it was made before what follows it in the answer.
    """
    moments: list[float] = []
    following = now
    for update in reversed(updates):
        date = _date(update)
        if date is not None:
            following = min(now, date - ahead)
        moments.append(following)
    return moments[::-1]


def _date(update: object) -> float | None:
    if not isinstance(update, dict):
        return None
    for content in update.values():
        if isinstance(content, dict):
            date: Any = content.get("edit_date", content.get("date"))
            if isinstance(date, int | float) and not isinstance(date, bool):
                return float(date)
    return None
