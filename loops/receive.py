"""Receive: an update is stored before Telegram is told that we have it."""

import asyncio
import json
import time
from collections.abc import Callable, Sequence
from typing import Any

import structlog

from loops.counters import Counters
from loops.errors import CallError
from loops.http import BotApi
from loops.place import place
from loops.rest import backoff, rest
from loops.stop import SECOND_POLLER, TOKEN_REFUSED, WEBHOOK_ACTIVE, StopError
from store import inbox
from store.database import Database, UnavailableError
from store.inbox import Arrival
from store.outcome import Kind

log = structlog.get_logger()

Mask = Callable[[dict[str, Any]], dict[str, Any]]

# Each so many seconds of age bear one conflict more.
_SECONDS_A_CONFLICT = 3.0
_MOST_CONFLICTS = 6.0


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
    ) -> None:
        """Mask removes personal data; `stored` is told after each commit."""
        self._database = database
        self._api = api
        self._counters = counters
        self._mask = mask
        self._stored = stored
        self._allowed = list(allowed_updates)
        self._poll_seconds = poll_seconds
        self._now = now
        self._pending: list[_Incoming] = []
        self._flushing = asyncio.Lock()
        self._conflicts = 0
        self._born = 0.0

    async def run(self, stop: asyncio.Event) -> None:
        """Poll until `stop` is set. Raises StopError when polling cannot go on."""
        offset, tries = 0, 0
        self._born = time.monotonic()
        while not stop.is_set():
            try:
                updates = await self._poll(offset, stop)
                offset = max(offset, await self._store(updates))
                tries = self._conflicts = 0
                if updates and not offset:
                    await rest(stop, 1.0)  # only nonsense, which cannot be confirmed
            except CallError as error:
                self._give_up(error.fate.kind)
                tries += 1
                delay = max(error.fate.retry_after, backoff(tries))
                log.warning("poll_failed", kind=error.fate.kind.value, tries=tries)
                await rest(stop, delay)
            except UnavailableError as error:
                tries += 1
                log.error("updates_not_stored", error=str(error), tries=tries)
                await rest(stop, backoff(tries))

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
        asked = self._api.call("getUpdates", payload, self._poll_seconds + 10.0)
        poll = asyncio.create_task(asked, name="poll")
        stopped = asyncio.create_task(stop.wait(), name="poll: stopped")
        try:
            await asyncio.wait({poll, stopped}, return_when=asyncio.FIRST_COMPLETED)
            if not poll.done():
                return []
            return result if isinstance(result := poll.result(), list) else [None]
        finally:  # also when this is cancelled: neither may go on alone
            poll.cancel()
            stopped.cancel()
            await asyncio.gather(poll, stopped, return_exceptions=True)

    async def _store(self, updates: Sequence[object]) -> int:
        """Commit what can be stored; returns the next offset, 0 when nothing had a number."""
        read = [self._arrival(update) for update in updates]
        arrivals = {one["update_id"]: one for one in read if one is not None}
        if arrivals:
            await self._commit(list(arrivals.values()))
        malformed = read.count(None)
        if malformed:
            self._counters.malformed += malformed
            log.warning("update_malformed", count=malformed)
        return max(arrivals) + 1 if arrivals else 0

    async def _commit(self, arrivals: list[Arrival]) -> None:
        async with self._database.transaction() as transaction:
            stored = inbox.add(transaction, arrivals)
        self._counters.received += stored.changed
        self._counters.parked += sum(one["state"] == "parked" for one in arrivals)
        self._counters.repeated += len(arrivals) - stored.changed
        self._stored()

    def _arrival(self, update: object) -> Arrival | None:
        """Prepare an update for storing; None when it is not even one."""
        if not isinstance(update, dict):
            return None
        number = update.get("update_id")
        if not isinstance(number, int) or isinstance(number, bool):
            return None
        body, state, reason = None, "waiting", None
        try:
            kept = self._mask(without_echo(update))
            body = json.dumps(kept, ensure_ascii=False, separators=(",", ":"))
        except Exception as error:
            # Better nothing than something unmasked.
            state, reason = "parked", f"mask failed: {place(error)}"
            log.error("update_not_masked", update_id=number, where=place(error))
        return {
            "update_id": number,
            "chat_id": chat_of(update),
            "received_at": self._now(),
            "body": body,
            "state": state,
            "reason": reason,
        }

    def _give_up(self, kind: Kind) -> None:
        """Raise StopError for what waiting does not mend.

        When two programs poll, each ends the other's request and both see a conflict. The older one
        bears more of them, so that the younger gives in first; one alone is a quick restart.
        """
        if kind is Kind.UNAUTHORIZED:
            raise StopError(TOKEN_REFUSED)
        if kind is Kind.WEBHOOK:
            raise StopError(WEBHOOK_ACTIVE)
        if kind is Kind.CONFLICT:
            self._conflicts += 1
            age = time.monotonic() - self._born
            if self._conflicts > min(1 + age / _SECONDS_A_CONFLICT, _MOST_CONFLICTS):
                raise StopError(SECOND_POLLER)


class _Incoming:
    """One webhook update waiting for its commit."""

    __slots__ = ("error", "is_settled", "update")

    def __init__(self, update: object) -> None:
        self.update = update
        self.is_settled = False
        self.error: UnavailableError | None = None


_ECHO = ("message_id", "date", "chat", "message_thread_id", "is_topic_message")


def without_echo(update: dict[str, Any]) -> dict[str, Any]:
    """The update without the text and buttons of our own message that a press brings back.

    Only where it stands is needed, and it would be most of what is masked, stored and parsed.
    """
    press = update.get("callback_query")
    if not isinstance(press, dict) or not isinstance(press.get("message"), dict):
        return update
    echo = press["message"]
    place_only = {name: echo[name] for name in _ECHO if name in echo}
    return {**update, "callback_query": {**press, "message": place_only}}


def chat_of(update: dict[str, Any]) -> int | None:
    """Return the chat whose order an update belongs to, None if it belongs to none.

    An inline query or poll answer counts as its person's private chat.
    """
    for content in update.values():
        if not isinstance(content, dict):
            continue
        message = content.get("message")
        for holder in (content, message if isinstance(message, dict) else {}):
            number = _id(holder.get("chat"))
            if number is not None:
                return number
        return _id(content.get("from")) or _id(content.get("user"))
    return None


def _id(thing: object) -> int | None:
    number = thing.get("id") if isinstance(thing, dict) else None
    return number if isinstance(number, int) else None
