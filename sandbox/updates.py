"""The bot's update queue: kept until confirmed, handed out by getUpdates or a webhook."""

from __future__ import annotations

import asyncio
from collections import deque
from itertools import islice
from random import SystemRandom
from typing import Any, NamedTuple

from sandbox.errors import OTHER_GETUPDATES, ApiError, conflict
from sandbox.wire import dump
from sandbox.witness import WITNESSES

# A bot gets these only when it names them in allowed_updates.
ONLY_ON_REQUEST = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
# Telegram begins anywhere; a second run over a kept database must not look like a repetition.
FIRST_UPDATES = range(100_000_000, 900_000_000)
# An offset further ahead than this is none of this queue: it is served from its head.
AHEAD_AT_MOST = 10
POLL_SECONDS_AT_MOST = 50


class Waiting(NamedTuple):
    """An update not yet confirmed. Within a lane updates keep their order, between lanes not."""

    id: int
    data: bytes
    lane: str


class UpdateQueue:
    """Updates in order, as bytes made when they happened (later edits do not change them)."""

    def __init__(self) -> None:
        self._waiting: deque[Waiting] = deque()
        self._next_id = SystemRandom().choice(FIRST_UPDATES)
        self._poll: asyncio.Future[None] | None = None
        self._feed: asyncio.Queue[Waiting] | None = None
        self._reading = asyncio.Event()
        self.allowed: list[str] | None = None
        self.pushed = 0
        self.confirmed = 0

    def __len__(self) -> int:
        return len(self._waiting)

    def wants(self, kind: str) -> bool:
        if self.allowed:
            return kind in self.allowed
        return kind not in ONLY_ON_REQUEST

    def allow(self, kinds: Any) -> None:
        """Remember allowed_updates; None leaves it as it was, an empty list is the default."""
        if kinds is not None:
            self.allowed = [str(kind) for kind in kinds] if isinstance(kinds, list) else None

    def push(self, kind: str, payload: dict[str, Any]) -> int | None:
        """Queue one update. Returns its id, None when the bot has not asked for this kind."""
        if not self.wants(kind):
            return None
        for witness in WITNESSES:
            witness.told(kind, payload)
        update_id = self._next_id
        self.push_raw(dump({"update_id": update_id, kind: payload}), _lane(kind, payload))
        return update_id

    def push_raw(self, data: bytes, lane: str = "") -> int:
        """Queue bytes as they are, however broken; they count as the next update id."""
        update_id = self._next_id
        self._next_id += 1
        self.pushed += 1
        waiting = Waiting(update_id, data, lane)
        self._waiting.append(waiting)
        if self._feed is not None:
            self._feed.put_nowait(waiting)
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(None)
        return update_id

    @property
    def next_id(self) -> int:
        """The id the next update will get."""
        return self._next_id

    def go_on_from(self, update_id: int) -> None:
        """The next update gets this id, higher or lower: as after a week without any.

        Raises `ValueError` while updates wait: Telegram does this only to an empty queue.
        """
        if self._waiting:
            raise ValueError(f"{len(self._waiting)} updates are waiting")
        self._next_id = update_id

    def confirm(self, offset: int) -> None:
        """Forget everything before `offset`; a negative offset keeps that many at the end.

        An offset far beyond the queue confirms nothing.
        """
        if offset > self._next_id + AHEAD_AT_MOST:
            return
        if offset < 0:
            offset = self._waiting[offset].id if len(self._waiting) >= -offset else 0
        while self._waiting and self._waiting[0].id < offset:
            self._waiting.popleft()
            self.confirmed += 1

    def drop_all(self) -> None:
        self.confirmed += len(self._waiting)
        self._waiting.clear()

    def rename(self, old: int, new: int) -> None:
        """Waiting updates call a user (the bot, before its first call) by another id."""
        was, now = b'"id":%d,' % old, b'"id":%d,' % new
        self._waiting = deque(w._replace(data=w.data.replace(was, now)) for w in self._waiting)

    def batch(self, limit: int) -> list[bytes]:
        return [waiting.data for waiting in islice(self._waiting, limit)]

    def ids(self, limit: int) -> list[int]:
        return [waiting.id for waiting in islice(self._waiting, limit)]

    async def poll(self, offset: int, limit: int, seconds: float) -> int:
        """Wait until there is something to hand out. Returns how many updates are ready.

        Raises `ApiError` 409 when another getUpdates or a setWebhook arrives meanwhile.
        """
        if offset:
            self.confirm(offset)
        if self._waiting or seconds <= 0:
            return min(limit, len(self._waiting))
        self.interrupt(conflict(OTHER_GETUPDATES))
        poll = self._poll = asyncio.get_running_loop().create_future()
        self._reading.set()
        try:
            await asyncio.wait_for(poll, min(seconds, POLL_SECONDS_AT_MOST))
        except TimeoutError:
            return 0
        finally:
            if self._poll is poll:
                self._poll = None
                self._reading.clear()
        return min(limit, len(self._waiting))

    def interrupt(self, why: ApiError | None = None) -> None:
        """End a waiting getUpdates: with `why`, or with an empty answer."""
        if self._poll is None or self._poll.done():
            return
        if why is None:
            self._poll.set_result(None)
        else:
            self._poll.set_exception(why)

    @property
    def polling(self) -> bool:
        return self._poll is not None

    async def wait_reader(self, seconds: float) -> bool:
        """True as soon as somebody waits in getUpdates or a webhook is set, False after
        `seconds`."""
        try:
            await asyncio.wait_for(self._reading.wait(), seconds)
        except TimeoutError:
            return False
        return True

    def follow(self) -> asyncio.Queue[Waiting]:
        """What waits and what is still to come, each once (for the one webhook)."""
        self._feed = asyncio.Queue()
        for waiting in self._waiting:
            self._feed.put_nowait(waiting)
        self._reading.set()
        return self._feed

    def unfollow(self) -> None:
        self._feed = None
        self._reading.clear()

    def done(self, waiting: Waiting) -> None:
        """This one was taken, whatever waits before it."""
        if waiting in self._waiting:
            self._waiting.remove(waiting)
            self.confirmed += 1


def _lane(kind: str, payload: dict[str, Any]) -> str:
    """Messages of a chat are one lane; taps, reactions and members' changes are others, so that
    a webhook may get a tap before the message it followed, as from Telegram."""
    if kind == "callback_query":
        return f"tap {payload['from']['id']}"
    chat = payload.get("chat", {}).get("id", "")
    return f"{chat}" if kind in ("message", "edited_message") else f"{kind} {chat}"
