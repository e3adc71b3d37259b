"""Rooms: which of a desk's staff groups a new case goes to.

Telegram takes about 20 messages a minute into one group (core.telegram.org/bots/faq). The topic of
a case and its card are two of them, so a group is full long before its officers are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Final

MINUTE: Final = timedelta(minutes=1)
"""How long a new case counts."""

FULL: Final = 7
"""New cases in a minute: 14 messages, and room for what people write."""


def room(groups: Sequence[int], new: Mapping[int, int]) -> int:
    """The group of a new case: the first that is not full, else the one with the fewest new.

    groups: of one desk, at least one, in the order they are filled. new: how many cases each got
    in the last `MINUTE`.
    """
    free = (group for group in groups if new.get(group, 0) < FULL)
    return next(free, min(groups, key=lambda group: new.get(group, 0)))
