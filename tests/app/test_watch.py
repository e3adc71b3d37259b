"""The watchman: what is wrong becomes one line to a person, whoever can be reached."""

from __future__ import annotations

import contextlib
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs

from app.watch.readiness import announce
from app.watch.watchman import Watched, Watchman
from flows.library import Library
from flows.mask import mask_update
from handlers.brain import Brain
from handlers.desk.desk import Desk
from loops.application import build
from loops.arrivals import Arrivals
from loops.http import BotApi
from loops.run import Spine
from sandbox import speaking
from sandbox.faults import Fault
from sandbox.members import set_status
from sandbox.server import Server, start
from sandbox.world import World
from store import inbox, staff
from store.database import Database
from store.staff import Member
from store.whose import belong

MORNING = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
"""A Tuesday, 09.00 in Jakarta."""

TOKEN = "123:ABC-token-of-the-tests"
HOOK = {"url": "https://127.0.0.1:8443/kait", "secret_token": "s3cret"}


@dataclass
class Guarded:
    """A bot that does nothing but watch, its group, and time that passes in `round` alone."""

    server: Server
    folder: Path
    library: Library
    hook: dict[str, Any] | None = None
    now: datetime = MORNING
    sari: int = 0
    group: int = 0
    desk: Desk = field(init=False)
    database: Database = field(init=False)
    spine: Spine = field(init=False)
    watchman: Watchman = field(init=False)

    @property
    def world(self) -> World:
        return self.server.world

    async def begin(self, api: BotApi) -> None:
        """The program starts (again)."""
        self.database = await Database.open(self.folder / "bot.db")
        await belong(self.database, 123)
        brain = Brain(self.library, lambda: self.now.date())
        self.desk = Desk(brain, self.group, self.sari, lambda: self.now)
        self.spine = Spine(self.database, api, build(api), mask=mask_update)
        watched = Watched(api, self.database, self.spine, brain, self.hook, self.desk, self.sari)
        self.watchman = Watchman(watched, lambda: self.now, lambda: self.now.timestamp())

    async def confirmed(self) -> None:
        """Telegram has said that the supervisor is in the group."""
        async with self.database.transaction() as db:
            staff.give(db, Member(self.sari, self.group, "supervisor", "Bu Sari", True), 0, 1.0)
            staff.confirm(db, self.sari, self.group, "Bu Sari", True, 1.0)

    async def round(self, **later: float) -> None:
        self.now += timedelta(**later)
        await self.watchman.round()

    def heard(self, chat: int | None = None) -> list[str]:
        """What the bot has said to the supervisor, or in this chat."""
        found = [one.body for one in self.world.chats[chat or self.sari].messages.values()]
        bot = self.world.bot.id
        return [one["text"] for one in found if one["from"]["id"] == bot and "text" in one]

    def bot_is(self, status: str, **more: Any) -> None:
        chat = self.world.chats[self.group]
        set_status(self.world, chat, self.world.bot.id, status, self.world.user(self.sari), **more)


@contextlib.asynccontextmanager
async def guarded(
    folder: Path, library: Library, *, knows: bool = True, **how: Any
) -> AsyncIterator[Guarded]:
    """`knows`: the supervisor has opened the chat with the bot."""
    server = await start(limits=False, token=TOKEN)
    async with BotApi(TOKEN, server.url, read_timeout=0.5) as api:
        await api.call("getMe")
        made = Guarded(server, folder, library, **how)
        made.sari = made.world.add_user(None, "Bu Sari").id
        chat = made.world.add_group("Meja Petugas", forum=True)
        chat.members[made.sari] = {"status": "creator"}
        made.group = chat.id
        made.bot_is("administrator")
        made.world.chats[made.sari].started = knows
        await made.begin(api)
        await made.confirmed()
        yield made
        await made.database.close()
    await server.close()


@pytest.fixture
async def guard(tmp_path: Path, library: Library) -> AsyncIterator[Guarded]:
    async with guarded(tmp_path, library) as made:
        yield made


async def test_where_all_is_well_nobody_hears_anything(guard: Guarded) -> None:
    for _ in range(5):
        await guard.round(minutes=40)
    assert guard.heard() == guard.heard(guard.group) == []


RIGHTS = [
    ("administrator", {"rights": {"can_manage_topics": False}}, "tidak boleh mengelola topik"),
    ("administrator", {"rights": {"can_delete_messages": False}}, "menghapus pesan"),
    ("administrator", {"rights": {"can_pin_messages": False}}, "menyematkan pesan"),
    ("restricted", {}, "tidak boleh menulis"),
    ("kicked", {}, "tidak bisa membuka"),
    ("left", {}, "tidak bisa membuka"),
    ("member", {}, "tidak boleh mengelola topik"),
]


@pytest.mark.parametrize(("status", "more", "said"), RIGHTS, ids=[one[2] for one in RIGHTS])
async def test_what_the_group_does_not_allow_is_told_once_and_when_it_is_mended(
    guard: Guarded, status: str, more: dict[str, Any], said: str
) -> None:
    await guard.round()
    guard.bot_is(status, **more)
    guard.watchman.look_again()
    await guard.round(minutes=1)
    [line, *_more] = guard.heard()
    assert said in line
    assert len(guard.heard()) == 1
    await guard.round(minutes=1)
    assert len(guard.heard()) == 1
    guard.bot_is("administrator")
    for _ in range(4):
        await guard.round(minutes=1)
    assert len(guard.heard()) == 2
    assert "Sudah pulih" in guard.heard()[-1]


async def test_a_group_without_topics_is_told(guard: Guarded) -> None:
    guard.world.chats[guard.group].card.pop("is_forum")
    await guard.round()
    assert any("Nyalakan Topik" in line for line in guard.heard())
    assert any("Nyalakan Topik" in line for line in guard.heard(guard.group))


async def test_a_group_that_takes_no_words_although_all_looks_well_is_told(guard: Guarded) -> None:
    await guard.round()
    guard.desk.was_refused(guard.group)
    await guard.round(seconds=1)
    assert "tidak boleh menulis di Meja Petugas" in guard.heard()[0]
    await guard.round(minutes=3)
    await guard.round(minutes=3)
    assert "Sudah pulih" in guard.heard()[1]


async def test_how_many_words_wait_is_told(guard: Guarded) -> None:
    await store_case(guard, words=7)
    guard.bot_is("restricted")
    await guard.round()
    assert "7 pesan peserta menunggu" in guard.heard()[0]


async def test_refused_topics_and_words_that_wait_too_long_are_told(guard: Guarded) -> None:
    await store_case(guard, words=2)
    await guard.round()
    assert "Topik kasus baru tidak bisa dibuat di Meja Petugas" in guard.heard()[0]
    await guard.round(minutes=6)
    assert "belum bisa masuk ke Meja Petugas" in guard.heard()[1]


async def store_case(guard: Guarded, words: int) -> None:
    """A case whose topic was refused, with words of the participant."""
    now = guard.now.timestamp()
    connection = guard.database._connection
    await connection.execute_fetchall(
        "INSERT INTO cases (id, code, trust_words, chat_id, office, group_id, state, place, stage,"
        " opened_at, topic_after) VALUES (1, 'JHT-7K3Q', 'a b', 7, 'jember', ?, 'waiting', 1,"
        " 'meja', ?, ?)",
        (guard.group, now, now + 60),
    )
    for number in range(words):
        await connection.execute_fetchall(
            "INSERT INTO case_messages (case_id, direction, author_id, participant_message_id,"
            " kind, text, state, created_at) VALUES (1, 'in', 7, ?, 'text', 'a', 'pending', ?)",
            (number, now),
        )


async def test_a_supervisor_who_cannot_be_written_to_is_told_in_the_group(
    tmp_path: Path, library: Library
) -> None:
    async with guarded(tmp_path, library, knows=False) as guard:
        await guard.round()
        assert guard.heard(guard.group) == []
        for _ in range(4):
            await guard.round(minutes=1)
        [line] = guard.heard(guard.group)
        assert "menekan Mulai" in line
        guard.world.chats[guard.sari].started = True
        for _ in range(4):
            await guard.round(minutes=1)
        assert "Sudah pulih" in guard.heard()[0]


async def test_a_group_without_a_known_supervisor_is_told(guard: Guarded) -> None:
    async with guard.database.transaction() as db:
        staff.take(db, guard.sari, guard.group)
    for _ in range(5):
        await guard.round(minutes=1)
    assert "Belum ada supervisor" in guard.heard()[0]


async def test_a_restart_repeats_nothing(guard: Guarded, tmp_path: Path) -> None:
    guard.bot_is("restricted")
    await guard.round()
    assert len(guard.heard()) == 1
    await guard.database.close()
    async with BotApi(TOKEN, guard.server.url, read_timeout=0.5) as api:
        await guard.begin(api)
        await guard.round(minutes=2)
        assert len(guard.heard()) == 1
        await guard.round(hours=1)
        assert "Sudah 1 jam" in guard.heard()[-1]


async def test_a_webhook_that_somebody_took_away_is_set_again(
    tmp_path: Path, library: Library
) -> None:
    async with guarded(tmp_path, library, hook=HOOK) as guard:
        await guard.round()
        assert guard.world.webhook["url"] == HOOK["url"]
        assert "memasangnya lagi" in guard.heard()[0]
        await guard.round(minutes=1)
        guard.world.webhook["url"] = "https://contoh.go.id/lain"
        await guard.round(minutes=1)
        assert guard.world.webhook["url"] == HOOK["url"]


async def test_a_webhook_that_fails_again_and_again_is_told(
    tmp_path: Path, library: Library
) -> None:
    async with guarded(tmp_path, library, hook=HOOK) as guard:
        guard.world.webhook = dict(HOOK)
        for minute in range(5):
            why = "Wrong response from the webhook: 502 Bad Gateway"
            guard.world.webhook.update(last_error_date=1000 + minute, last_error_message=why)
            await guard.round(minutes=1)
        assert "502 Bad Gateway" in guard.heard()[0]
        assert len(guard.heard()) == 1


async def test_updates_that_pile_up_at_telegram_are_told(tmp_path: Path, library: Library) -> None:
    async with guarded(tmp_path, library, hook=HOOK) as guard:
        guard.world.webhook = dict(HOOK)
        for _minute in range(7):
            for _ in range(10):
                sari = guard.world.user(guard.sari)
                speaking.say(guard.world, sari, "a", chat=guard.world.chats[sari.id], thread=None)
            await guard.round(minutes=1)
        assert "pesan tertahan di Telegram" in guard.heard()[0]


async def test_telegram_out_of_reach_is_told_when_it_is_back(guard: Guarded) -> None:
    await guard.round()
    for _ in range(5):
        guard.world.faults.add(Fault("drop_before", times=9))
        await guard.round(minutes=3)
        guard.world.faults.clear()
    assert guard.heard() == []
    await guard.round(seconds=10)
    assert "Sudah pulih setelah 12 menit: sambungan ke Telegram." in guard.heard()[0]


async def test_a_pause_of_more_than_a_minute_restarts_and_parked_updates_are_told(
    guard: Guarded,
) -> None:
    guard.spine.sender._lanes.pause(guard.group, time.monotonic() + 7200)
    guard.spine.counters.restarts = 3
    async with guard.database.transaction() as db:
        inbox.add(db, [Arrivals(dict, guard.now.timestamp).parked(5, "x")])
    await guard.round(minutes=1)
    [text] = guard.heard()
    for said in ("selama 2 jam", "berkali-kali berhenti", "menyisihkannya"):
        assert said in text


async def test_a_bot_that_may_not_even_ask_leaves_a_line_in_the_log(guard: Guarded) -> None:
    guard.world.chats[guard.sari].blocked = True
    guard.bot_is("kicked")
    with capture_logs() as logs:
        await guard.round()
    assert {"alarm_begun", "alarm_told_nobody"} <= {line["event"] for line in logs}
    assert "kicked" not in str(guard.heard())


async def test_how_the_desk_is_set_up_is_said_at_the_start(
    guard: Guarded, capsys: pytest.CaptureFixture[str]
) -> None:
    await announce(guard.desk, guard.database, 20)
    said = capsys.readouterr().out
    assert said.count("\n") == 1
    assert "satu meja nasional: 1 petugas" in said
    assert "41 kasus sejam" in said


async def test_a_disk_that_takes_nothing_is_told_once_and_when_there_is_room_again(
    guard: Guarded,
) -> None:
    await guard.round()
    connection = guard.database._connection
    await connection.execute_fetchall("PRAGMA query_only = ON")
    for _ in range(5):
        await guard.round(minutes=1)
    assert len(guard.heard()) == 1
    assert "tidak bisa menulis catatannya" in guard.heard()[0]
    await connection.execute_fetchall("PRAGMA query_only = OFF")
    for _ in range(5):
        await guard.round(minutes=1)
    assert "Sudah pulih" in guard.heard()[-1]


async def test_without_a_desk_the_supervisor_alone_is_told(
    tmp_path: Path, library: Library
) -> None:
    async with guarded(tmp_path, library, hook=HOOK) as guard:
        watched = replace(guard.watchman._watched, desk=None)
        await Watchman(watched, lambda: guard.now).round()
        assert len(guard.heard()) == 1
