"""Pace: how many messages Telegram lets a bot send. Pure; the clock is an argument (seconds)."""

import math
from dataclasses import dataclass

# More buckets than this are swept; a full bucket need not be remembered.
_SWEEP = 10_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Telegram's limits (core.telegram.org/bots/faq, "My bot is hitting limits").

    per_chat: messages a second in one private chat, after `burst` at once.
    per_group: messages in any minute in one group. overall: messages a second in all chats.
    """

    per_chat: float = 1.0
    burst: int = 5
    per_group: int = 20
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


class Pace:
    """When may a message go out?"""

    def __init__(self, limits: Limits) -> None:
        # Burst and refill together stay within the limit in every minute: 5 + 60 / 4 = 20.
        burst = max(1, limits.per_group // 4)
        refill = max(1, limits.per_group - burst)
        self._chats = Bucket(1 / limits.per_chat, limits.burst)
        self._groups = Bucket(60 / refill, burst)
        self._all = Bucket(1 / limits.overall, limits.overall_burst)

    def wait_overall(self, now: float) -> float:
        """Return in how many seconds any message may go out."""
        return self._all.wait(0, now)

    def wait_chat(self, chat_id: int, now: float) -> float:
        """Return in how many seconds a message to this chat may go out."""
        return self._of(chat_id).wait(chat_id, now)

    def spend(self, chat_id: int | None, now: float) -> None:
        """Count a message to this chat (None: to no chat)."""
        self._all.take(0, now)
        if chat_id is not None:
            self._of(chat_id).take(chat_id, now)

    def _of(self, chat_id: int) -> Bucket:
        # Telegram numbers groups and channels below zero.
        return self._groups if chat_id < 0 else self._chats
