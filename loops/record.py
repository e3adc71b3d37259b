"""Recorder: writes what became of calls, many at a time, and tells whoever asked."""

import asyncio
from collections.abc import Awaitable, Callable

import structlog

from loops.place import place
from loops.screens import is_replaceable
from store import chats, flights, outbox, unseen
from store.database import Database, Transaction, UnavailableError
from store.outbox import Call, Delivery, Settlement
from store.outcome import PERSON_LOST, Kind, Outcome
from store.unit import OpenUnit

log = structlog.get_logger()


OnResult = Callable[[Outcome, OpenUnit], Awaitable[None]]
"""Hears what became of a call; uses the transaction it is written in, decides further calls."""


class Recorder:
    """Collects outcomes and commits them in groups, without waiting for a group to fill."""

    def __init__(
        self,
        database: Database,
        number: Callable[[list[Call]], None],
        recorded: Callable[[list[Outcome], list[Call]], None],
        on_result: OnResult | None,
    ) -> None:
        """Take `number`, which gives calls their ids, and `recorded`, told after each commit."""
        self._database = database
        self._number = number
        self._recorded = recorded
        self._on_result = on_result
        self._outcomes: list[Outcome] = []
        self._event = asyncio.Event()

    def add(self, outcome: Outcome) -> None:
        """Note an outcome; its lane waits until it is written."""
        self._outcomes.append(outcome)
        self._event.set()

    async def run(self) -> None:
        """Write outcomes until cancelled; a database that cannot be written is tried again."""
        while True:
            await self._event.wait()
            self._event.clear()
            group, self._outcomes = self._outcomes, []
            delay = 0.1
            while True:
                try:
                    further = await self._write(group)
                    break
                except UnavailableError as error:
                    log.error("outcomes_not_written", error=str(error), count=len(group))
                    await asyncio.sleep(delay)
                    delay = min(delay * 2, 5.0)
            self._recorded(group, further)

    async def _write(self, group: list[Outcome]) -> list[Call]:
        async with self._database.transaction() as transaction:
            accepted = [one.call.id for one in group if one.is_accepted]
            outbox.accepted(transaction, accepted)
            outbox.settle(transaction, [_settled(one) for one in group if not one.is_accepted])
            unseen.keep(transaction, [one.call for one in group if _may_be_missed(one)])
            once = [one.call.id for one in group if one.call.delivery is Delivery.ONCE]
            flights.land(transaction, once)
            blocked = {
                one.call.chat_id
                for one in group
                if one.fate.kind in PERSON_LOST and one.call.chat_id is not None
            }
            chats.block(transaction, sorted(blocked))
            further = await self._hooks(transaction, group)
            outbox.add(transaction, further)
        return further

    async def _hooks(self, transaction: Transaction, group: list[Outcome]) -> list[Call]:
        """Tell the hook of calls that carry `about`; a failing hook loses only its own doing."""
        further: list[Call] = []
        for outcome in group:
            if outcome.call.about is None or self._on_result is None:
                continue
            unit = OpenUnit(transaction)
            transaction.save_point()
            await transaction.flush()
            try:
                await self._on_result(outcome, unit)
            except UnavailableError:
                raise
            except Exception as error:
                await transaction.undo()
                log.error("on_result_failed", where=place(error), method=outcome.call.method)
                continue
            transaction.release()
            further += unit.calls
        self._number(further)
        return further


def _settled(outcome: Outcome) -> Settlement:
    uncertain = outcome.fate.kind is Kind.UNCERTAIN
    return {
        "id": outcome.call.id,
        "state": "uncertain" if uncertain else "failed",
        "reason": f"{outcome.fate.kind.value}: {outcome.fate.reason}",
    }


def _may_be_missed(outcome: Outcome) -> bool:
    """Say whether somebody waits for a screen that may not have arrived, or nobody knows why.

    What somebody hears of is seen to by them.
    """
    unclear = outcome.fate.kind in (Kind.UNCERTAIN, Kind.UNKNOWN, Kind.FORBIDDEN)
    return unclear and is_replaceable(outcome.call)
