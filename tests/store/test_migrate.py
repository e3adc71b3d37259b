"""Migrations in order lead to the schema; a failing one leaves nothing."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiosqlite
import pytest

from store import cases, chats, migrate, outbox, troubles
from store.database import Database, UnavailableError
from store.outbox import Delivery

SCHEMA = Path(migrate.__file__).with_name("schema.sql")


def shape(connection: sqlite3.Connection) -> list[tuple[str, ...]]:
    """Everything the database declares, without comments and line breaks."""
    rows = connection.execute(
        "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY 1, 2"
    )
    return [(*row[:3], _plain(row[3])) for row in rows]


def _plain(sql: str) -> str:
    lines = (line.split("--")[0] for line in sql.splitlines())
    return " ".join(" ".join(lines).split())


async def test_migrations_in_order_equal_the_schema(tmp_path: Path) -> None:
    database = await Database.open(tmp_path / "migrated.db")
    await database.close()
    migrated = sqlite3.connect(tmp_path / "migrated.db")
    written = sqlite3.connect(":memory:")
    written.executescript(SCHEMA.read_text(encoding="utf-8"))
    try:
        assert shape(migrated) == shape(written)
        assert any(row[1] == "outbox_once" for row in shape(written))
    finally:
        migrated.close()
        written.close()


async def test_what_the_release_before_stored_is_still_there(tmp_path: Path) -> None:
    path, before = tmp_path / "bot.db", tmp_path / "migrations"
    before.mkdir()
    for one in migrate.migrations()[:4]:
        (before / f"{one.number:04}_{one.name}.sql").write_text(one.sql)
    about = '{"desk": "drawn", "case": 1}'
    async with aiosqlite.connect(path, isolation_level=None) as connection:
        assert await migrate.up(connection, before) == 4
        await connection.execute(
            "INSERT INTO chats (chat_id, conversation, screen_message_id, changed_at)"
            " VALUES (7, '{}', 12, 1.0)"
        )
        await connection.execute(
            "INSERT INTO cases (code, trust_words, chat_id, office, group_id, state, place, stage,"
            " opened_at) VALUES ('JHT-7K3Q', 'a b', 7, 'jember', -100, 'waiting', 1, 'meja', 1.0)"
        )
        await connection.execute(
            "INSERT INTO outbox (id, ordinal, lane, priority, method, payload, keep, about,"
            " created_at) VALUES (1, 0, '7', 10, 'editMessageText', '{}', 'screen', ?, 1.0)",
            (about,),
        )
    database = await Database.open(path)
    async with database.transaction() as transaction:
        assert await chats.one(transaction, 7) == chats.blank(7)
        case = await cases.one(transaction, 1)
        assert case is not None
        assert (case["code"], case["topic_after"]) == ("JHT-7K3Q", None)
        [call] = await outbox.waiting(transaction)
        assert call.about == about
    await database.close()


async def test_calls_of_the_release_before_are_repeated_as_they_may_be(tmp_path: Path) -> None:
    path, before = tmp_path / "bot.db", tmp_path / "migrations"
    before.mkdir()
    for one in migrate.migrations()[:9]:
        (before / f"{one.number:04}_{one.name}.sql").write_text(one.sql)
    left = [
        ("createForumTopic", -100, '{"about": "topic", "case": 1, "name": "a"}', Delivery.ONCE),
        ("answerCallbackQuery", 7, None, Delivery.DROP),
        ("copyMessage", 8, '{"about": "out", "case": 1, "rows": [1]}', Delivery.ASK),
        ("sendMessage", 7, None, Delivery.SCREEN),
        ("sendPhoto", 7, '{"about": "file", "file": "a", "kind": "photo"}', Delivery.SCREEN),
        ("deleteMessage", 7, None, Delivery.AGAIN),
        ("sendMessage", 8, None, Delivery.AGAIN),  # somebody with an open case
        ("sendMessage", -100, None, Delivery.AGAIN),
    ]
    async with aiosqlite.connect(path, isolation_level=None) as connection:
        assert await migrate.up(connection, before) == 9
        await connection.execute("INSERT INTO chats VALUES (7, '{}', 0, NULL, 1.0)")
        await connection.execute("INSERT INTO chats VALUES (8, '{}', 0, 1, 1.0)")
        for method, chat_id, about, _delivery in left:
            await connection.execute(
                "INSERT INTO outbox (ordinal, chat_id, lane, priority, method, payload, about,"
                " created_at) VALUES (0, ?, 'a', 10, ?, '{}', ?, 1.0)",
                (chat_id, method, about),
            )
    database = await Database.open(path)
    async with database.transaction() as transaction:
        found = [call.delivery for call in await outbox.waiting(transaction)]
    await database.close()
    assert found == [delivery for *_call, delivery in left]


async def test_what_is_known_is_not_applied_again(tmp_path: Path) -> None:
    async with aiosqlite.connect(tmp_path / "a.db", isolation_level=None) as connection:
        assert await migrate.up(connection) == len(migrate.migrations())
        assert await migrate.up(connection) == 0


async def test_a_failing_migration_leaves_nothing_and_the_earlier_ones_stay(tmp_path: Path) -> None:
    folder = tmp_path / "migrations"
    folder.mkdir()
    (folder / "0001_good.sql").write_text("CREATE TABLE good (a INTEGER);")
    (folder / "0002_bad.sql").write_text("CREATE TABLE half (a INTEGER); INSERT INTO nowhere;")
    async with aiosqlite.connect(tmp_path / "a.db", isolation_level=None) as connection:
        with pytest.raises(sqlite3.OperationalError):
            await migrate.up(connection, folder)
        names = await connection.execute_fetchall("SELECT name FROM sqlite_schema ORDER BY name")
        assert [row[0] for row in names] == ["good", "migrations"]
        (folder / "0002_bad.sql").write_text("CREATE TABLE half (a INTEGER);")
        assert await migrate.up(connection, folder) == 1


async def test_a_database_from_a_later_program_is_refused(tmp_path: Path) -> None:
    database = await Database.open(tmp_path / "a.db")
    await database.close()
    connection = sqlite3.connect(tmp_path / "a.db")
    connection.execute("INSERT INTO migrations VALUES (9999, 'later')")
    connection.commit()
    connection.close()
    with pytest.raises(migrate.TooNewError):
        await Database.open(tmp_path / "a.db")


@pytest.mark.parametrize("names", [["0002_a.sql"], ["0001_a.sql", "0001_b.sql"], ["1_a.sql"]])
def test_numbers_have_no_gaps_and_no_doubles(tmp_path: Path, names: list[str]) -> None:
    for name in names:
        (tmp_path / name).touch()
    with pytest.raises(ValueError, match="migration"):
        migrate.migrations(tmp_path)


@asynccontextmanager
async def closed_after(database: Database) -> AsyncIterator[Database]:
    try:
        yield database
    finally:
        await database.close()


def entries(folder: Path) -> list[Path]:
    return sorted(folder.iterdir())


def dump(path: Path) -> list[str]:
    """Everything in a database file."""
    connection = sqlite3.connect(path)
    try:
        return [*connection.iterdump(), *connection.execute("PRAGMA journal_mode").fetchone()]
    finally:
        connection.close()


async def made(path: Path, *changes: str, known: int = len(migrate.migrations())) -> Path:
    """A database of ours, as far as it had come, and what somebody did to it."""
    async with aiosqlite.connect(path, isolation_level=None) as connection:
        for one in migrate.migrations()[:known] if known else ():
            await connection.executescript(one.sql)
        if known:
            await connection.execute(migrate._LEDGER)
            rows = [(one.number, one.name) for one in migrate.migrations()[:known]]
            await connection.executemany("INSERT INTO migrations VALUES (?, ?)", rows)
        for change in changes:
            await connection.execute(change)
    return path


FOREIGN = ("CREATE TABLE songs (a INTEGER)",)
OTHERS_LIST = ("CREATE TABLE migrations (number INTEGER, name TEXT)",)
OTHERS_NAME = (*OTHERS_LIST, "INSERT INTO migrations VALUES (1, 'songs')")
DROPPED = ("DROP TABLE cases",)


@pytest.mark.parametrize(
    ("changes", "known", "error"),
    [
        (FOREIGN, 0, migrate.ForeignError),
        (("CREATE TABLE migrations (id INTEGER)",), 0, migrate.ForeignError),
        (OTHERS_NAME, 0, migrate.ForeignError),
        (DROPPED, len(migrate.migrations()), migrate.DamagedError),
    ],
)
async def test_what_is_not_ours_or_not_whole_is_refused_and_stays_as_it_is(
    changes: tuple[str, ...], known: int, error: type[Exception], tmp_path: Path
) -> None:
    path = await made(tmp_path / "a.db", *changes, known=known)
    before = dump(path)
    for opening in (Database.open, Database.read):
        with pytest.raises(error):
            await opening(path)
    if error is migrate.ForeignError:
        assert dump(path) == before


@pytest.mark.parametrize("known", range(2, len(migrate.migrations())))
async def test_of_an_older_one_that_is_not_whole_the_reason_is_said(
    known: int, tmp_path: Path
) -> None:
    path = await made(tmp_path / "a.db", *DROPPED, known=known)
    with pytest.raises(migrate.DamagedError, match="cases"):
        await Database.open(path)


@pytest.mark.parametrize(("known", "error"), [(0, migrate.ForeignError), (4, migrate.TooOldError)])
async def test_a_reader_brings_nothing_up_to_date(
    known: int, error: type[Exception], tmp_path: Path
) -> None:
    path = await made(tmp_path / "a 100%?.db", known=known)
    before = path.read_bytes()
    with pytest.raises(error):
        await Database.read(path)
    assert (path.read_bytes(), entries(tmp_path)) == (before, [path])


async def test_a_reader_reads_and_cannot_write(tmp_path: Path) -> None:
    path = await made(tmp_path / "a 100%?.db")
    before = path.read_bytes()
    async with closed_after(await Database.read(path)) as database:
        async with database.transaction() as transaction:
            assert await chats.one(transaction, 7) is None
        with pytest.raises(UnavailableError):
            async with database.transaction() as transaction:
                chats.forget(transaction, 7)
    assert (path.read_bytes(), entries(tmp_path)) == (before, [path])


async def test_a_reader_sees_what_a_running_bot_has_just_written(tmp_path: Path) -> None:
    async with closed_after(await Database.open(tmp_path / "a.db")) as writer:
        async with writer.transaction() as transaction:
            troubles.draft(transaction, 1.0, "apa", "ini")
        async with (
            closed_after(await Database.read(tmp_path / "a.db")) as reader,
            reader.transaction() as transaction,
        ):
            assert len(await troubles.drafts(transaction)) == 1
