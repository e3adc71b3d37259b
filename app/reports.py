"""The figures of `/laporan` as files: made beside the bot, sent to where they were asked for."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path

import structlog

from flows.desk.report import Report
from handlers.desk.desk import Desk
from handlers.desk.staff.reports import send_files
from loops.place import place
from loops.send import Sender
from loops.tick import commit
from store.database import Database
from store.unit import OpenUnit

log = structlog.get_logger()


class ReportFiles:
    """Draws off the loop and outside of every transaction: a slow or full disk stops nobody.

    What is asked for is only in memory: the figures themselves stand in the group already.
    """

    def __init__(self, folder: Path, desk: Desk, database: Database, sender: Sender) -> None:
        """`folder` keeps the files until Telegram has taken them."""
        self._folder = folder
        self._desk = desk
        self._database = database
        self._sender = sender
        self._asked: asyncio.Queue[tuple[Report, Mapping[str, object]]] = asyncio.Queue()

    def ask(self, found: Report, where: Mapping[str, object]) -> None:
        """Make files of these figures; `where` are the fields of a call that say the place."""
        self._asked.put_nowait((found, where))

    async def run(self) -> None:
        """Make and send until cancelled."""
        while True:
            await self.once()

    async def once(self) -> None:
        """Wait for the next to be asked for, and send all of its files or one word instead.

        Raises UnavailableError when the database cannot be written.
        """
        found, where = await self._asked.get()
        try:
            paths = await asyncio.to_thread(_save, found, self._folder)
        except OSError as error:
            log.error("report_not_written", where=place(error))
            paths = []

        async def sending(unit: OpenUnit) -> None:
            send_files(self._desk, unit, paths, where)

        await commit(self._database, self._sender, sending)


def _save(found: Report, folder: Path) -> list[Path]:
    """Drawing stays out of the running bot's memory until somebody asks for it."""
    from app.report_files import save

    return save(found, folder)
