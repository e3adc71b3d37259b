"""Recorder: writes what became of calls, many at a time, and tells whoever asked."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

import structlog

from loops.errors import Fate, Kind, is_once
from loops.place import place
from loops.turn import make_call
from store import chats, flights, outbox
from store.database import Database, Transaction, UnavailableError
from store.outbox import Call, Settlement

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a call. `result` is Telegram's, None when there is none.

    in_lane: its lane waits until the outcome is written (not so for calls dropped unsent).
    """

    call: Call
    fate: Fate
    result: Any = None
    in_lane: bool = True

    @property
    def about(self) -> dict[str, Any]:
        """What the call was said to be about."""
        return dict(json.loads(self.call.about)) if self.call.about else {}

    @property
    def message_id(self) -> int | None:
        """Number of the resulting message."""
        found = self.result.get("message_id") if isinstance(self.result, dict) else None
        return found if isinstance(found, int) else None


class Aftermath:
    """What an `on_result` hook may do: use the transaction, decide further calls."""

    def __init__(self, transaction: Transaction) -> None:
        self.transaction = transaction
        self.calls: list[Call] = []

    def send(self, method: str, payload: Mapping[str, Any], **how: Any) -> None:
        """Decide a further call; the arguments are those of `Turn.send`."""
        self.calls.append(make_call(method, payload, chat_id=None, **how))


OnResult = Callable[[Outcome, Aftermath], Awaitable[None]]


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
            accepted = [one.call.id for one in group if one.fate.kind is Kind.ACCEPTED]
            outbox.accepted(transaction, accepted)
            outbox.settle(transaction, [_settled(one) for one in group if _given_up(one)])
            flights.land(transaction, [one.call.id for one in group if is_once(one.call.method)])
            chats.screens(transaction, [pair for one in group for pair in _screen(one)])
            blocked = {
                one.call.chat_id
                for one in group
                if one.fate.kind is Kind.BLOCKED and one.call.chat_id is not None
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
            aftermath = Aftermath(transaction)
            transaction.save_point()
            await transaction.flush()
            try:
                await self._on_result(outcome, aftermath)
            except UnavailableError:
                raise
            except Exception as error:
                await transaction.undo()
                log.error("on_result_failed", where=place(error), method=outcome.call.method)
                continue
            transaction.release()
            further += aftermath.calls
        self._number(further)
        return further


def _given_up(outcome: Outcome) -> bool:
    return outcome.fate.kind is not Kind.ACCEPTED


def _settled(outcome: Outcome) -> Settlement:
    uncertain = outcome.fate.kind is Kind.UNCERTAIN
    return {
        "id": outcome.call.id,
        "state": "uncertain" if uncertain else "failed",
        "reason": f"{outcome.fate.kind.value}: {outcome.fate.reason}",
    }


def _screen(outcome: Outcome) -> list[tuple[int, int]]:
    """(chat_id, message_id) if the call made a new guide message."""
    call, message = outcome.call, outcome.message_id
    if call.keep != "screen" or message is None or call.chat_id is None:
        return []
    return [(call.chat_id, message)]
