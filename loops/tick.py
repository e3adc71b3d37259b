"""Tick: at short intervals, do what is due, each thing in a transaction of its own."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable

import structlog

from loops.place import place
from loops.send import Sender
from store import outbox
from store.database import Database, UnavailableError
from store.unit import OpenUnit

log = structlog.get_logger()

Tick = Callable[[OpenUnit], Awaitable[None]]
"""Reads and changes through the transaction it is given; what it decides is sent."""


async def commit(database: Database, sender: Sender, tick: Tick) -> None:
    """Do one thing: everything of it is committed, then sent, or nothing.

    Raises what `tick` raises, and UnavailableError when the database cannot be written.
    """
    async with database.transaction() as transaction:
        unit = OpenUnit(transaction)
        await tick(unit)
        sender.number(unit.calls)
        outbox.add(transaction, unit.calls)
    # Nothing may be awaited between the commit and this: see Sender.load.
    sender.put(unit.calls)


class Ticker:
    """Every `interval` seconds does what is `due`."""

    def __init__(
        self,
        database: Database,
        sender: Sender,
        due: Callable[[], Iterable[Tick]],
        *,
        interval: float = 0.5,
    ) -> None:
        self._database = database
        self._sender = sender
        self._due = due
        self._interval = interval

    async def run(self) -> None:
        """Tick until cancelled; a database that cannot be written is tried again."""
        while True:
            try:
                await self.once()
            except UnavailableError as error:
                log.error("tick_not_committed", error=str(error))
                await asyncio.sleep(1.0)
            await asyncio.sleep(self._interval)

    async def once(self) -> None:
        """Do all that is due; one thing that fails leaves nothing, and the others are done.

        Raises UnavailableError when the database cannot be written.
        """
        for tick in self._due():
            try:
                await commit(self._database, self._sender, tick)
            except UnavailableError:
                raise
            except Exception as error:
                log.error("tick_failed", where=place(error))
