"""Receive: an update is stored before Telegram is told that we have it."""

import asyncio
import time
from collections.abc import Callable, Sequence
from typing import Any

import structlog

from loops.arrivals import Arrivals, Mask, number_of
from loops.counters import Counters
from loops.errors import CallError
from loops.http import BotApi
from loops.place import place
from loops.rest import backoff, rest
from loops.stop import SECOND_POLLER, WEBHOOK_ACTIVE, StopError
from loops.token import FROZEN_PAUSE, Token
from loops.written import written
from store import inbox
from store.database import Database, UnavailableError
from store.inbox import Arrival
from store.outcome import Kind

log = structlog.get_logger()

# Each so many seconds of age bear one conflict more.
_SECONDS_A_CONFLICT = 3.0
_MOST_CONFLICTS = 6.0

# Answers of nothing new in a row: one is a lost line, from here on Telegram does not go on.
_STUCK = 2


class Receiver:
    """Stores updates, from polling (`run`) or from a webhook (`accept`)."""

    def __init__(
        self,
        database: Database,
        api: BotApi,
        counters: Counters,
        *,
        mask: Mask,
        stored: Callable[[], None],
        allowed_updates: Sequence[str] = (),
        poll_seconds: int = 30,
        now: Callable[[], float] = time.time,
        token: Token | None = None,
    ) -> None:
        """Mask removes personal data; `stored` is told after each commit.

        token: shared with the sender.
        """
        self._token = token or Token(api)
        self._database = database
        self._api = api
        self._counters = counters
        self._stored = stored
        self._allowed = list(allowed_updates)
        self._poll_seconds = poll_seconds
        self._now = now
        self._arrivals = Arrivals(mask, now)
        self._pending: list[_Incoming] = []
        self._flushing = asyncio.Lock()
        self._conflicts = 0
        self._refused: Kind | None = None
        self._repeats = 0
        self._born = 0.0

    async def run(self, stop: asyncio.Event) -> None:
        """Poll until `stop` is set. Raises StopError when polling cannot go on."""
        offset, tries = 0, 0
        self._born = time.monotonic()
        while not stop.is_set():
            try:
                updates = await self._poll(offset, stop)
                changed = await self._store(updates)
                tries = self._conflicts = 0
                self._refused = None
                # Telegram's numbers may go down: after a quiet week they begin anywhere.
                offset = next_offset(updates, offset)
                if updates:
                    await self._rest_if_stuck(changed, offset, stop)
            except CallError as error:
                await self._give_up(error.fate.kind)
                tries += 1
                delay = max(error.fate.retry_after, backoff(tries))
                if error.fate.kind is Kind.FROZEN:
                    self._token.frozen()
                    delay = FROZEN_PAUSE
                kind, seconds = error.fate.kind.value, round(delay, 1)
                log.warning("poll_failed", kind=kind, tries=tries, seconds=seconds)
                await rest(stop, delay)
            except UnavailableError as error:
                tries += 1
                log.error("updates_not_stored", error=str(error), tries=tries)
                await rest(stop, backoff(tries))

    async def _rest_if_stuck(self, changed: int, offset: int, stop: asyncio.Event) -> None:
        """Nothing new again and again: what we confirm is not heard. Prevents a spinning loop."""
        self._repeats = 0 if changed else self._repeats + 1
        if self._repeats >= _STUCK:
            log.error("only_known_updates", offset=offset, times=self._repeats)
            await rest(stop, backoff(self._repeats + 1))

    async def accept(self, update: object) -> None:
        """Store one update from a webhook; it is committed when this returns.

        Those that arrive meanwhile share the next commit.
        Raises UnavailableError when it could not be stored: Telegram must not be told "ok".
        """
        incoming = _Incoming(update)
        self._pending.append(incoming)
        async with self._flushing:
            if not incoming.is_settled:
                group, self._pending = self._pending, []
                await self._flush(group)
        if incoming.error is not None:
            raise incoming.error

    async def _flush(self, group: list["_Incoming"]) -> None:
        error: UnavailableError | None = UnavailableError("storing was interrupted")
        try:
            await self._store([incoming.update for incoming in group])
            error = None
        except UnavailableError as failed:
            error = failed
        finally:
            for incoming in group:
                incoming.is_settled, incoming.error = True, error

    async def _poll(self, offset: int, stop: asyncio.Event) -> list[object]:
        """One getUpdates; an empty list when `stop` was set meanwhile."""
        payload: dict[str, Any] = {"offset": offset, "timeout": self._poll_seconds, "limit": 100}
        if self._allowed:
            payload["allowed_updates"] = self._allowed
        asked = self._api.updates(payload, self._poll_seconds + 20.0)
        poll = asyncio.create_task(asked, name="poll")
        poll.add_done_callback(_heard)
        stopped = asyncio.create_task(stop.wait(), name="poll: stopped")
        try:
            await asyncio.wait({poll, stopped}, return_when=asyncio.FIRST_COMPLETED)
            if not poll.done():
                return []
            return poll.result()
        finally:  # also when this is cancelled: neither may go on alone
            poll.cancel()
            stopped.cancel()
            await asyncio.gather(poll, stopped, return_exceptions=True)

    async def _store(self, updates: Sequence[object]) -> int:
        """Commit what can be stored; returns how many of it were new.

        Raises UnavailableError when the database cannot work; whatever else cannot be stored is at
        fault itself, and parked.
        """
        moments = written(updates, self._now(), self._api.ahead)
        read = list(map(self._arrivals.made, updates, moments))
        arrivals = {one["update_id"]: one for one in read if one is not None}
        changed = await self._commit_all(list(arrivals.values()))
        if malformed := read.count(None):
            self._counters.malformed += malformed
            log.warning("update_malformed", count=malformed)
        return changed

    async def _commit_all(self, arrivals: list[Arrival]) -> int:
        if not arrivals:
            return 0
        try:
            return await self._commit(arrivals)
        except UnavailableError:
            raise
        except Exception as error:
            where = place(error)
        if len(arrivals) > 1:
            return sum([await self._commit_all([one]) for one in arrivals])
        number = arrivals[0]["update_id"]
        log.error("update_not_storable", update_id=number, where=where)
        return await self._commit([self._arrivals.parked(number, f"cannot be stored: {where}")])

    async def _commit(self, arrivals: list[Arrival]) -> int:
        async with self._database.transaction() as transaction:
            stored = inbox.add(transaction, arrivals)
        self._counters.received += stored.changed
        self._counters.parked += sum(one["state"] == "parked" for one in arrivals)
        self._counters.repeated += len(arrivals) - stored.changed
        self._stored()
        return stored.changed

    async def _give_up(self, kind: Kind) -> None:
        """Raise StopError for what waiting does not mend.

        When two programs poll, each ends the other's request and both see a conflict. The older one
        bears more of them, so that the younger gives in first; one alone is a quick restart.
        """
        if kind is Kind.UNAUTHORIZED:
            await self._token.doubted()
        was, self._refused = self._refused, kind
        if kind is was is Kind.WEBHOOK:
            raise StopError(WEBHOOK_ACTIVE)
        if kind is Kind.CONFLICT:
            self._conflicts += 1
            age = time.monotonic() - self._born
            if self._conflicts > min(1 + age / _SECONDS_A_CONFLICT, _MOST_CONFLICTS):
                raise StopError(SECOND_POLLER)


def next_offset(updates: Sequence[object], before: int) -> int:
    """What to ask for after this answer: the number behind its last, `before` when none has one."""
    numbers = [number for one in updates if (number := number_of(one)) is not None]
    return numbers[-1] + 1 if numbers else before


def _heard(task: asyncio.Task[Any]) -> None:
    """Take note of how a task ended: at an end of the program nobody else may be left to do so."""
    if not task.cancelled():
        task.exception()


class _Incoming:
    """One webhook update waiting for its commit."""

    __slots__ = ("error", "is_settled", "update")

    def __init__(self, update: object) -> None:
        self.update = update
        self.is_settled = False
        self.error: UnavailableError | None = None
