"""`python bot.py report`: the desk's figures as text, CSV and a picture; nobody is in them."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TextIO

from app.clock import WIB
from app.report_files import save
from flows.desk.report import Report
from flows.library import Library
from handlers.brain import Brain
from handlers.desk.desk import Desk
from handlers.desk.staff.reports import figures
from store.database import Database
from tools.files import remembered, written
from tools.given import Given
from tools.stopped import StoppedError


def period(month: str, today: date) -> tuple[datetime, datetime]:
    """The month named "2026-11", else the last 30 days. Raises ValueError for another text."""
    if not month:
        end = datetime.combine(today + timedelta(days=1), datetime.min.time(), WIB)
        return end - timedelta(days=30), end
    first = datetime.strptime(month, "%Y-%m").replace(tzinfo=WIB)
    after = (first + timedelta(days=32)).replace(day=1)
    return first, after


async def read(library: Library, database: Path, since: datetime, until: datetime) -> Report:
    """The figures of a period. Raises UnavailableError when the database cannot be read,
    SchemaError when it is not as we need it.
    """
    desk = Desk(Brain(library, lambda: until.date()), 0, None, lambda: datetime.now(UTC))
    opened = await Database.read(database)
    try:
        async with opened.transaction() as transaction:
            return await figures(desk, transaction, since, until)
    finally:
        await opened.close()


def run(given: Given, month: str, folder: Path, out: TextIO) -> None:
    """Writes the report of a month, or of the last 30 days, and its files into `folder`.

    Raises StoppedError for what is no month, without a database, or where nothing can be written.
    """
    database = given.settings.database_path
    try:
        since, until = period(month, given.today)
    except (ValueError, OverflowError):
        raise StoppedError(f"{month} bukan bulan. Tulis seperti 2026-11.") from None
    with remembered(database):
        found = asyncio.run(read(given.library, database, since, until))
    with written(folder):
        saved = save(found, folder)
    for line in found.lines():
        print("\t".join(line), file=out)
    files = ", ".join(str(path) for path in saved)
    print(f"Tersimpan: {files}", file=out)
