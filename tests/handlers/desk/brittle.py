"""A desk that breaks wherever it can: each unit of work is tried until nothing breaks any more.

The first try breaks at the first touch of the store or the outbox, the second at the second, and
so on. After each, what is stored and what the desk knows must be as before; the try in which
nothing breaks is the one that counts, and people see nothing of the others.
"""

from __future__ import annotations

import copy
from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import Any

from telegram import Update

from handlers.desk.clock import Clock
from loops.application import Dispatcher
from loops.record import OnResult
from loops.tick import Tick
from store.database import Row, Transaction, Write
from store.inbox import Waiting
from store.outcome import Outcome
from store.turn import Turn, current_turn
from store.unit import OpenUnit
from tests.handlers.desk.at_desk import Around

TABLES = (
    "audit", "case_messages", "case_parts", "cases", "chats", "claim_results", "codes",
    "desk_groups",
    "faq_drafts", "farewells", "files", "notice_told", "notices", "outbox", "own_topics", "staff",
    "statements_asked", "statements_disputed", "told", "troubles_seen", "watches",
)  # fmt: skip


class BrokenError(Exception):
    """Something broke; nothing of the unit may stay."""


class Fuse:
    """Breaks at the touch with a number, from 1."""

    def __init__(self, at: int) -> None:
        self.left = at

    def burn(self) -> None:
        """A touch."""
        self.left -= 1
        if self.left == 0:
            raise BrokenError


class Brittle:
    """A transaction every touch of which may break; everything else is the real one's."""

    def __init__(self, real: Transaction, fuse: Fuse) -> None:
        self._real = real
        self._fuse = fuse

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)

    async def fetch(self, query: str, /, **values: Any) -> list[Row]:
        self._fuse.burn()
        return await self._real.fetch(query, **values)

    async def fetch_one(self, query: str, /, **values: Any) -> Row | None:
        self._fuse.burn()
        return await self._real.fetch_one(query, **values)

    async def run(self, query: str, /, **values: Any) -> int:
        self._fuse.burn()
        return await self._real.run(query, **values)

    def write(self, query: str, rows: Any, /, **how: Any) -> Write:
        self._fuse.burn()
        return self._real.write(query, rows, **how)


class _Sends:
    """A unit of work every call of which may break."""

    fuse: Fuse

    def send(self, method: str, payload: Mapping[str, object], **how: Any) -> None:
        self.fuse.burn()
        super().send(method, payload, **how)  # type: ignore[misc]


class BrittleUnit(_Sends, OpenUnit):
    """An open unit that breaks."""


class BrittleTurn(_Sends, Turn):
    """A turn that breaks."""


class BreaksEverywhere(Around):
    """Around the three ways into the desk.

    tries: how often something broke. heard: kinds of what was heard. pressed, said: the updates.
    """

    def __init__(self) -> None:
        self.tries = 0
        self.heard: set[type] = set()
        self.updates: list[Update] = []

    async def _until_whole(
        self,
        real: Transaction,
        clock: Clock,
        attempt: Callable[[Fuse], Awaitable[None]],
    ) -> None:
        """Try until nothing breaks; the place to go back to is the transaction's save point."""
        before = await _stored(real), _known(clock)
        number = 0
        while True:
            number += 1
            try:
                await attempt(Fuse(number))
                return
            except BrokenError:
                self.tries += 1
                await real.undo()
                real.save_point()
                await real.flush()
            assert (await _stored(real), _known(clock)) == before, f"touch {number} left traces"

    def handlers(self, application: Dispatcher, clock: Clock) -> Dispatcher:
        outer, process = self, application.process_update

        async def brittle(update: object) -> None:
            assert isinstance(update, Update)
            outer.updates.append(update)
            turn = current_turn()
            real = await turn.store()

            async def attempt(fuse: Fuse) -> None:
                async def opened(_turn: Turn) -> Transaction:
                    return Brittle(real, fuse)  # type: ignore[return-value]

                waiting = Waiting(turn.update_id, turn.chat_id, turn._received_at, 0.0, "", 0, None)
                trial = BrittleTurn(waiting, turn.raw, turn._before, opened)
                trial.fuse, trial.chat = fuse, copy.deepcopy(turn.chat)
                trial.enter()
                await process(update)
                turn.chat, turn.calls = trial.chat, trial.calls
                turn.questions, turn.forgotten = trial.questions, trial.forgotten
                turn.claims = trial.claims
                turn._before = trial._before

            await outer._until_whole(real, clock, attempt)

        application.process_update = brittle  # type: ignore[method-assign]
        return application

    def hearing(self, heard: OnResult, clock: Clock) -> OnResult:
        async def brittle(outcome: Outcome, unit: OpenUnit) -> None:
            self.heard.add(type(outcome.about))

            async def attempt(fuse: Fuse) -> None:
                trial = BrittleUnit(Brittle(unit.transaction, fuse))  # type: ignore[arg-type]
                trial.fuse = fuse
                await heard(outcome, trial)
                unit.calls += trial.calls

            await self._until_whole(unit.transaction, clock, attempt)

        return brittle

    def due(self, clock: Clock) -> Callable[[], Iterable[Tick]]:
        def brittle(tick: Tick) -> Tick:
            async def tried(unit: OpenUnit) -> None:
                unit.transaction.save_point()
                await unit.transaction.flush()

                async def attempt(fuse: Fuse) -> None:
                    trial = BrittleUnit(Brittle(unit.transaction, fuse))  # type: ignore[arg-type]
                    trial.fuse = fuse
                    await tick(trial)
                    unit.calls += trial.calls

                await self._until_whole(unit.transaction, clock, attempt)
                unit.transaction.release()

            return tried

        return lambda: [brittle(tick) for tick in clock.due()]


async def _stored(real: Transaction) -> dict[str, list[Row]]:
    """Everything in the database, as this transaction sees it."""
    await real.flush()
    connection = real._connection
    return {table: await connection.trip([], f"SELECT * FROM {table}", {}) for table in TABLES}


def _known(clock: Clock) -> tuple[Any, ...]:
    """Everything that is remembered beside the store."""
    desk = {name: value for name, value in vars(clock.desk).items() if name != "chance"}
    known, verdicts = copy.deepcopy(clock.desk.known), clock.desk.brain.verdicts
    return {**desk, "known": known}, verdicts, dict(clock.last)
