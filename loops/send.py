"""Send: the outbox goes to Telegram, lanes side by side, and leaves only when accepted."""

import asyncio
import time
from collections.abc import Callable, Sequence
from contextlib import suppress

import structlog

from loops.counters import Counters
from loops.deliver import Again, deliver
from loops.errors import CallError
from loops.http import BotApi
from loops.journal import Journal
from loops.lanes import Lanes
from loops.pace import TELEGRAMS, Limits, Pace
from loops.record import OnResult, Recorder
from loops.stop import StopError
from loops.token import FROZEN_PAUSE, Token
from store import flights, outbox
from store.beside import journal_of
from store.database import Database, UnavailableError
from store.outbox import Call, Delivery
from store.outcome import ACCEPTED, PERSON_LOST, Fate, Kind, Outcome
from store.unit import lane_of

log = structlog.get_logger()

_LOST = Fate(Kind.UNCERTAIN, "the program ended while it was being sent")
# Seconds between tries of one call: a short disturbance delays little, a long one is no storm.
_BACKOFF = (0.5, 1.0, 2.0, 5.0, 10.0, 30.0, 30.0, 60.0, 120.0)

# Seconds. A longer wait of a call is a line in the log.
_LONG = 10.0


class Sender:
    """Sends what is in the outbox. `put` tells it of calls that were just committed."""

    def __init__(
        self,
        database: Database,
        api: BotApi,
        counters: Counters,
        *,
        limits: Limits = TELEGRAMS,
        on_result: OnResult | None = None,
        side_by_side: int = 48,
        now: Callable[[], float] = time.time,
        token: Token | None = None,
    ) -> None:
        """At most `side_by_side` requests run at a time. token: shared with the receiver."""
        self._token = token or Token(api)
        self._database = database
        self._api = api
        self._counters = counters
        self._limits = limits
        self._on_result = on_result
        self._side_by_side = side_by_side
        self._now = now
        self._journal = Journal(journal_of(database.path))
        self._last_id = 0
        self._has_run = False
        self._event = asyncio.Event()
        self._idle = asyncio.Event()
        self._reset()

    def _reset(self) -> None:
        self._lanes = Lanes(Pace(self._limits))
        self._tries: dict[int, int] = {}
        self._in_doubt: set[int] = set()  # calls of which a try may have been carried out
        self._superseded: set[int] = set()  # on their way, and not to be tried again
        self._flying: set[asyncio.Task[None]] = set()
        self._unrecorded = 0
        self._fatal: StopError | None = None
        self._recorder = Recorder(self._database, self.number, self._recorded, self._on_result)

    def number(self, calls: list[Call]) -> None:
        """Give calls their ids and time, in order, before they are stored.

        Ids start from the clock, in microseconds, so that they are not used again after the table
        was empty.
        """
        now = self._now()
        number = max(self._last_id + 1, int(now * 1_000_000))
        for call in calls:
            call.id = number
            call.created_at = now
            number += 1
        self._last_id = number - 1

    def put(self, calls: list[Call], instead_of: Sequence[Call] = ()) -> None:
        """Take calls that are committed, and leave those that were taken out with them.

        One that is on its way may arrive all the same; it is not tried again.
        """
        by_lane: dict[str, set[int]] = {}
        for call in instead_of:
            by_lane.setdefault(call.lane, set()).add(call.id)
        for lane, ids in by_lane.items():
            flying = self._lanes.remove(lane, frozenset(ids))
            if flying is not None:
                self._superseded.add(flying.id)
        if calls:
            self._lanes.add(calls)
        if calls or by_lane:
            self._idle.clear()
            self._event.set()

    def limited(self) -> dict[int, float]:
        """Chats that Telegram makes wait ("too many requests"), with the seconds left.

        It may be a day. Their calls stay in the outbox; whoever watches over the bot tells people.
        """
        return self._lanes.paused(time.monotonic())

    def unsent(self, chat_id: int) -> list[Call]:
        """Return what still has to go out in the own lane of a chat, in order."""
        return self._lanes.unsent(lane_of(chat_id))

    async def drained(self) -> None:
        """Return when nothing waits, flies or still has to be recorded."""
        await self._idle.wait()

    def _note_idle(self) -> None:
        if self._lanes.waiting or self._flying or self._unrecorded:
            self._idle.clear()
        else:
            self._idle.set()

    async def load(self) -> None:
        """Take over what an earlier run left in the outbox. Call before `run`."""
        accepted = self._journal.noted()
        async with self._database.transaction() as transaction:
            left = await outbox.waiting(transaction)
            lost = await flights.lost(transaction)
            self._last_id = max(self._last_id, await outbox.last_id(transaction))
            # Before the lock is free: whatever is committed later is `put`, not read here.
            self._reset()
            self.put([call for call in left if call.id not in accepted and call.id not in lost])
            for call in left:
                if call.id in accepted:
                    self._settle(Outcome(call, ACCEPTED, accepted[call.id], in_lane=False))
                elif call.id in lost:
                    self._settle(Outcome(call, _LOST, in_lane=False))
        if left:
            log.info("outbox_resumed", count=len(left))

    async def run(self) -> None:
        """Send until cancelled; started again, it reads the outbox again.

        Raises StopError when the token is no longer valid.
        """
        if self._has_run:
            await self.load()
        self._has_run = True
        recorder = asyncio.create_task(self._recorder.run(), name="record")
        recorder.add_done_callback(lambda _task: self._event.set())
        try:
            while self._fatal is None and not recorder.done():
                self._dispatch()
                self._note_idle()
                await self._rest()
            if self._fatal is not None:
                raise self._fatal
            await recorder
        finally:
            self._journal.close()
            for task in (recorder, *self._flying):
                task.cancel()
            await asyncio.gather(recorder, *self._flying, return_exceptions=True)

    def _dispatch(self) -> None:
        self._event.clear()
        now = time.monotonic()
        while len(self._flying) < self._side_by_side:
            call = self._lanes.take(now)
            if call is None:
                break
            task = asyncio.create_task(self._fly(call))
            self._flying.add(task)
            task.add_done_callback(self._landed)

    async def _rest(self) -> None:
        """Sleep until told, or until a paced or paused call may go."""
        at = None
        if len(self._flying) < self._side_by_side:
            at = self._lanes.wake_at(time.monotonic())
        if at is None:
            await self._event.wait()
            return
        with suppress(TimeoutError):
            async with asyncio.timeout(max(0.0, at - time.monotonic())):
                await self._event.wait()

    def _landed(self, task: asyncio.Task[None]) -> None:
        self._flying.discard(task)
        self._event.set()

    async def _fly(self, call: Call) -> None:
        if call.delivery is Delivery.ONCE and not await self._noted(call):
            self._again(Again(call))
            return
        try:
            doubt = call.id in self._in_doubt
            end = await deliver(self._api, call, self._counters, in_doubt=doubt)
        except CallError as error:
            await self._refused_ourselves(call, error.fate.kind)
            return
        if isinstance(end, Again):
            self._again(end)
            return
        self._forget(call.id)
        self._settle(end)
        if end.fate.kind in PERSON_LOST and call.chat_id is not None:
            for waiting in self._lanes.drop(call.chat_id):
                self._settle(Outcome(waiting, end.fate, in_lane=False))

    async def _refused_ourselves(self, call: Call, kind: Kind) -> None:
        """It lies neither in the call nor in its chat: the call waits until Telegram takes us."""
        if kind is Kind.FROZEN:
            self._token.frozen()
            self._again(Again(call, FROZEN_PAUSE))
            return
        try:
            await self._token.doubted()
        except StopError as refused:
            self._fatal = refused
            return
        self._again(Again(call))

    async def _noted(self, call: Call) -> bool:
        """Write down that a call takes off which must never be made twice."""
        try:
            async with self._database.transaction() as transaction:
                flights.start(transaction, call.id)
        except UnavailableError as error:
            log.error("flight_not_noted", error=str(error))
            return False
        return True

    def _settle(self, outcome: Outcome) -> None:
        self._unrecorded += 1
        if outcome.fate.kind is Kind.ACCEPTED:
            self._token.thawed()
            self._journal.note(outcome.call.id, outcome.result)
        self._recorder.add(outcome)

    def _forget(self, number: int) -> None:
        self._tries.pop(number, None)
        self._in_doubt.discard(number)
        self._superseded.discard(number)

    def _again(self, again: Again) -> None:
        call, now = again.call, time.monotonic()
        delay = again.delay
        if delay is None:
            tries = self._tries[call.id] = self._tries.get(call.id, 0) + 1
            delay = _BACKOFF[min(tries, len(_BACKOFF)) - 1]
        if delay > _LONG:
            method, seconds = call.method, round(delay, 1)
            log.warning("call_waits", method=method, chat_id=call.chat_id, seconds=seconds)
        if again.whole_chat and call.chat_id is not None:
            self._lanes.pause(call.chat_id, now + delay)
        if call.id in self._superseded:
            self._forget(call.id)
            self._lanes.done(call)
            return
        if again.in_doubt:
            self._in_doubt.add(call.id)
        self._lanes.again(call, now + delay)

    def _recorded(self, group: list[Outcome], further: list[Call]) -> None:
        self._unrecorded -= len(group)
        if not self._unrecorded:
            self._journal.clear()
        for outcome in group:
            if outcome.in_lane:
                self._lanes.done(outcome.call)
        self.put(further)
        self._event.set()
