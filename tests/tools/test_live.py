"""`check --live`: one line for each thing looked at, and nothing secret in any of them."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from pydantic import SecretStr

from flows.library import Library
from sandbox.members import set_status
from sandbox.server import Server, start
from sandbox.world import World
from settings import Settings
from store import staff
from store.database import Database
from store.staff import Member
from tests.conftest import TODAY
from tools.live import run
from tools.stopped import StoppedError

TOKEN = "123:ABC-token-of-the-tests"


@dataclass
class Given:
    """What the command begins with."""

    settings: Settings
    library: Library
    today: date = TODAY


@dataclass
class Place:
    """A Telegram in a thread of its own, a group in it, and who leads there."""

    server: Server
    database: Path
    library: Library
    sari: int = 0
    group: int = 0

    @property
    def world(self) -> World:
        return self.server.world

    def check(self, **more: Any) -> tuple[int, str]:
        out = io.StringIO()
        given = {
            "telegram_token": SecretStr(TOKEN),
            "telegram_api": self.server.url,
            "database_url": f"sqlite:///{self.database}",
            "staff_group": self.group or None,
            "supervisor": self.sari or None,
            **more,
        }
        status = run(Given(Settings(**given), self.library), out)  # type: ignore[arg-type]
        return status, out.getvalue()


@pytest.fixture
def telegram(tmp_path: Path, library: Library) -> Iterator[Place]:
    loop = asyncio.new_event_loop()
    thread = Thread(target=loop.run_forever)
    thread.start()
    server = asyncio.run_coroutine_threadsafe(start(limits=False, token=TOKEN), loop).result(10)
    place = Place(server, tmp_path / "bot.db", library)
    server.world.name_bot(TOKEN)
    yield place
    asyncio.run_coroutine_threadsafe(server.close(), loop).result(10)
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


@pytest.fixture
def desk(telegram: Place) -> Place:
    world = telegram.world
    telegram.sari = world.add_user(None, "Bu Sari").id
    chat = world.add_group("Meja Petugas", forum=True)
    chat.members[telegram.sari] = {"status": "creator"}
    telegram.group = chat.id
    set_status(world, chat, world.bot.id, "administrator", world.user(telegram.sari))
    world.chats[telegram.sari].started = True
    asyncio.run(leads(telegram.database, telegram.sari, telegram.group))
    return telegram


async def leads(path: Path, user: int, group: int) -> None:
    database = await Database.open(path)
    async with database.transaction() as db:
        staff.give(db, Member(user, group, "supervisor", "Bu Sari", True), 0, 1.0)
        staff.confirm(db, user, group, "Bu Sari", True, 1.0)
    await database.close()


def test_where_all_is_well_everything_is_named_and_nothing_is_to_be_done(desk: Place) -> None:
    before = dict(desk.world.chats[desk.sari].messages)
    status, said = desk.check()
    assert (status, "perlu tindakan" in said) == (0, False)
    for what in ("token bot @", "alamat webhook", "hak menulis di Meja Petugas", "chat pribadi"):
        assert what in said
    assert "satu meja nasional: 1 petugas. Satu grup menampung kira-kira 41 kasus sejam." in said
    assert TOKEN.partition(":")[2] not in said
    assert desk.world.chats[desk.sari].messages == before


@pytest.mark.parametrize(
    ("status", "more", "said"),
    [
        ("administrator", {"rights": {"can_manage_topics": False}}, "mengelola topik di Meja"),
        ("restricted", {}, "tidak boleh menulis di Meja Petugas"),
        ("kicked", {}, "Bot tidak bisa membuka"),
    ],
)
def test_what_is_to_be_done_is_said_and_the_exit_tells(
    desk: Place, status: str, more: dict[str, Any], said: str
) -> None:
    world = desk.world
    chat = world.chats[desk.group]
    set_status(world, chat, world.bot.id, status, world.user(desk.sari), **more)
    found, printed = desk.check()
    assert found == 1
    assert any(
        line.startswith("perlu tindakan: ") and said in line for line in printed.splitlines()
    )


def test_without_a_desk_and_a_database_the_token_is_looked_at(telegram: Place) -> None:
    status, said = telegram.check()
    assert status == 0
    assert "STAFF_GROUP kosong" in said
    assert not telegram.database.exists()


def test_a_webhook_that_others_set_and_one_not_yet_set_are_to_be_done(telegram: Place) -> None:
    telegram.world.webhook = {"url": "https://contoh.go.id/lain"}
    status, said = telegram.check()
    assert (status, "deleteWebhook" in said) == (1, True)
    hook = {"webhook_url": "https://contoh.go.id/kait", "webhook_secret": SecretStr("s3cret")}
    status, said = telegram.check(telegram_mode="webhook", **hook)
    assert (status, "WEBHOOK_URL" in said) == (1, True)
    assert "s3cret" not in said


def test_an_unknown_supervisor_is_to_be_done(desk: Place) -> None:
    desk.database.unlink()
    asyncio.run(leads(desk.database, 5, -1))
    assert "Belum ada supervisor yang dikenal" in desk.check()[1]


def test_a_refused_token_and_a_telegram_out_of_reach_are_one_line(telegram: Place) -> None:
    status, said = telegram.check(telegram_token=SecretStr("123:wrong-token"))
    assert (status, said.count("\n")) == (1, 1)
    assert "Telegram menolak token bot ini" in said
    status, said = telegram.check(telegram_api="http://127.0.0.1:9")
    assert (status, said.count("\n")) == (1, 1)
    assert "tidak terjangkau" in said


def test_without_a_token_there_is_nothing_to_ask(telegram: Place) -> None:
    with pytest.raises(StoppedError, match="TELEGRAM_TOKEN"):
        telegram.check(telegram_token=None)
