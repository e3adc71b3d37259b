"""Backup: a database copied beside a running bot, and a copy put back in its place.

A plain copy of the file of a running bot holds next to nothing: what is committed lies in SQLite's
log until the program ends. SQLite's own backup reads both, as of one moment, and nobody waits.
Whatever is written here has another name until it is whole and on the disk.
"""

import errno
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

import aiosqlite

from store import migrate, pulse, setbacks
from store.beside import index_of, journal_of, log_of
from store.connection import UnavailableError, connect, reading, uri
from store.database import Database
from store.setbacks import Sign


class Copy(NamedTuple):
    """A copy that was looked through.

    size: in bytes. newest: when the youngest update in it was stored (Unix seconds), None when
    nobody has written for days.
    """

    size: int
    newest: float | None


async def back_up(database: Path, file: Path) -> Copy:
    """Write a copy of the database to `file`, in place of what is there.

    Also beside a running bot, and of a database of an earlier release. Raises a SchemaError when
    the database is not ours, of a later release, or damaged: then `file` is as it was;
    UnavailableError and OSError when one of the two cannot be read or written.
    """
    with _whole(file) as part:
        _copy(database, part)
        return Copy(_size(part), await looked_through(part))


async def put_back(file: Path, database: Path, aside: Path, now: float) -> Copy:
    """Put a copy in the place of a database on which no program runs.

    It is brought to the newest schema, and says that it was put back now (Unix seconds). What is
    replaced stays as `aside`, with what its log still held. Raises as `back_up`: then the database
    is as it was.
    """
    with _whole(database) as part:
        _copy(file, part)
        found = Copy(_size(part), await looked_through(part))
        await _say_so(part, now)
        _set_aside(database, aside, part)
        return found


async def looked_through(path: Path) -> float | None:
    """Read all of a copy that nobody has open; returns when the youngest update in it was stored.

    Raises ForeignError, TooNewError or DamagedError when it cannot be used.
    """
    connection = connect(path, "immutable=1")
    try:
        await connection
        known = migrate.migrations()
        there = await migrate.seen(connection, known)
        if not there:
            raise migrate.ForeignError("it is empty")
        await _is_sound(connection)
        if there == len(known):
            await migrate.whole(connection)
        [row] = await connection.execute_fetchall("SELECT MAX(received_at) FROM inbox")
    except sqlite3.Error as error:
        raise _unfit(error) from error
    finally:
        await connection.end()
    newest: float | None = row[0]
    return newest


async def _say_so(part: Path, now: float) -> None:
    """The next start must know of it before anything is sent."""
    database = await Database.open(part)
    try:
        async with database.transaction() as transaction:
            ends_at = await pulse.newest(transaction, now)
            setbacks.add(transaction, Sign.RESTORE, ends_at, now)
    finally:
        await database.close()


def _size(path: Path) -> int:
    return path.stat().st_size


async def _is_sound(connection: aiosqlite.Connection) -> None:
    rows = await connection.execute_fetchall("PRAGMA integrity_check(1)")
    if (found := [row[0] for row in rows]) != ["ok"]:
        raise migrate.DamagedError(str(found[0]))


def _copy(source: Path, target: Path) -> None:
    """Everything that is committed in a database, as one file."""
    while True:
        how = reading(source)
        try:
            with (
                closing(sqlite3.connect(uri(source, how), uri=True)) as reader,
                closing(sqlite3.connect(target)) as writer,
            ):
                reader.backup(writer)
                # A log beside the copy would have to be carried along with it.
                writer.execute("PRAGMA journal_mode = DELETE")
        except sqlite3.Error as error:
            raise _unfit(error) from error
        if how == reading(source):
            return
        # Somebody has opened or closed it meanwhile: what was read may be of two moments.


def _unfit(error: sqlite3.Error) -> Exception:
    """What an error of SQLite says of a file that was to be copied."""
    match getattr(error, "sqlite_errorcode", 0) & 0xFF:
        case sqlite3.SQLITE_NOTADB:
            return migrate.ForeignError(str(error))
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_ERROR:
            return migrate.DamagedError(str(error))
        case sqlite3.SQLITE_FULL:
            return OSError(errno.ENOSPC, str(error))
        case _:
            return UnavailableError.of(error)


@contextmanager
def _whole(file: Path) -> Iterator[Path]:
    """A new file beside `file`, readable by its owner alone, that takes its place in the end.

    Either the whole of it is there, also after a power cut, or nothing has changed.
    """
    number, name = tempfile.mkstemp(prefix=f"{file.name}.", suffix=".part", dir=file.parent)
    os.close(number)
    part = Path(name)
    try:
        yield part
        _on_disk(part)
        part.replace(file)
        _on_disk(file.parent)
    finally:
        for left in (part, log_of(part), index_of(part)):
            left.unlink(missing_ok=True)


def _on_disk(path: Path) -> None:
    if path.is_dir() and os.name == "nt":
        return  # Windows opens no folders, and needs none opened
    number = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def _set_aside(database: Path, aside: Path, part: Path) -> None:
    """Keep the database that is about to be replaced, and leave nothing of it beside the new one.

    Its log would be taken for the new one's; its journal tells what Telegram accepted of calls
    that the new one has never decided.
    """
    if not database.exists():
        for stray in (log_of(database), index_of(database), journal_of(database)):
            stray.unlink(missing_ok=True)
        return
    _as_before(part, database)
    try:
        os.link(database, aside)
    except OSError:  # a disk without a second name for one file
        shutil.copy2(database, aside)
        _on_disk(aside)
    for beside in (log_of, journal_of):
        if beside(database).exists():
            beside(database).replace(beside(aside))
    index_of(database).unlink(missing_ok=True)


def _as_before(part: Path, database: Path) -> None:
    """Whoever ran on the old file can run on the new one, also when root puts it back."""
    owner = database.stat()
    part.chmod(owner.st_mode & 0o777)
    if hasattr(os, "chown"):
        with suppress(PermissionError):
            os.chown(part, owner.st_uid, owner.st_gid)
