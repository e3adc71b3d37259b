"""The officers' desk beside the running bot: its clock, its results, its group in the sandbox."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from typing import TYPE_CHECKING

from handlers.brain import Brain
from handlers.changes import heard_of_notice
from handlers.desk import verdicts
from handlers.desk.clock import Clock
from handlers.desk.desk import Desk
from handlers.desk.job import Job
from handlers.desk.results import heard
from handlers.media import heard_of_file
from loops.record import OnResult
from loops.run import Spine
from loops.tick import Ticker
from store.about import Told, Upload
from store.database import Database
from store.outcome import Outcome
from store.unit import OpenUnit

if TYPE_CHECKING:
    from sandbox.client import Sim

Now = Callable[[], datetime]

GREETING = 2.0
"""Seconds in which Telegram tells the bot that the supervisor is in the group."""

OFFICERS = ("Bu Sari", "Pak Budi")
"""Who stands at the desk of the sandbox; the first is its supervisor."""


def listener(brain: Brain, desk: Desk | None) -> OnResult:
    """Who hears what became of a call: the desk of its own, the others of theirs."""

    async def listen(outcome: Outcome, unit: OpenUnit) -> None:
        about = outcome.about
        if isinstance(about, Upload):
            await heard_of_file(brain, about, outcome, unit)
        elif isinstance(about, Told):
            heard_of_notice(about, outcome, unit.transaction)
        elif desk is not None:
            await heard(desk, outcome, unit)

    return listen


async def know(desk: Desk, database: Database) -> None:
    """What the desk knows by heart, before the first update is handled."""
    async with database.transaction() as transaction:
        job = Job(desk, transaction, OpenUnit(transaction))
        await job.know()
        await verdicts.know(job)


async def keep_time(
    desk: Desk, database: Database, spine: Spine, passed: Callable[[], float]
) -> None:
    """The clock of the desk, until cancelled; `passed` as in `Clock`."""
    await Ticker(database, spine.sender, Clock(desk, passed).due).run()


async def staff_in_sandbox(url: str) -> tuple[int, int]:
    """A staff group with two officers in the sandbox: its number, and who is its supervisor."""
    from sandbox.client import Sim

    async with Sim(url) as sim:
        officers = [await sim.user(name) for name in OFFICERS]
        return await sim.group("Meja Petugas", officers), officers[0]


@asynccontextmanager
async def desk_in_sandbox(url: str) -> AsyncIterator[tuple[int, int]]:
    """Such a group, whose second officer gets a role as soon as the bot is at work."""
    from sandbox.client import Sim

    group, supervisor = await staff_in_sandbox(url)
    async with Sim(url) as sim:
        second = next(one["id"] for one in await sim.users() if one["id"] != supervisor)
        giving = asyncio.create_task(_give_role(sim, group, supervisor, second))
        try:
            yield group, supervisor
        finally:
            giving.cancel()
            await asyncio.gather(giving, return_exceptions=True)


async def _give_role(sim: Sim, group: int, supervisor: int, officer: int) -> None:
    """What the supervisor of a real group does once."""
    await sim.wait_ready(60)
    await asyncio.sleep(GREETING)
    hello = await sim.say(officer, "Selamat pagi", chat=group)
    await sim.say(supervisor, "/peran petugas", chat=group, reply_to=hello)
