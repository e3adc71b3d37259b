"""The way to SQLite's thread: many statements a trip, and the machine's troubles told apart."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable, Mapping, Sequence
from enum import Enum
from pathlib import Path
from typing import Any, cast

import aiosqlite

from store.beside import log_of

Row = tuple[Any, ...]

# Results of SQLite (sqlite.org/rescode.html) that tell about the machine, not about the statement.
_MACHINE = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_CANTOPEN,
    }
)


class Trouble(Enum):
    """What keeps the database from working, as far as somebody can do something about it."""

    FULL = "full"  # the disk takes no more
    READ_ONLY = "read-only"  # this user may not write it
    DAMAGED = "damaged"  # what is on the disk makes no sense
    OTHER = "other"


_TROUBLES = {
    sqlite3.SQLITE_FULL: Trouble.FULL,
    sqlite3.SQLITE_READONLY: Trouble.READ_ONLY,
    sqlite3.SQLITE_CORRUPT: Trouble.DAMAGED,
}


class UnavailableError(Exception):
    """The database cannot work now (disk full, locked, unreadable); nobody's update is at fault."""

    def __init__(self, said: str, trouble: Trouble = Trouble.OTHER) -> None:
        super().__init__(said)
        self.trouble = trouble

    @classmethod
    def of(cls, error: sqlite3.Error) -> UnavailableError:
        """What SQLite says."""
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        return cls(str(error), _TROUBLES.get(code, Trouble.OTHER))


class Write:
    """A statement that travels with its transaction's next trip; `changed` rows are known then."""

    __slots__ = ("changed", "expect", "query", "rows", "sql")

    def __init__(self, query: str, sql: str, rows: Sequence[Mapping[str, Any]] | None) -> None:
        self.query = query
        self.sql = sql
        self.rows = rows
        self.expect: int | None = None
        self.changed = 0

    def execute(self, connection: sqlite3.Connection) -> None:
        """Run it. Raises LookupError when it changed other than the expected number of rows."""
        if self.rows is None:
            connection.execute(self.sql)
            return
        self.changed = connection.executemany(self.sql, self.rows).rowcount
        if self.expect is not None and self.changed != self.expect:
            raise LookupError(f"{self.query} changed {self.changed} rows, not {self.expect}")


def _trip(
    connection: sqlite3.Connection,
    writes: Sequence[Write],
    sql: str | None,
    parameters: Mapping[str, Any],
) -> list[Row]:
    """Run writes and perhaps one query; everything of one trip to SQLite's thread."""
    for write in writes:
        write.execute(connection)
    return [] if sql is None else connection.execute(sql, parameters).fetchall()


class Connection(aiosqlite.Connection):
    """aiosqlite with many statements per trip: each trip to its thread costs 45 µs of CPU."""

    async def trip(
        self, writes: Sequence[Write], sql: str | None, parameters: Mapping[str, Any]
    ) -> list[Row]:
        """Run `_trip` in SQLite's thread. Raises UnavailableError for the machine's troubles."""
        try:
            go = cast(Callable[..., Awaitable[list[Row]]], self._execute)
            return await go(_trip, self._conn, writes, sql, parameters)
        except sqlite3.Error as error:
            code = getattr(error, "sqlite_errorcode", None)
            if code is not None and code & 0xFF in _MACHINE:
                raise UnavailableError.of(error) from error
            raise

    async def end(self) -> None:
        """Close, and wait for SQLite's thread: what it still reports must find its loop open."""
        await self.close()
        await asyncio.to_thread(self._thread.join)

    async def roll_back(self) -> None:
        """Leave the transaction if one is open, after whatever is still under way."""
        await self._execute(_roll_back, self._conn)  # type: ignore[no-untyped-call]


def _roll_back(connection: sqlite3.Connection) -> None:
    if connection.in_transaction:
        connection.rollback()


def connect(path: Path, how: str) -> Connection:
    """A connection still to be awaited; `how` as in `uri`."""
    place = uri(path, how)
    return Connection(lambda: sqlite3.connect(place, isolation_level=None, uri=True), 64)


def uri(path: Path, how: str) -> str:
    """The file as SQLite is told of it; `how` is a parameter like "mode=ro"."""
    return f"{path.absolute().as_uri()}?{how}"


def reading(path: Path) -> str:
    """How to open it so that nothing is changed or made, also beside a running bot."""
    # Without a log nobody has it open. To share a log that is not there, SQLite would make one.
    return "mode=ro" if log_of(path).exists() else "immutable=1"
