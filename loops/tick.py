"""Tick: at short intervals, let somebody look what is due, in a transaction of its own."""

import asyncio
from collections.abc import Awaitable, Callable

import structlog

from loops.send import Sender
from store import outbox
from store.database import Database, UnavailableError
from store.unit import OpenUnit

log = structlog.get_logger()

Tick = Callable[[OpenUnit], Awaitable[None]]


class Ticker:
    """Calls `tick` every `interval` seconds; what it decides is committed, then sent."""

    def __init__(
        self, database: Database, sender: Sender, tick: Tick, *, interval: float = 0.5
    ) -> None:
        """`tick` reads and changes through the transaction it is given."""
        self._database = database
        self._sender = sender
        self._tick = tick
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
        """One tick: everything of it, or nothing."""
        async with self._database.transaction() as transaction:
            unit = OpenUnit(transaction)
            await self._tick(unit)
            self._sender.number(unit.calls)
            outbox.add(transaction, unit.calls)
        # Nothing may be awaited between the commit and this: see Sender.load.
        self._sender.put(unit.calls)
