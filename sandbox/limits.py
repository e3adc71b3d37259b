"""How much Telegram takes: per group, per private chat, over all.

Telegram publishes "no more than 20 messages per minute to the same group", "avoid sending more
than one message per second" to one chat with short bursts allowed, and "about 30 messages per
second" over all (core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this).
The size of the burst is not published.
"""

from __future__ import annotations

import math
from collections import deque
from dataclasses import dataclass

from sandbox.errors import too_many

GROUP_WINDOW = 60.0


@dataclass(slots=True)
class _Bucket:
    """Refills at `rate` a second up to `size`."""

    level: float
    at: float

    def wait(self, now: float, rate: float, size: float) -> float:
        self.level = min(size, self.level + (now - self.at) * rate)
        self.at = now
        return 0.0 if self.level >= 1 else (1 - self.level) / rate

    def take(self) -> None:
        self.level -= 1


class Limits:
    """`spend` raises 429 when a message, edit or new topic would be one too many.

    A refused call costs nothing: whoever waits as told gets through.
    """

    def __init__(self, on: bool = True) -> None:
        self.on = on
        self.per_group = 20
        self.chat_rate = 1.0
        self.chat_burst = 10.0
        self.overall_rate = 30.0
        self.overall_burst = 30.0
        self.refused = 0
        self._groups: dict[int, deque[float]] = {}
        self._chats: dict[int, _Bucket] = {}
        self._overall: _Bucket | None = None

    def spend(self, chat_id: int, private: bool, now: float, count: int = 1) -> None:
        """Count `count` messages to a chat at `now` (unix seconds).

        Raises `ApiError` 429 with whole seconds to wait.
        """
        if not self.on:
            return
        overall = self._overall or _Bucket(self.overall_burst, now)
        self._overall = overall
        wait = overall.wait(now, self.overall_rate, self.overall_burst)
        if private:
            bucket = self._chats.get(chat_id)
            if bucket is None:
                bucket = self._chats[chat_id] = _Bucket(self.chat_burst, now)
            wait = max(wait, bucket.wait(now, self.chat_rate, self.chat_burst))
        else:
            bucket = None
            wait = max(wait, self._group_wait(chat_id, now, count))
        if wait > 0:
            self.refused += 1
            raise too_many(max(1, math.ceil(wait)))
        for _ in range(count):
            overall.take()
            if bucket is not None:
                bucket.take()
            else:
                self._groups[chat_id].append(now)

    def _group_wait(self, chat_id: int, now: float, count: int) -> float:
        sent = self._groups.setdefault(chat_id, deque())
        while sent and sent[0] <= now - GROUP_WINDOW:
            sent.popleft()
        too_many_by = len(sent) + count - self.per_group
        if too_many_by <= 0 or not sent:
            return 0.0
        return sent[min(too_many_by, len(sent)) - 1] + GROUP_WINDOW - now
