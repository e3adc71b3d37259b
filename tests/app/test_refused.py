"""What keeps a database from working is one sentence that says what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from app.refused import RefusedError, refusing
from store import troubles
from store.connection import UnavailableError
from store.database import Database
from tests.store.test_backup import damage, made


@asynccontextmanager
async def opened(path: Path) -> AsyncIterator[Database]:
    database = await Database.open(path)
    try:
        yield database
    finally:
        await database.close()


async def write(database: Database) -> None:
    async with database.transaction() as transaction:
        troubles.draft(transaction, 1.0, "apa " * 4000, "ini")


async def test_a_full_disk(tmp_path: Path) -> None:
    async with opened(tmp_path / "bot.db") as database:
        [[pages]] = await database._connection.trip([], "PRAGMA page_count", {})
        await database._connection.trip([], f"PRAGMA max_page_count = {pages}", {})
        with pytest.raises(RefusedError, match="cakramnya penuh"), refusing(database.path):
            await write(database)


async def test_a_file_that_may_only_be_read(tmp_path: Path) -> None:
    reader = await Database.read(await made(tmp_path / "bot.db"))
    try:
        with pytest.raises(RefusedError, match="hanya bisa dibaca"), refusing(reader.path):
            await write(reader)
    finally:
        await reader.close()


async def test_a_damaged_file_is_noticed_at_the_start(tmp_path: Path) -> None:
    path = await made(tmp_path / "bot.db", *range(1, 400))
    damage(path)
    with pytest.raises(RefusedError, match=r"rusak.*bot\.py restore"), refusing(path):
        async with opened(path):
            pass


def test_what_sqlite_says_of_other_things_stays_general() -> None:
    with pytest.raises(RefusedError, match="tidak bisa dibuka"), refusing(Path("bot.db")):
        raise UnavailableError.of(sqlite3.OperationalError("unable to open"))
