"""Capacity: how many cases one staff group carries."""

from __future__ import annotations

from typing import Final

CALLS_A_CASE: Final = 22
"""Messages, edits and topics that one case takes in its group: opened, taken, eight deliveries, two
ready answers, closed. Counted in the calls of the sandbox; `python -m proof.desk_load` measures
what it means for a full desk."""


def cases_an_hour(per_minute: int) -> int:
    """About how many cases an hour, at so many messages a minute into one group.

    Telegram allows about 20 a minute (core.telegram.org/bots/faq); a quarter of them is kept for
    bursts (`loops/pace.py`), so about 41 cases an hour.
    """
    return round((per_minute - per_minute // 4) * 60 / CALLS_A_CASE)
