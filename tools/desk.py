"""The officers' desk beside the running bot: its clock, its results, its group in the sandbox."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime

from handlers.desk.clock import Clock
from handlers.desk.desk import Desk
from handlers.desk.results import heard
from handlers.media import remember_file
from loops.desk import Ticker
from loops.record import Aftermath, Outcome
from loops.run import Spine
from loops.supervise import supervise
from store.database import Database

Moment = Callable[[], datetime]

OFFICERS = ("Bu Sari", "Pak Budi")
"""Who stands at the desk of the sandbox; the first is its supervisor."""


def listener(desk: Desk | None) -> Callable[[Outcome, Aftermath], Awaitable[None]]:
    """Who hears what became of a call: the desk of its own, the pictures of the others."""

    async def listen(outcome: Outcome, aftermath: Aftermath) -> None:
        if desk is not None and "desk" in outcome.about:
            await heard(desk, outcome, aftermath)
        else:
            await remember_file(outcome, aftermath)

    return listen


async def keep_time(desk: Desk, database: Database, spine: Spine) -> None:
    """The clock of the desk, until cancelled; started again when it fails."""
    ticker = Ticker(database, spine.sender, Clock(desk).tick)
    await supervise("desk", ticker.run, spine.counters)


async def staff_in_sandbox(url: str) -> tuple[int, int]:
    """A staff group with two officers in the sandbox: its number, and who is its supervisor."""
    from sandbox.client import Sim

    async with Sim(url) as sim:
        officers = [await sim.user(name) for name in OFFICERS]
        return await sim.group("Meja Petugas", officers), officers[0]
