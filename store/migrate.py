"""Migrations: numbered SQL files, each applied once, each in its own transaction."""

import re
from pathlib import Path
from typing import NamedTuple

import aiosqlite

FOLDER = Path(__file__).with_name("migrations")

_LEDGER = """CREATE TABLE IF NOT EXISTS migrations (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL
)"""


class TooNewError(Exception):
    """The database was changed by a later version of the program."""


class Migration(NamedTuple):
    """One file `0001_name.sql`."""

    number: int
    name: str
    sql: str


def migrations(folder: Path = FOLDER) -> list[Migration]:
    """Read the folder in order. Raises ValueError when a number is missing or used twice."""
    found = []
    for path in sorted(folder.glob("*.sql")):
        match = re.fullmatch(r"(\d{4})_([a-z0-9_]+)", path.stem)
        if match is None:
            raise ValueError(f"{path.name}: a migration is called 0001_name.sql")
        found.append(Migration(int(match[1]), match[2], path.read_text(encoding="utf-8")))
    if [one.number for one in found] != list(range(1, len(found) + 1)):
        raise ValueError("migrations are numbered 1, 2, 3 ... without gaps")
    return found


async def up(connection: aiosqlite.Connection, folder: Path = FOLDER) -> int:
    """Apply what the database has not seen; returns how many were applied.

    A migration that fails leaves nothing of itself. Raises TooNewError when the database knows
    a number that the folder does not have.
    """
    await connection.execute(_LEDGER)
    rows = await connection.execute_fetchall("SELECT MAX(number) FROM migrations")
    seen = next(iter(rows))[0] or 0
    known = migrations(folder)
    if seen > len(known):
        raise TooNewError(f"database has migration {seen}, this program knows {len(known)}")
    for migration in known[seen:]:
        try:
            await connection.executescript(
                f"BEGIN IMMEDIATE;\n{migration.sql}\n"
                f"INSERT INTO migrations VALUES ({migration.number}, '{migration.name}');\nCOMMIT;"
            )
        except BaseException:
            if connection.in_transaction:
                await connection.rollback()
            raise
    return len(known) - seen
