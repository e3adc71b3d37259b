"""The database: one SQLite file, one writer, one transaction at a time."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Self

from store import migrate
from store.connection import (
    Connection,
    Row,
    Trouble,
    UnavailableError,
    Write,
    connect,
    reading,
)
from store.queries import read_queries

__all__ = ["Database", "Row", "Transaction", "UnavailableError", "Write"]

_SQL = Path(__file__).with_name("sql")

LOOKED_THROUGH = 25_000
"""Pages (of 4 KB) that are looked through at the start, a quarter of a second; see `_sound`."""

_PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    # A commit survives a power cut; group commit pays for it (docs/decisions/durability.md).
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA busy_timeout = 5000",
    # What /hapus removes is overwritten, not merely unlinked (see also `Database.wipe_log`).
    "PRAGMA secure_delete = ON",
)


class Transaction:
    """An open transaction: the queries of `store/sql/`, by name.

    `write` only notes a statement; it is run, in order, before the next `fetch` or `run` and at
    the latest with the commit. PostgreSQL will offer the same methods.
    """

    __slots__ = ("_connection", "_hooks", "_kept", "_mark", "_noted", "_queries")

    def __init__(self, connection: Connection, queries: Mapping[str, str]) -> None:
        self._connection = connection
        self._queries = queries
        self._noted = [_plain("BEGIN IMMEDIATE")]
        self._mark: Write | None = None
        self._hooks: list[Callable[[], None]] = []
        self._kept = 0  # hooks that `undo` leaves alone

    async def fetch(self, query: str, /, **parameters: Any) -> list[Row]:
        """Return all rows of the named query."""
        return await self._go(self._sql(query), parameters)

    async def fetch_one(self, query: str, /, **parameters: Any) -> Row | None:
        """Return the first row of the named query, or None."""
        return next(iter(await self.fetch(query, **parameters)), None)

    async def run(self, query: str, /, **parameters: Any) -> int:
        """Run the named statement now; returns how many rows it changed."""
        written = self.write(query, [parameters])
        await self.flush()
        return written.changed

    def write(
        self, query: str, rows: Sequence[Mapping[str, Any]], /, *, expect: int | None = None
    ) -> Write:
        """Note the named statement, to be run once per row.

        expect: how many rows it must change in all; otherwise the trip raises LookupError.
        """
        write = Write(query, self._sql(query), rows)
        write.expect = expect
        if rows:
            self._noted.append(write)
        return write

    async def flush(self) -> None:
        """Run what is noted."""
        if self._noted:
            await self._go(None, {})

    def after_commit(self, hook: Callable[[], None]) -> None:
        """Do something once all of this is kept; never when it is taken back.

        The only way to change what is remembered beside the store. A hook must not raise: what it
        follows can no longer be taken back.
        """
        self._hooks.append(hook)

    @property
    def has_hooks(self) -> bool:
        """Whether something beside the store changes with the commit."""
        return bool(self._hooks)

    def committed(self) -> None:
        """Do what was asked for after the commit. For `Database.transaction`."""
        for hook in self._hooks:
            hook()

    def save_point(self) -> None:
        """Note the place to which `undo` returns; not nested."""
        self._kept = len(self._hooks)
        self._mark = _plain("SAVEPOINT one_update")
        self._noted.append(self._mark)

    def release(self) -> None:
        """Keep everything since `save_point` (it still needs the commit)."""
        self._noted.append(_plain("RELEASE one_update"))

    async def undo(self) -> None:
        """Take back everything since `save_point`.

        Raises UnavailableError when SQLite has already given up the whole transaction.
        """
        del self._hooks[self._kept :]
        if self._mark in self._noted:  # nothing of it has happened yet
            del self._noted[self._noted.index(self._mark) :]
            return
        if not self._connection.in_transaction:
            raise UnavailableError("the transaction is gone")
        self._noted = [_plain("ROLLBACK TO one_update"), _plain("RELEASE one_update")]
        await self.flush()

    async def commit(self) -> None:
        """Run what is noted and commit. For `Database.transaction`."""
        self._noted.append(_plain("COMMIT"))
        await self.flush()

    async def _go(self, sql: str | None, parameters: Mapping[str, Any]) -> list[Row]:
        noted, self._noted = self._noted, []
        return await self._connection.trip(noted, sql, parameters)

    def _sql(self, query: str) -> str:
        return self._queries[query]


async def _sound(connection: Connection) -> None:
    """Read all of a file that is quickly read. Raises UnavailableError when it is damaged.

    A damaged page may lie unread for weeks, and every copy made meanwhile would hold it.
    """
    [[size]] = await connection.trip([], "PRAGMA page_count", {})
    if size > LOOKED_THROUGH:
        return
    [[found], *_] = await connection.trip([], "PRAGMA quick_check(1)", {})
    if found != "ok":
        raise UnavailableError(str(found), Trouble.DAMAGED)


def _plain(sql: str) -> Write:
    return Write(sql, sql, None)


class Database:
    """The one writer, from `Database.open(path)`; or a reader, from `Database.read(path)`."""

    def __init__(self, connection: Connection, path: Path) -> None:
        self.path = path
        self._connection = connection
        self._queries = read_queries(_SQL)
        self._lock = asyncio.Lock()

    @classmethod
    async def open(cls, path: Path) -> Self:
        """Open or create the file and bring it to the newest schema.

        Raises UnavailableError when it cannot be opened or written, or is damaged, a
        migrate.SchemaError when it is not ours, when a later version of the program has already
        changed it, when tables are gone. Then it is as it was.
        """

        async def prepare(connection: Connection) -> None:
            await migrate.seen(connection, migrate.migrations())
            for pragma in _PRAGMAS:
                await connection.trip([], pragma, {})
            await migrate.up(connection)
            await migrate.whole(connection)
            await _sound(connection)

        return await cls._opened(path, "mode=rwc", prepare)

    @classmethod
    async def read(cls, path: Path) -> Self:
        """Open the file for reading alone: nothing is changed or made, also beside a running bot.

        Raises UnavailableError when it cannot be opened, a migrate.SchemaError when it is not a
        whole database of this version.
        """
        return await cls._opened(path, reading(path), migrate.current)

    @classmethod
    async def _opened(
        cls, path: Path, how: str, prepare: Callable[[Connection], Awaitable[None]]
    ) -> Self:
        connection = connect(path, how)
        try:
            await connection
            await prepare(connection)
        except sqlite3.Error as error:
            await connection.end()
            raise UnavailableError.of(error) from error
        except BaseException:
            await connection.end()
            raise
        return cls(connection, path)

    async def close(self) -> None:
        """Wait for the running transaction, then close; SQLite tidies its log on the way out."""
        async with self._lock:
            await self._connection.end()

    async def wipe_log(self) -> None:
        """Move the write-ahead log into the file and empty it: it still held what was erased.

        Raises UnavailableError when the file cannot be written; the erasing itself is committed.
        """
        async with self._lock:
            try:
                await self._connection.trip([], "PRAGMA wal_checkpoint(TRUNCATE)", {})
            except sqlite3.Error as error:
                raise UnavailableError.of(error) from error

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        """All or nothing: commits when the block ends, rolls back when it raises.

        Raises UnavailableError when begin or commit fails; then nothing was written.
        """
        async with self._lock:
            transaction = Transaction(self._connection, self._queries)
            try:
                yield transaction
                await transaction.commit()
            except BaseException:
                await self._connection.roll_back()
                raise
            transaction.committed()
