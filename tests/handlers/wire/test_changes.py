"""Who asked to be told when an answer changes, from the button to the notice that arrives."""

from __future__ import annotations

import asyncio
import contextlib
import sqlite3
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr

from app.serve import serve
from flows.library import Library
from handlers.brain import Brain
from handlers.changes import REST, Changes
from loops.counters import Counters
from loops.http import BotApi
from loops.send import Sender
from loops.tick import Ticker
from sandbox.client import Sim
from sandbox.screen import Shown
from sandbox.server import start
from settings import Settings
from store import watches
from store.database import Database
from store.watches import Watch
from tests.answers import BESIDE, TOPIC, standing_on, statement
from tests.handlers.conftest import CONTENT, TOKEN, UNPACED
from tests.loops.conftest import until

NOON = datetime(2026, 11, 28, 5, tzinfo=UTC)
"""12.00 WIB."""
NIGHT = NOON + timedelta(hours=6)
"""18.00 WIB, 20.00 WIT."""
LABEL = "Kabari perubahan"
STOP = "Berhenti diberi tahu"
QUIET = 4.0
"""Seconds in which a notice would have been decided and sent."""


@dataclass
class Place:
    """A sandbox in which one bot after another is at work; `at` is their clock."""

    sim: Sim
    url: str
    database: Path
    at: datetime = NOON

    @contextlib.asynccontextmanager
    async def bot(self, library: Library) -> AsyncIterator[None]:
        """One that says what this library says."""
        settings = Settings(
            telegram_token=SecretStr(TOKEN),
            telegram_api=self.url,
            database_url=f"sqlite:///{self.database}",
            content=CONTENT,
            **UNPACED,
        )
        task = asyncio.create_task(serve(settings, lambda: self.at, library))
        try:
            yield
        finally:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task

    async def watcher(self, name: str = "Pak Slamet") -> int:
        """Somebody who asked to be told."""
        user = await self.sim.user(name)
        await self.sim.say(user, "/start")
        await self.sim.wait_reply(user)
        await self.presses(user, f"1:dm:f:{TOPIC}")
        await self.sim.tap(user, LABEL)
        await self.sim.wait_reply(user)
        return user

    async def presses(self, user: int, data: str) -> None:
        await self.sim.tap_data(user, data)
        await self.sim.wait_reply(user)

    async def notices(self, user: int) -> list[Shown]:
        told = [each for each in await self.sim.messages(user) if each.by_bot]
        return [each for each in told if each.text.startswith("Ada yang berubah")]

    async def told(self, user: int) -> Shown:
        """The first notice, once it is there and recorded."""
        await until(lambda: self.notices(user))
        await until(lambda: not self.rows("SELECT 1 FROM outbox WHERE state = 'waiting'"))
        return (await self.notices(user))[0]

    def rows(self, query: str) -> list[tuple[object, ...]]:
        with contextlib.closing(sqlite3.connect(self.database)) as connection:
            return connection.execute(query).fetchall()

    @property
    def watched(self) -> int:
        return len(self.rows("SELECT 1 FROM watches"))


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[Place]:
    server = await start("127.0.0.1", 0, token=TOKEN, limits=False)
    async with Sim(server.url) as sim:
        yield Place(sim, server.url, tmp_path / "bot.db")
    await server.close()


@pytest.fixture
def before(library: Library) -> Library:
    return standing_on(library, statement())


@pytest.fixture
def after(library: Library) -> Library:
    return standing_on(library, statement(body="Surat itu sekarang wajib."))


async def test_a_change_is_told_once_and_read_with_one_press(
    place: Place, before: Library, after: Library
) -> None:
    async with place.bot(before):
        user = await place.watcher()
        assert place.watched == 1
        await asyncio.sleep(QUIET)
        assert await place.notices(user) == []
    async with place.bot(after):
        notice = await place.told(user)
        read = after.topics[TOPIC].label
        assert notice.labels[:2] == [read, STOP]
        await place.sim.tap(user, read)
        await place.sim.wait_reply(user)
        # It stands below, and the notice keeps its buttons.
        assert [m.labels[:2] for m in await place.notices(user)] == [[read, STOP]]
        assert (await place.sim.screen(user)).id > notice.id
    place.at += timedelta(days=1)
    async with place.bot(after):
        await asyncio.sleep(QUIET)
        assert len(await place.notices(user)) == 1


async def test_nobody_is_told_at_night(place: Place, before: Library, after: Library) -> None:
    async with place.bot(before):
        user = await place.watcher()
    place.at = NIGHT
    async with place.bot(after):
        await asyncio.sleep(QUIET)
        assert await place.notices(user) == []
        place.at = NOON + timedelta(hours=19)  # 07.00 WIB
        await place.told(user)


async def test_several_changes_are_one_message_and_the_next_one_comes_another_day(
    place: Place, library: Library, before: Library, after: Library
) -> None:
    async with place.bot(before):
        user = await place.watcher()
        await place.presses(user, f"1:dk:f:{BESIDE}")
        assert place.watched == 2
    both = standing_on(library, statement(body="Surat itu lain lagi."))
    async with place.bot(after):
        labels = (await place.told(user)).labels
        assert {after.topics[name].label for name in (TOPIC, BESIDE)} <= set(labels)
    async with place.bot(both):
        await asyncio.sleep(QUIET)
        assert len(await place.notices(user)) == 1
        place.at += timedelta(days=1)
        await until(lambda: _is_two(place, user))


async def _is_two(place: Place, user: int) -> bool:
    return len(await place.notices(user)) == 2


async def test_one_tap_ends_it(place: Place, before: Library, after: Library) -> None:
    async with place.bot(before):
        user, other = await place.watcher(), await place.watcher("Bu Rina")
        await place.sim.tap(other, STOP)
        await place.sim.wait_reply(other)
        assert place.watched == 1
    async with place.bot(after):
        await place.told(user)
        await asyncio.sleep(QUIET)
        assert await place.notices(other) == []
        await place.sim.tap(user, STOP)
        await until(lambda: not place.watched)


async def test_who_has_stopped_the_bot_is_not_tried_again(
    place: Place, before: Library, after: Library
) -> None:
    async with place.bot(before):
        user = await place.watcher()
    await place.sim.block(user)
    async with place.bot(after):
        await until(lambda: not place.watched)
    assert await place.notices(user) == []


async def test_erasing_ones_data_erases_it(place: Place, before: Library) -> None:
    async with place.bot(before):
        user = await place.watcher()
        await place.watcher("Bu Rina")
        await place.presses(user, "1:H")
        await until(lambda: place.watched == 1)


async def test_a_notice_that_was_refused_is_tried_another_day(
    place: Place, before: Library, after: Library
) -> None:
    async with place.bot(before):
        user = await place.watcher()
    await place.sim.fault(
        "error", method="sendMessage", code=400, description="Bad Request: message is too long"
    )
    async with place.bot(after):
        await until(lambda: place.rows("SELECT 1 FROM outbox WHERE state = 'failed'"))
        place.at += timedelta(days=1)
        await place.told(user)


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    opened = await Database.open(tmp_path / "changes.db")
    yield opened
    await opened.close()


class Looking:
    """Looks without a bot around it: what a look decides is left in the outbox."""

    def __init__(self, database: Database, brain: Brain) -> None:
        self.at = NOON
        self.brain = brain
        self.database = database
        api = BotApi(TOKEN, "http://127.0.0.1:9")
        changes = Changes(brain, lambda: self.at)
        self._ticker = Ticker(database, Sender(database, api, Counters()), changes.due)

    async def keeps(self, *chats: int, said: str = "of old") -> None:
        async with self.database.transaction() as transaction:
            for chat in chats:
                watches.keep(transaction, chat, Watch("f", (TOPIC,), said), float(chat))

    async def look(self) -> list[int]:
        """The chats to which notices wait after one more look."""
        await self._ticker.once()
        async with self.database.transaction() as transaction:
            rows = await transaction.fetch("outbox_waiting")
        return [int(row[3]) for row in rows]


@pytest.fixture
def looking(database: Database, before: Library, today: date) -> Looking:
    return Looking(database, Brain(before, lambda: today))


async def test_a_look_tells_one_and_who_has_waited_longest_comes_first(looking: Looking) -> None:
    await looking.keeps(3, 1, 2)
    assert [await looking.look() for _ in range(4)] == [[1], [1, 2], [1, 2, 3], [1, 2, 3]]


async def test_nobody_is_told_while_a_notice_is_on_its_way(looking: Looking) -> None:
    await looking.keeps(1)
    assert await looking.look() == [1]
    looking.at += timedelta(days=1)
    assert await looking.look() == [1]


async def test_whoever_an_officer_is_talking_to_hears_it_later(looking: Looking) -> None:
    await looking.keeps(1)
    with contextlib.closing(sqlite3.connect(looking.database.path)) as connection:
        connection.execute("INSERT INTO chats (chat_id, case_id, changed_at) VALUES (1, 1, 0)")
        connection.execute(
            "INSERT INTO cases (id, code, trust_words, chat_id, office, group_id, state, place,"
            " officer_id, stage, opened_at)"
            " VALUES (1, 'A', 'b', 1, 'c', -1, 'held', 1, 9, 'meja', 0)"
        )
        connection.commit()
        assert await looking.look() == []
        connection.execute("UPDATE cases SET state = 'waiting', officer_id = NULL")
        connection.commit()
    looking.at += timedelta(seconds=REST)
    assert await looking.look() == [1]


async def test_it_is_looked_again_when_the_content_or_the_day_is_another(
    looking: Looking, before: Library, after: Library
) -> None:
    assert await looking.look() == []
    await looking.keeps(1)
    assert await looking.look() == []  # Nothing could have changed since.
    looking.brain.library = after
    assert await looking.look() == [1]
    await looking.keeps(2)
    looking.brain.today = lambda: date(2026, 12, 1)
    assert await looking.look() == [1, 2]


async def test_an_answer_of_another_release_is_nobodys_news(looking: Looking) -> None:
    async with looking.database.transaction() as transaction:
        watches.keep(transaction, 1, Watch("?", ("x",), "of old"), 0.0)
        watches.keep(transaction, 2, Watch("f", ("gone",), "of old"), 0.0)
    assert await looking.look() == [2]


@pytest.mark.parametrize(("hour", "is_told"), [(6, False), (7, True), (17, True), (18, False)])
async def test_the_hours_of_the_day(looking: Looking, hour: int, is_told: bool) -> None:
    """In WIB; two hours later it is in the east."""
    await looking.keeps(1)
    looking.at = NOON + timedelta(hours=hour - 12)
    assert await looking.look() == [1] * is_told
