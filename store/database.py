"""The database: one SQLite file, one writer, one transaction at a time."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Self, cast

import aiosql
import aiosqlite
from aiosql.adapters.aiosqlite import AioSQLiteAdapter

from store import migrate

Row = tuple[Any, ...]

_SQL = Path(__file__).with_name("sql")

_PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    # A commit survives a power cut; group commit pays for it (docs/decisions/durability.md).
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA busy_timeout = 5000",
    # What /hapus removes is overwritten, not merely unlinked.
    "PRAGMA secure_delete = FAST",
)

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


class UnavailableError(Exception):
    """The database cannot work now (disk full, locked, unreadable); nobody's update is at fault."""


class _OneHop(AioSQLiteAdapter):
    """aiosql's adapter with one thread hop per query instead of three (43 µs of CPU each)."""

    async def select(
        self,
        conn: aiosqlite.Connection,
        _name: str,
        sql: str,
        parameters: Mapping[str, Any],
        _record_class: object = None,
    ) -> AsyncIterator[Row]:
        for row in await conn.execute_fetchall(sql, parameters):
            yield tuple(row)

    async def select_one(
        self,
        conn: aiosqlite.Connection,
        _name: str,
        sql: str,
        parameters: Mapping[str, Any],
        _record_class: object = None,
    ) -> Row | None:
        rows = await conn.execute_fetchall(sql, parameters)
        return next((tuple(row) for row in rows), None)

    async def insert_update_delete(
        self, conn: aiosqlite.Connection, _name: str, sql: str, parameters: Mapping[str, Any]
    ) -> int:
        return (await conn.execute(sql, parameters)).rowcount

    async def insert_update_delete_many(
        self,
        conn: aiosqlite.Connection,
        _name: str,
        sql: str,
        parameters: Sequence[Mapping[str, Any]],
    ) -> int:
        return (await conn.executemany(sql, parameters)).rowcount


class Transaction:
    """An open transaction: queries of `store/sql/` by name.

    Everything between begin and commit belongs to whoever opened it; PostgreSQL will offer the
    same methods.
    """

    __slots__ = ("_connection", "_queries")

    def __init__(self, connection: aiosqlite.Connection, queries: Any) -> None:
        self._connection = connection
        self._queries = queries

    async def fetch(self, query: str, /, **parameters: Any) -> list[Row]:
        """Return all rows of the named query."""
        with _machine_errors():
            rows = getattr(self._queries, query)(self._connection, **parameters)
            return [row async for row in rows]

    async def fetch_one(self, query: str, /, **parameters: Any) -> Row | None:
        """Return the first row of the named query, or None."""
        with _machine_errors():
            row: Row | None = await getattr(self._queries, query)(self._connection, **parameters)
        return row

    async def run(self, query: str, /, **parameters: Any) -> int:
        """Run the named statement; returns how many rows it changed."""
        with _machine_errors():
            changed: int = await getattr(self._queries, query)(self._connection, **parameters)
        return changed

    async def run_many(self, query: str, rows: Sequence[Mapping[str, Any]], /) -> int:
        """Run the named statement once per row, in one go; returns how many rows changed."""
        if not rows:
            return 0
        with _machine_errors():
            changed: int = await getattr(self._queries, query)(self._connection, rows)
        return changed

    async def save_point(self) -> None:
        """Mark the place to which `undo` returns; not nested."""
        with _machine_errors():
            await self._connection.execute("SAVEPOINT one_update")

    async def undo(self) -> None:
        """Take back everything since `save_point`.

        Raises UnavailableError when SQLite has already given up the whole transaction.
        """
        if not self._connection.in_transaction:
            raise UnavailableError("the transaction is gone")
        with _machine_errors():
            await self._connection.execute("ROLLBACK TO one_update")
            await self._connection.execute("RELEASE one_update")

    async def release(self) -> None:
        """Keep everything since `save_point` (it still needs the commit)."""
        with _machine_errors():
            await self._connection.execute("RELEASE one_update")


class Database:
    """The one writer. Open with `Database.open(path)`, close with `close()`."""

    def __init__(self, connection: aiosqlite.Connection, path: Path) -> None:
        self.path = path
        self._connection = connection
        self._queries = aiosql.from_path(_SQL, cast(Any, _OneHop), mandatory_parameters=False)
        self._lock = asyncio.Lock()

    @classmethod
    async def open(cls, path: Path) -> Self:
        """Open or create the file and bring it to the newest schema.

        Raises UnavailableError when it cannot be opened or written, migrate.TooNewError when a
        later version of the program has already changed it.
        """
        with _machine_errors():
            connection = await aiosqlite.connect(path, isolation_level=None)
        try:
            with _machine_errors():
                for pragma in _PRAGMAS:
                    await connection.execute_fetchall(pragma)
                await migrate.up(connection)
        except BaseException:
            await connection.close()
            raise
        return cls(connection, path)

    async def close(self) -> None:
        """Wait for the running transaction, then close; SQLite tidies its log on the way out."""
        async with self._lock:
            await self._connection.close()

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        """All or nothing: commits when the block ends, rolls back when it raises.

        Raises UnavailableError when begin or commit fails; then nothing was written.
        """
        async with self._lock:
            connection = self._connection
            try:
                with _machine_errors():
                    await connection.execute("BEGIN IMMEDIATE")
                yield Transaction(connection, self._queries)
                with _machine_errors():
                    await connection.commit()
            except BaseException:
                if connection.in_transaction:
                    await connection.rollback()
                raise


class _machine_errors:  # noqa: N801 - reads as a statement
    """Turns SQLite's reports about the machine into UnavailableError; others pass."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, sqlite3.Error):
            code = getattr(error, "sqlite_errorcode", None)
            if code is not None and code & 0xFF in _MACHINE:
                raise UnavailableError(str(error)) from error
