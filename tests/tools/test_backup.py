"""`backup` and `restore` as operators type them."""

from __future__ import annotations

import asyncio
import io
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from settings import Settings
from store import troubles
from store.database import Database
from store.instance import only_one
from tools import backup, held_back, restore
from tools.given import Given
from tools.stopped import StoppedError


def given(database: Path) -> Given:
    """The settings of somebody whose database lies there."""
    found = Given()
    found.settings = Settings(database_url=f"sqlite:///{database}")
    return found


def noted(database: Path, question: str) -> None:
    """Somebody asked something."""

    async def note() -> None:
        opened = await Database.open(database)
        try:
            async with opened.transaction() as transaction:
                troubles.draft(transaction, 1.0, question, "ini")
        finally:
            await opened.close()

    asyncio.run(note())


def questions(database: Path) -> list[str]:
    with closing(sqlite3.connect(database)) as connection:
        return [row[0] for row in connection.execute("SELECT question FROM faq_drafts ORDER BY id")]


def test_a_day_is_taken_back_and_kept(tmp_path: Path) -> None:
    bot, copy, said = tmp_path / "bot.db", tmp_path / "copy.db", io.StringIO()
    noted(bot, "pagi")
    backup.run(given(bot), copy, False, said)
    noted(bot, "sore")
    restore.run(given(bot), copy, said)
    assert questions(bot) == ["pagi"]
    [kept] = tmp_path.glob("bot-diganti-*.db")
    assert questions(kept) == ["pagi", "sore"]
    assert str(kept) in said.getvalue()
    assert "KB. Selesai dalam" in said.getvalue()


def test_an_older_copy_is_replaced_only_when_asked(tmp_path: Path) -> None:
    bot, copy = tmp_path / "bot.db", tmp_path / "copy.db"
    noted(bot, "pagi")
    copy.write_text("kemarin")
    with pytest.raises(StoppedError, match="sudah ada"):
        backup.run(given(bot), copy, False, io.StringIO())
    assert copy.read_text() == "kemarin"
    backup.run(given(bot), copy, True, io.StringIO())
    assert questions(copy) == ["pagi"]


def test_nothing_is_put_back_under_a_running_bot(tmp_path: Path) -> None:
    bot, copy = tmp_path / "bot.db", tmp_path / "copy.db"
    noted(bot, "pagi")
    noted(copy, "kemarin")
    with only_one(bot):
        with pytest.raises(StoppedError, match="Bot sudah berjalan"):
            restore.run(given(bot), copy, io.StringIO())
        backup.run(given(bot), tmp_path / "beside.db", False, io.StringIO())
    assert questions(bot) == ["pagi"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("none.db", "tidak ada"),
        ("", "adalah folder"),
        ("bot.db", "adalah database yang dipakai"),
        ("notes.txt", "bukan cadangan Teman JHT"),
    ],
)
def test_a_copy_that_is_none_is_one_sentence(name: str, said: str, tmp_path: Path) -> None:
    bot = tmp_path / "bot.db"
    noted(bot, "pagi")
    (tmp_path / "notes.txt").write_text("catatan " * 100)
    with pytest.raises(StoppedError, match=said) as told:
        restore.run(given(bot), tmp_path / name, io.StringIO())
    assert "\n" not in str(told.value)
    assert questions(bot) == ["pagi"]


@pytest.mark.parametrize(
    ("name", "said"),
    [("", "adalah folder"), ("bot.db", "database itu sendiri"), ("no/copy.db", "Tidak bisa")],
)
def test_a_place_for_the_copy_that_is_none_is_one_sentence(
    name: str, said: str, tmp_path: Path
) -> None:
    bot = tmp_path / "bot.db"
    noted(bot, "pagi")
    with pytest.raises(StoppedError, match=said):
        backup.run(given(bot), tmp_path / name, True, io.StringIO())
    assert questions(bot) == ["pagi"]


def test_without_a_database_there_is_nothing_to_copy(tmp_path: Path) -> None:
    with pytest.raises(StoppedError, match="tidak ada"):
        backup.run(given(tmp_path / "bot.db"), tmp_path / "copy.db", False, io.StringIO())
    assert list(tmp_path.iterdir()) == []


def test_what_was_held_back_is_listed(tmp_path: Path) -> None:
    bot, said = tmp_path / "bot.db", io.StringIO()
    noted(bot, "pagi")
    held_back.run(given(bot), said)
    assert said.getvalue() == "Tidak ada kiriman yang ditahan.\n"
    with closing(sqlite3.connect(bot)) as connection, connection:
        connection.execute("INSERT INTO setbacks VALUES (1, 'restore', 1, 2, 2, NULL)")
        connection.executemany(
            "INSERT INTO held_back VALUES (?, 1, 7, ?, ?, 0)",
            [
                (1, "sendMessage", '{"chat_id": 7, "text": "Besok\\npukul 9"}'),
                (2, "deleteMessage", '{"chat_id": 7, "message_id": 1}'),
            ],
        )
    held_back.run(given(bot), said)
    assert said.getvalue().splitlines()[1:] == [
        "1970-01-01 07.00 WIB, tanpa kasus: Besok pukul 9",
        "1970-01-01 07.00 WIB, tanpa kasus: (deleteMessage)",
    ]
