"""Work: waiting updates become decisions, each exactly once, many in one commit."""

import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

import structlog
from telegram import Update

from loops.application import Dispatcher
from loops.batch import Batch, Outgoing
from loops.counters import Counters
from loops.place import place
from loops.steady import steady
from store import inbox
from store.chats import ChatRecord
from store.database import Database, Transaction, UnavailableError
from store.inbox import Waiting
from store.outbox import Call
from store.turn import Turn

log = structlog.get_logger()

_DELAYS = (0.2, 1.0, 5.0, 20.0)  # seconds after the first, second ... failure; then it is parked

# Meanwhile nobody else can write: what Telegram accepted has to wait for its record, and would be
# sent once more if the process died before.
LONGEST_BATCH = 0.025

OnParked = Callable[[Turn], Awaitable[None]]


class UnreadableError(Exception):
    """PTB cannot make an Update of what Telegram delivered; trying again will not help."""


class Worker:
    """Handles what waits in the inbox. `wake` tells it that something was stored."""

    def __init__(
        self,
        database: Database,
        application: Dispatcher,
        counters: Counters,
        *,
        outgoing: Outgoing,
        on_parked: OnParked | None = None,
        size: int = 100,
        patience: float = 10.0,
        longest: float = LONGEST_BATCH,
        now: Callable[[], float] | None = None,
    ) -> None:
        """Outgoing is the sender.

        size: updates in one commit. patience: seconds a handler may take. longest: seconds after
        which no further update is taken into a batch; the first always is.
        on_parked: may say something when an update is given up.
        """
        self._database = database
        self._application = application
        self._counters = counters
        self._outgoing = outgoing
        self._on_parked = on_parked
        self._size = size
        self._patience = patience
        self._longest = longest
        self._now = now or steady()
        self._event = asyncio.Event()
        self._due: list[float] = []  # when failed updates are tried again

    def wake(self) -> None:
        """Something was stored."""
        self._event.set()

    async def run(self, stop: asyncio.Event) -> None:
        """Handle updates until `stop` is set and nothing is due any more."""
        await self._recall()
        while True:
            self._event.clear()
            try:
                took = await self.once()
            except UnavailableError as error:
                log.error("batch_not_committed", error=str(error))
                await asyncio.sleep(1.0)
                continue
            if took < self._size:
                if stop.is_set():
                    return
                await self._rest()

    async def once(self) -> int:
        """Handle one batch; returns how many updates it looked at.

        Raises UnavailableError when it could not be committed; then nothing of it happened.
        """
        now = self._now()
        try:
            return await self._batch(now, self._size)
        except UnavailableError:
            raise
        except Exception as error:
            log.error("batch_refused", where=place(error))
        return await self._one_by_one(now)

    async def _batch(self, now: float, size: int) -> int:
        async with self._database.transaction() as transaction:
            waiting = await self._next(transaction, now, size)
            if not waiting:
                return 0
            batch = Batch(transaction, now, self._outgoing)
            tally = Counters()
            until, cut_short = time.monotonic() + self._longest, False
            for at, one in enumerate(waiting):
                # What is copied from the store is stale until the commit: later ones wait for it.
                late = at > 0 and time.monotonic() > until
                goes_on = one.is_old and one.chat_id == waiting[at - 1].chat_id
                if cut_short := transaction.has_hooks or (late and not goes_on):
                    break
                if one.chat_id not in batch.held:
                    await self._handle(batch, one, tally)
            batch.flush()
        # Nothing may be awaited between the commit and this: see Sender.load.
        self._keep(batch, tally)
        if batch.erased:
            await self._database.wipe_log()
        return size if cut_short else len(waiting)

    async def _one_by_one(self, now: float) -> int:
        """The database refused a batch: find the update at fault, let the others through."""
        for done in range(self._size):
            try:
                if not await self._batch(now, 1):
                    return done
            except UnavailableError:
                raise
            except Exception as error:
                async with self._database.transaction() as transaction:
                    batch, tally = Batch(transaction, now, self._outgoing), Counters()
                    for one in await self._next(transaction, now, 1):
                        await self._failed(batch, one, error, tally)
                    batch.flush()
                self._keep(batch, tally)
        return self._size

    async def _next(self, transaction: Transaction, now: float, size: int) -> list[Waiting]:
        """What is to be handled: who wrote lately, then what is left of an outage."""
        waiting = await inbox.fresh(transaction, now, size)
        if len(waiting) < size:
            old, due = await inbox.old(transaction, now, size - len(waiting))
            waiting += old
            if due:
                self._due.append(due)
        return waiting

    def _keep(self, batch: Batch, tally: Counters) -> None:
        """A batch is committed: its calls go out, its figures count."""
        self._outgoing.put(batch.calls, batch.superseded)
        self._due += batch.due
        self._counters.handled += tally.handled
        self._counters.failed += tally.failed
        self._counters.parked += tally.parked

    async def _handle(self, batch: Batch, waiting: Waiting, tally: Counters) -> None:
        """Run one update's handlers; keep all of its effects or none."""
        opened = False

        async def open_store(_turn: Turn) -> Transaction:
            nonlocal opened
            if not opened:
                await batch.open()
                opened = True
            return batch.transaction

        try:
            raw: dict[str, Any] = json.loads(waiting.body)
            before = await batch.chat(waiting)
            turn = Turn(waiting._replace(missed=batch.missed(waiting)), raw, before, open_store)
            turn.chat.blocked = _stops_the_bot(raw)
            after = await self._process(turn)
        except UnavailableError:
            raise
        except Exception as error:
            if opened:
                await batch.transaction.undo()
            await self._failed(batch, waiting, error, tally)
            return
        if opened:
            batch.transaction.release()
        if turn.forgotten and turn.chat_id is not None:
            batch.forget(turn.chat_id)
        batch.accept(turn, after)
        tally.handled += 1

    async def _process(self, turn: Turn) -> ChatRecord | None:
        """Let the handlers decide; returns the chat's row if it has to be stored."""
        turn.enter()
        try:
            update = Update.de_json(turn.raw, self._application.bot)
        except Exception as error:
            raise UnreadableError(place(error)) from error
        async with asyncio.timeout(self._patience):
            await self._application.process_update(update)
        return turn.after()

    async def _failed(
        self, batch: Batch, waiting: Waiting, error: Exception, tally: Counters
    ) -> None:
        where = f"UnreadableError: {error}" if isinstance(error, UnreadableError) else place(error)
        tally.failed += 1
        if isinstance(error, UnreadableError) or waiting.failures >= len(_DELAYS):
            log.error("update_parked", update_id=waiting.update_id, where=where)
            batch.park(waiting, where, await self._last_words(batch, waiting))
            tally.parked += 1
            return
        log.warning(
            "update_failed", update_id=waiting.update_id, where=where, tries=waiting.failures + 1
        )
        batch.fail(waiting, _DELAYS[waiting.failures])

    async def _last_words(self, batch: Batch, waiting: Waiting) -> list[Call]:
        """Let `on_parked` apologise; what it says is all that is kept of its turn."""
        if self._on_parked is None:
            return []
        turn = Turn(waiting, json.loads(waiting.body), await batch.chat(waiting), _no_store)
        try:
            await self._on_parked(turn)
        except Exception as error:
            log.error("apology_failed", update_id=waiting.update_id, where=place(error))
            return []
        return turn.calls

    async def _recall(self) -> None:
        """Learn when failed updates of an earlier run are due."""
        async with self._database.transaction() as transaction:
            at = await inbox.next_try(transaction)
        if at:
            self._due.append(at)

    async def _rest(self) -> None:
        """Sleep until something is stored or a failed update is due."""
        seconds = max(0.0, min(self._due) - self._now()) if self._due else None
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._event.wait()
        now = self._now()
        self._due = [at for at in self._due if at > now]


def _stops_the_bot(raw: dict[str, Any]) -> bool:
    """Say whether the update reports that the person blocked the bot."""
    try:
        return raw["my_chat_member"]["new_chat_member"]["status"] in ("kicked", "left")
    except (LookupError, TypeError):
        return False


async def _no_store(_turn: Turn) -> Transaction:
    raise RuntimeError("there is no direct access while an update is parked")
