"""A copy made beside a running bot holds everything; what is put back leaves nothing behind."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from store import inbox, migrate
from store.backup import back_up, put_back
from store.beside import index_of, journal_of, log_of
from store.database import Database
from store.inbox import Arrival


def update(number: int, at: float) -> Arrival:
    return {
        "update_id": number, "chat_id": 7, "received_at": at, "written_at": at, "stamp": None,
        "body": "{}", "state": "waiting", "reason": None,
    }  # fmt: skip


async def stored(database: Database, *numbers: int) -> None:
    async with database.transaction() as transaction:
        inbox.add(transaction, [update(number, 100.0 + number) for number in numbers])


def numbers(path: Path) -> list[int]:
    with closing(sqlite3.connect(path)) as connection:
        return [row[0] for row in connection.execute("SELECT update_id FROM inbox ORDER BY 1")]


async def made(path: Path, *updates: int) -> Path:
    """A database of ours on which nobody runs."""
    database = await Database.open(path)
    await stored(database, *updates)
    await database.close()
    return path


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


async def test_a_copy_beside_a_writer_holds_what_only_the_log_has(tmp_path: Path) -> None:
    running = await Database.open(tmp_path / "bot.db")
    try:
        await stored(running, 1, 2)
        plain = shutil.copy(tmp_path / "bot.db", tmp_path / "plain.db")
        with pytest.raises(sqlite3.OperationalError, match="no such table"):
            numbers(Path(plain))
        copy = await back_up(running.path, tmp_path / "copy.db")
        await stored(running, 3)
    finally:
        await running.close()
    assert (copy.newest, copy.size) == (102.0, (tmp_path / "copy.db").stat().st_size)
    assert numbers(tmp_path / "copy.db") == [1, 2]
    assert (tmp_path / "copy.db").stat().st_mode & 0o777 == 0o600
    assert names(tmp_path) == ["bot.db", "copy.db", "plain.db"]


async def test_a_copy_of_an_earlier_release_can_be_made(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "old.db")) as old:
        old.executescript(migrate.migrations()[0].sql)
        old.executescript(migrate._LEDGER)
        old.execute("INSERT INTO migrations VALUES (1, 'spine')")
        old.commit()
    assert (await back_up(tmp_path / "old.db", tmp_path / "copy.db")).newest is None


def damage(path: Path) -> None:
    """Overwrites a page in the middle."""
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 2)
        file.write(b"\xff" * 4096)


def later(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("INSERT INTO migrations VALUES (9999, 'later')")


def headless(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DROP TABLE migrations")


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def no_database(path: Path) -> None:
    path.write_text("ini bukan database " * 100)


def without_cases(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DROP TABLE watches")


UNFIT = [
    (damage, migrate.DamagedError),
    (without_cases, migrate.DamagedError),
    (later, migrate.TooNewError),
    (headless, migrate.ForeignError),
    (emptied, migrate.ForeignError),
    (no_database, migrate.ForeignError),
]


@pytest.mark.parametrize(("spoil", "error"), UNFIT)
async def test_what_cannot_be_used_is_neither_copied_nor_put_back(
    spoil: object, error: type[Exception], tmp_path: Path
) -> None:
    spoiled = await made(tmp_path / "spoiled.db", *range(1, 400))
    assert callable(spoil)
    spoil(spoiled)
    bot = await made(tmp_path / "bot.db", 1)
    (tmp_path / "copy.db").write_text("yesterday's")
    before = bot.read_bytes()
    with pytest.raises(error):
        await put_back(spoiled, bot, tmp_path / "aside.db", 500.0)
    with pytest.raises(error):
        await back_up(spoiled, tmp_path / "copy.db")
    assert bot.read_bytes() == before
    assert (tmp_path / "copy.db").read_text() == "yesterday's"
    assert names(tmp_path) == ["bot.db", "copy.db", "spoiled.db"]


def killed(source: Path, target: Path) -> None:
    """The files of a database as `kill -9` leaves them: the log is not yet in the file."""
    for name in (lambda path: path, log_of, index_of):
        shutil.copy(name(source), name(target))
    journal_of(target).write_text("[7,{}]\n")


async def test_what_is_replaced_is_kept_with_its_log_and_journal(tmp_path: Path) -> None:
    running = await Database.open(tmp_path / "running.db")
    await stored(running, 5, 6)
    bot = tmp_path / "bot.db"
    killed(running.path, bot)
    bot.chmod(0o640)
    await running.close()
    copy = await made(tmp_path / "copy.db", 1)
    await put_back(copy, bot, tmp_path / "aside.db", 500.0)
    assert (numbers(bot), numbers(tmp_path / "aside.db")) == ([1], [5, 6])
    assert journal_of(tmp_path / "aside.db").read_text() == "[7,{}]\n"
    assert bot.stat().st_mode & 0o777 == 0o640
    left = ["aside.db", "aside.db-sent", "bot.db", "copy.db", "running.db"]
    assert names(tmp_path) == left


async def test_a_damaged_database_is_kept_as_it_is(tmp_path: Path) -> None:
    bot = tmp_path / "bot.db"
    no_database(bot)
    was = bot.read_bytes()
    log_of(bot).write_bytes(b"log")
    await put_back(await made(tmp_path / "copy.db", 1), bot, tmp_path / "aside.db", 500.0)
    assert numbers(bot) == [1]
    assert (tmp_path / "aside.db").read_bytes() == was
    assert log_of(tmp_path / "aside.db").read_bytes() == b"log"


@pytest.mark.parametrize("stray", [log_of, index_of, journal_of])
async def test_nothing_of_an_earlier_database_comes_back(stray: object, tmp_path: Path) -> None:
    assert callable(stray)
    bot: Path = tmp_path / "bot.db"
    stray(bot).write_bytes(b"of another one")
    await put_back(await made(tmp_path / "copy.db", 1), bot, tmp_path / "aside.db", 500.0)
    assert numbers(bot) == [1]
    assert names(tmp_path) == ["bot.db", "copy.db"]
