"""Migrations in order lead to the schema; a failing one leaves nothing."""

import sqlite3
from pathlib import Path

import aiosqlite
import pytest

from store import cases, chats, migrate, outbox
from store.database import Database

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
        assert (case["code"], case["topic_after"], case["inward_after"]) == ("JHT-7K3Q", None, None)
        [call] = await outbox.waiting(transaction)
        assert call.about == about
    await database.close()


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
