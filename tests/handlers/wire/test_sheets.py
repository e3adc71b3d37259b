"""The sheet for the counter, from the button to what Telegram gets."""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
import sqlite3
from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from app.serve import serve
from app.sheets import SheetFiles, write
from flows.conversation import Conversation
from flows.library import Library
from flows.scene import Scene
from flows.sheet import Sheet
from flows.views.sheet import counter_sheet
from sandbox.client import Sim
from sandbox.screen import Shown
from sandbox.server import start
from settings import Settings
from store import outbox
from store.database import Database
from store.unit import make_call
from tests.answers import TOPIC, standing_on, statement
from tests.handlers.conftest import CONTENT, TOKEN, Running, at_work
from tests.handlers.test_pictures import kinds, settled, waiting
from tests.loops.conftest import until


@pytest.fixture
async def standing(tmp_path: Path, library: Library) -> AsyncIterator[Running]:
    """A bot one of whose answers stands on a statement."""
    async with at_work(tmp_path, known=standing_on(library, statement())) as running:
        yield running


async def looking(bot: Running, name: str = "Pak Slamet") -> int:
    """Somebody who asked where the answer comes from."""
    user = await bot.person(name)
    await bot.sim.tap_data(user, f"1:f:{TOPIC}")
    await bot.sim.wait_reply(user)
    await bot.presses(user, "Dari mana?")
    return user


async def asked_for(bot: Running, user: int) -> list[Shown]:
    await bot.sim.tap(user, "Tunjukkan ke petugas")
    return await settled(bot, user)


async def sent(bot: Running, method: str, field: str) -> list[Any]:
    return [call["params"].get(field) for call in await bot.sim.log(method=method)]


async def test_it_comes_to_be_seen_and_to_be_printed(standing: Running) -> None:
    user = await looking(standing)
    messages = await asked_for(standing, user)
    assert kinds(messages[-4:]) == ["text", "photo", "document", "text"]
    old, photo, paper, below = messages[-4:]
    assert old.buttons == photo.buttons == paper.buttons == []
    assert (photo.raw["file"]["width"], photo.raw["file"]["height"]) == (1080, 1528)
    assert paper.raw["file"]["name"].startswith("contoh-surat.")
    assert paper.raw["file"]["name"].endswith(".pdf")
    assert "Kembali ke jawaban" in below.labels
    assert "Surat itu tidak wajib" not in below.text
    assert await standing.sim.pending(user) == []
    await standing.presses(user, "Kembali ke jawaban")
    assert (await standing.sim.screen(user)).id == below.id


async def test_a_second_tap_sends_nothing_twice(standing: Running) -> None:
    user = await looking(standing)
    screen = await standing.sim.screen(user)
    data = screen.data("Tunjukkan ke petugas")
    await standing.sim.tap_data(user, data, message_id=screen.id)
    await standing.sim.tap_data(user, data, message_id=screen.id)
    assert kinds(await settled(standing, user)).count("photo") == 1


async def test_it_is_drawn_once_and_then_sent_by_its_number(standing: Running) -> None:
    first, second = await looking(standing), await looking(standing, "Bu Rina")
    given = [m.raw["file"]["id"] for m in (await asked_for(standing, first))[-3:-1]]
    shutil.rmtree(standing.database.with_name("bot-sheets"))
    await asked_for(standing, second)
    assert (await sent(standing, "sendPhoto", "photo"))[1] == given[0]
    assert (await sent(standing, "sendDocument", "document"))[1] == given[1]


def numbers(bot: Running) -> set[str]:
    with sqlite3.connect(bot.database) as connection:
        return {row[0] for row in connection.execute("SELECT key FROM files")}


async def test_a_changed_statement_is_another_file(tmp_path: Path, library: Library) -> None:
    known: list[set[str]] = []
    for body in ("Surat itu tidak wajib.", "Surat itu wajib.", "Surat itu tidak wajib."):
        folder = tmp_path / str(len(known))
        folder.mkdir()
        async with at_work(folder, known=standing_on(library, statement(body=body))) as bot:
            await asked_for(bot, await looking(bot))
            known.append(numbers(bot))
    assert [len(each) for each in known] == [2, 2, 2]
    assert known[0].isdisjoint(known[1])
    assert known[0] == known[2]


async def test_one_that_cannot_be_drawn_is_told_once(standing: Running, library: Library) -> None:
    standing.database.with_name("bot-sheets").write_text("somebody's file")
    user = await looking(standing)
    messages = await asked_for(standing, user)
    assert kinds(messages[-2:]) == ["text", "text"]
    assert messages[-1].labels
    assert messages[-2].text.startswith(library.messages["lembar_gagal"][:40])
    assert waiting(standing) == 0


def sheet(library: Library, today: date) -> Sheet:
    return counter_sheet(Scene(library, today, Conversation()), statement())


async def test_one_decided_by_a_run_that_was_killed_is_drawn_by_the_next(
    tmp_path: Path, library: Library, today: date
) -> None:
    """What a killed run leaves is its outbox: nothing was drawn yet."""
    server = await start("127.0.0.1", 0, token=TOKEN)
    database = tmp_path / "bot.db"
    files = SheetFiles(tmp_path / "bot-sheets")
    drawn = sheet(library, today)
    async with Sim(server.url) as sim:
        user = await sim.user("Pak Slamet")
        await sim.say(user, "/start")
        opened = await Database.open(database)
        marked = {"file": f"{files.place(drawn)}.png", "made_of": drawn.dump()}
        call = make_call("sendPhoto", {"chat_id": user, "photo": marked}, chat_id=user)
        call.id = 1
        async with opened.transaction() as transaction:
            outbox.add(transaction, [call])
        await opened.close()
        settings = Settings(
            telegram_token=SecretStr(TOKEN),
            telegram_api=server.url,
            database_url=f"sqlite:///{database}",
            content=CONTENT,
        )
        task = asyncio.create_task(serve(settings, content=library))

        async def arrived() -> bool:
            return "photo" in kinds(await sim.messages(user))

        await until(arrived)
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task
    await server.close()


async def test_what_cannot_be_drawn_is_an_error_of_the_machine(tmp_path: Path) -> None:
    files = SheetFiles(tmp_path)
    with pytest.raises(OSError, match="not drawn"):
        await files.make(tmp_path / "a.b.png", {"name": "a", "lines": [["unheard of", "x"]]})


def test_old_files_are_deleted(tmp_path: Path, library: Library, today: date) -> None:
    old = tmp_path / "old.png"
    old.write_bytes(b"x")
    os.utime(old, (0, 0))
    write(tmp_path / "new.1", sheet(library, today))
    assert sorted(file.name for file in tmp_path.iterdir()) == ["new.1.pdf", "new.1.png"]
