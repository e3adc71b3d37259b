"""Migrations: numbered SQL files, each applied once, each in its own transaction.

The database keeps which it has seen; by that, and by its tables, it is known as ours.
"""

import re
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import aiosqlite

FOLDER = Path(__file__).with_name("migrations")
SCHEMA = Path(__file__).with_name("schema.sql")
"""Where all migrations lead; a test compares the two."""

_LEDGER = """CREATE TABLE IF NOT EXISTS migrations (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL
)"""


_TABLE = re.compile(r"^CREATE TABLE (\w+)", re.MULTILINE)


class SchemaError(Exception):
    """The database is not as this program needs it; one subclass for each way."""


class ForeignError(SchemaError):
    """The database belongs to another program, or to none."""


class TooOldError(SchemaError):
    """An earlier version of the program made the database, and only reading is allowed."""


class TooNewError(SchemaError):
    """The database was changed by a later version of the program."""


class DamagedError(SchemaError):
    """Tables are gone from the database; the text names them."""


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


async def seen(connection: aiosqlite.Connection, known: Sequence[Migration]) -> int:
    """How many of the known migrations the database has; 0 for an empty one. Only reads.

    Raises ForeignError when the tables are not ours, TooNewError when the database knows a number
    that we do not.
    """
    if not await _tables(connection):
        return 0
    columns = await connection.execute_fetchall("SELECT name FROM pragma_table_info('migrations')")
    if not {"number", "name"} <= {row[0] for row in columns}:
        raise ForeignError("there are tables, and none is our list of migrations")
    rows = await connection.execute_fetchall("SELECT number, name FROM migrations ORDER BY number")
    found = [(row[0], row[1]) for row in rows]
    if found and found[-1][0] > len(known):
        raise TooNewError(f"database has migration {found[-1][0]}, this program knows {len(known)}")
    if found != [(one.number, one.name) for one in known[: len(found)]]:
        raise ForeignError("its migrations are not ours")
    return len(found)


async def current(connection: aiosqlite.Connection) -> None:
    """Only reads. Raises a SchemaError unless the database is ours, whole and of this version."""
    known = migrations()
    there = await seen(connection, known)
    if not there:
        raise ForeignError("it is empty")
    if there < len(known):
        raise TooOldError(f"database has migration {there}, this program needs {len(known)}")
    await whole(connection)


async def whole(connection: aiosqlite.Connection) -> None:
    """Raises DamagedError when a table of the newest schema is not there."""
    wanted = set(_TABLE.findall(SCHEMA.read_text(encoding="utf-8")))
    if missing := wanted - await _tables(connection):
        raise DamagedError(", ".join(sorted(missing)))


async def _tables(connection: aiosqlite.Connection) -> set[str]:
    rows = await connection.execute_fetchall("SELECT name FROM sqlite_schema WHERE type = 'table'")
    return {row[0] for row in rows if not row[0].startswith("sqlite_")}


def _is_no_such(error: BaseException) -> bool:
    """Whether a statement, right in itself, did not find what it changes."""
    code = getattr(error, "sqlite_errorcode", None)
    return code == sqlite3.SQLITE_ERROR and "no such" in str(error)


async def up(connection: aiosqlite.Connection, folder: Path = FOLDER) -> int:
    """Apply what the database has not seen; returns how many were applied.

    A migration that fails leaves nothing of itself. Raises ForeignError and TooNewError as `seen`,
    DamagedError when a table or column is missing that an earlier migration made.
    """
    known = migrations(folder)
    before = await seen(connection, known)
    await connection.execute(_LEDGER)
    for migration in known[before:]:
        try:
            await connection.executescript(
                f"BEGIN IMMEDIATE;\n{migration.sql}\n"
                f"INSERT INTO migrations VALUES ({migration.number}, '{migration.name}');\nCOMMIT;"
            )
        except BaseException as error:
            if connection.in_transaction:
                await connection.rollback()
            if _is_no_such(error):
                raise DamagedError(str(error)) from error
            raise
    return len(known) - before
