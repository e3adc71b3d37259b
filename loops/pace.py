"""Pace: how many messages Telegram lets a bot send. Pure; the clock is an argument (seconds)."""

import math
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

# More buckets than this are swept; a full bucket need not be remembered.
_SWEEP = 10_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Telegram's limits (core.telegram.org/bots/faq, "My bot is hitting limits").

    per_chat: messages a second in one private chat, after `burst` at once.
    overall: messages a second in all chats. per_group: messages in any minute in one group, all at
    once if need be; `per_group_kept` of them are left to the most urgent, as many again to what
    somebody waits for.
    """

    per_chat: float = 1.0
    burst: int = 5
    per_group: int = 20
    per_group_kept: int = 4
    overall: float = 30.0
    overall_burst: int = 5


TELEGRAMS = Limits()
"""What holds unless a setting says otherwise."""

UNLIMITED = Limits(per_chat=math.inf, per_group=10**9, overall=math.inf)


class Bucket:
    """A token bucket kept as one number per key: when it will be full again."""

    __slots__ = ("_full_at", "_interval", "_slack")

    def __init__(self, interval: float, burst: int) -> None:
        """Seconds between tokens, and how many a full bucket holds."""
        self._interval = interval
        self._slack = interval * (burst - 1)
        self._full_at: dict[int, float] = {}

    def wait(self, key: int, now: float) -> float:
        """Return in how many seconds the key may take a token; 0 is now."""
        return max(0.0, self._full_at.get(key, 0.0) - self._slack - now)

    def take(self, key: int, now: float) -> None:
        """Take a token."""
        if len(self._full_at) > _SWEEP:
            self._full_at = {one: at for one, at in self._full_at.items() if at > now}
        self._full_at[key] = max(self._full_at.get(key, 0.0), now) + self._interval


PATIENCES = 3
"""0 for the most urgent, 1 for what somebody waits for, 2 for the rest."""


class Window:
    """So many in any stretch of `seconds`, per key. A quiet group may be written to at once.

    Who has more patience leaves `kept` to each with less, unless those have had it already.
    """

    __slots__ = ("_kept", "_seconds", "_size", "_taken")

    def __init__(self, seconds: float, size: int, kept: int = 0) -> None:
        self._seconds = seconds
        self._size = size
        self._kept = kept
        self._taken: dict[int, deque[tuple[float, int]]] = {}  # when, and with what patience

    def wait(self, key: int, now: float, patience: int = 0) -> float:
        """Return in how many seconds the key may take one; 0 is now."""
        taken = self._taken.get(key, deque())
        while taken and taken[0][0] <= now - self._seconds:
            taken.popleft()
        if len(taken) + patience * self._kept < self._size:
            return 0.0
        used = [0] * PATIENCES
        for _at, whose in taken:
            used[whose] += 1
        free_at = now
        for at, whose in taken:
            if self._reckoned(used, patience) < self._size:
                break
            used[whose] -= 1
            free_at = at + self._seconds
        return free_at - now

    def _reckoned(self, used: Sequence[int], patience: int) -> int:
        """What is taken, with what is kept for others and not taken yet."""
        kept = (max(0, self._kept - count) for count in used[:patience])
        return sum(used) + sum(kept)

    def take(self, key: int, now: float, patience: int = 0) -> None:
        """Take one."""
        self._taken.setdefault(key, deque()).append((now, patience))


MINUTE = 61.0
"""Seconds: what leaves us within a minute must not arrive within a shorter one."""


class Pace:
    """When may a message go out?"""

    def __init__(self, limits: Limits) -> None:
        self._chats = Bucket(1 / limits.per_chat, limits.burst)
        kept = min(limits.per_group_kept, limits.per_group // 4)
        self._groups = Window(MINUTE, limits.per_group, kept)
        self._all = Bucket(1 / limits.overall, limits.overall_burst)

    def wait_overall(self, now: float) -> float:
        """Return in how many seconds any message may go out."""
        return self._all.wait(0, now)

    def wait_chat(self, chat_id: int, now: float, patience: int = 0) -> float:
        """Return in how many seconds a message to this chat may go out.

        patience: one of `PATIENCES`; it counts in groups.
        """
        if _is_group(chat_id):
            return self._groups.wait(chat_id, now, patience)
        return self._chats.wait(chat_id, now)

    def spend(self, chat_id: int | None, now: float, patience: int = 0) -> None:
        """Count a message to this chat (None: to no chat)."""
        self._all.take(0, now)
        if chat_id is None:
            return
        if _is_group(chat_id):
            self._groups.take(chat_id, now, patience)
        else:
            self._chats.take(chat_id, now)


def _is_group(chat_id: int) -> bool:
    """Telegram numbers groups and channels below zero."""
    return chat_id < 0
