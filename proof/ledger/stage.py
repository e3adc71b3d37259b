"""Stage: a desk in the sandbox, and a bot that may be killed and started again."""

from __future__ import annotations

import asyncio
import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any
from unittest import mock

import structlog

from app.staff import know, listener
from flows.library import Library
from flows.mask import mask_update
from handlers.brain import Brain
from handlers.desk.clock import Clock
from handlers.desk.desk import Desk
from handlers.register import UPDATES, add_handlers
from loops.application import build
from loops.pace import UNLIMITED
from loops.run import Spine
from loops.tick import Ticker
from proof.ledger import direct
from proof.ledger.wire import Weather, Wire
from sandbox.members import set_status
from sandbox.world import World
from store.database import Database

MORNING = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
"""A Tuesday, 09.00 in Jakarta."""

MISTAKES = frozenset(
    {
        "update_failed",
        "update_parked",
        "batch_refused",
        "on_result_failed",
        "tick_failed",
        "call_broken",
        "loop_restarted",
    }
)
"""Lines of the log that no weather may bring about."""


@dataclass
class Stage:
    """sari is the supervisor, budi an officer; Jember has a group of its own.

    passed: seconds since the beginning. mistakes: what the bot logged and never should.
    """

    library: Library
    folder: Path
    weather: Weather
    passed: Callable[[], float]
    world: World = field(default_factory=lambda: World(limits=False))
    mistakes: list[str] = field(default_factory=list)
    kills: int = 0
    _tasks: list[asyncio.Task[Any]] = field(default_factory=list)
    _database: Database | None = None
    _dying: bool = False

    def __post_init__(self) -> None:
        self.world.queue.allow(list(UPDATES))
        self.wire = Wire(self.world, self.weather)
        self.sari, self.budi = (
            self.world.add_user(None, name).id for name in ("Bu Sari", "Pak Budi")
        )
        self.group = self._group("Meja Petugas")
        self.own = self._group("Petugas Jember")
        offices = self.library.offices
        jember = offices.by_id["jember"].model_copy(update={"grup": self.own})
        other = replace(
            self.library, offices=replace(offices, by_id={**offices.by_id, "jember": jember})
        )
        other.hear_with(self.library.ears)
        self.brain = Brain(other, lambda: self.now.date())

    def _group(self, title: str) -> int:
        chat = self.world.add_group(title, forum=True)
        chat.members[self.sari] = {"status": "creator"}
        chat.members[self.budi] = {"status": "member"}
        set_status(self.world, chat, self.world.bot.id, "administrator", self.world.user(self.sari))
        return chat.id

    @property
    def now(self) -> datetime:
        """The moment, for the desk."""
        return MORNING + timedelta(seconds=self.passed())

    @property
    def path(self) -> Path:
        """The database."""
        return self.folder / "bot.db"

    async def start(self) -> None:
        """Start the bot."""
        self._dying = False
        self._database = database = await Database.open(self.path)
        desk = Desk(self.brain, self.group, self.sari, lambda: self.now, chance=Random(self.kills))
        await know(desk, database)
        application = build(self.wire)
        add_handlers(application, self.brain, desk)
        await application.initialize()
        spine = Spine(
            database, self.wire, application, mask=mask_update,
            on_result=listener(self.brain, desk), limits=UNLIMITED,
        )  # fmt: skip
        await spine.sender.load()
        clock = Clock(desk, self.passed)
        stop = asyncio.Event()
        ticker = Ticker(database, spine.sender, clock.due)
        loops = (
            spine.sender.run(), spine.worker.run(stop), spine.receiver.run(stop), ticker.run(),
        )  # fmt: skip
        self._tasks = [asyncio.create_task(self._watched(loop)) for loop in loops]

    async def _watched(self, loop: Any) -> None:
        try:
            await loop
        except Exception as error:
            if not self._dying:
                self.mistakes.append(f"a loop ended: {type(error).__name__}: {error}")

    async def kill(self) -> None:
        """The process is gone: nothing is tidied up, nothing more is written."""
        self._dying = True
        self.kills += 1
        assert self._database is not None
        connection = self._database._connection
        assert isinstance(connection, direct.Direct)
        connection.die()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def rows(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        """Ask the database beside the bot."""
        with contextlib.closing(sqlite3.connect(self.path)) as connection:
            return connection.execute(query, values).fetchall()

    def note(self, _logger: Any, _method: str, line: Any) -> Any:
        """Keep what the bot must never log; nothing is printed."""
        if line["event"] in MISTAKES and not self._dying:
            self.mistakes.append(str(line))
        raise structlog.DropEvent


@contextlib.contextmanager
def without_thread() -> Iterator[None]:
    """Databases are opened without a thread of their own."""
    with mock.patch("store.database.connect", direct.connect):
        yield
