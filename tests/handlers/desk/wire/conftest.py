"""The whole bot beside a sandbox: a staff group with officers, and a clock that tests may move.

Only what needs the whole protocol is tested here: HTTP, pacing, lost lines, racing taps, what the
running program does at its start. Everything else is in the folder above, without a wire.
"""

from __future__ import annotations

import asyncio
import contextlib
import sqlite3
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from pydantic import SecretStr

from app.serve import serve
from flows.library import Library
from sandbox.client import Screen, Shown, Sim
from sandbox.server import Server, start
from settings import Settings
from tests.handlers.conftest import UNPACED
from tests.handlers.desk.at_desk import with_group

CONTENT = Path(__file__).parents[4] / "content"
TOKEN = "123:ABC-token-of-the-tests"
MORNING = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
"""A Tuesday, 09.00 in Jakarta: everybody is at the desk."""

TAKE, RELEASE, CLOSE = "Ambil", "Lepas", "Selesai"
SOLVED = "Pertanyaan sudah terjawab"
DELIVERED = "👌"


@dataclass
class Clock:
    """Runs like the real one from a chosen moment; tests move it on."""

    at: datetime = MORNING
    _since: float = field(default_factory=time.monotonic)

    def __call__(self) -> datetime:
        return self.at + timedelta(seconds=time.monotonic() - self._since)

    def skip(self, **span: float) -> None:
        """Move on."""
        self.at += timedelta(**span)


@dataclass
class Wired:
    """The desk as its people see it, and the database behind it."""

    sim: Sim
    server: Server
    database: Path
    clock: Clock
    group: int
    sari: int
    budi: int
    national: int = 0
    """The other group, where a branch has its own."""

    async def until(self, look: Callable[[], Awaitable[Any]], seconds: float = 15.0) -> Any:
        """Wait until `look` finds something; its finding."""
        end = time.monotonic() + seconds
        while True:
            found = await look()
            if found:
                return found
            if time.monotonic() > end:
                raise AssertionError(f"not seen within {seconds} s: {look}")
            await asyncio.sleep(0.03)

    async def person(self, name: str = "Pak Slamet") -> int:
        """Somebody who has read the greeting."""
        user = await self.sim.user(name)
        await self.sim.say(user, "/start")
        await self.sim.wait_reply(user)
        return user

    async def calls(self, user: int, about: str = "JMO saya macet", city: str = "jember") -> str:
        """Asks for an officer and answers both questions; the code of the case."""
        await self.sim.say(user, "9")
        await self.sim.wait_reply(user)
        await self.sim.say(user, about)
        await self.sim.wait_reply(user)
        await self.sim.say(user, city)
        return await self.code(user)

    async def code(self, user: int) -> str:
        """The code in the chat of somebody who waits."""

        async def look() -> str | None:
            for shown in reversed(await self.sim.messages(user)):
                if shown.by_bot and "JHT-" in shown.text:
                    return "JHT-" + shown.text.split("JHT-")[1][:4]
            return None

        return str(await self.until(look))

    async def topic(self, code: str) -> int:
        """The topic of a case, once its card is there."""

        async def look() -> int | None:
            for topic in await self.sim.topics(self.group):
                if code in topic["name"] and not topic["deleted"]:
                    thread = int(topic["id"])
                    return thread if await self.cards(thread) else None
            return None

        return int(await self.until(look))

    async def cards(self, thread: int) -> list[Shown]:
        """Messages of a topic that have the button of a card."""
        found = await self.sim.messages(self.group, thread=thread)
        return [one for one in found if one.by_bot and {TAKE, CLOSE} & set(one.labels)]

    async def opened(self, name: str = "Pak Slamet") -> tuple[int, int]:
        """A person with a case that waits: their chat and their topic."""
        user = await self.person(name)
        return user, await self.topic(await self.calls(user))

    async def held(self, name: str = "Pak Slamet") -> tuple[int, int]:
        """A person whose case Bu Sari holds."""
        user, thread = await self.opened(name)
        await self.take(self.sari, thread)
        await self.sees(user, "Bu Sari")
        return user, thread

    async def take(self, officer: int, thread: int) -> dict[str, Any]:
        """Press Ambil; what the presser is told."""
        tapped = await self.sim.tap(officer, TAKE, chat=self.group, thread=thread)
        return await self.sim.wait_toast(tapped)

    async def press(self, officer: int, thread: int, label: str) -> dict[str, Any]:
        """Press any button of a topic; what the presser is told."""

        async def there() -> bool:
            found = await self.sim.messages(self.group, thread=thread)
            return any(label in one.labels for one in found)

        await self.until(there)
        tapped = await self.sim.tap(officer, label, chat=self.group, thread=thread)
        return await self.sim.wait_toast(tapped)

    async def taps(self, user: int, label: str) -> None:
        """A participant presses a button, once it is there."""

        async def there() -> bool:
            found = await self.sim.messages(user)
            return any(label in one.labels for one in found)

        await self.until(there)
        await self.sim.wait_toast(await self.sim.tap(user, label))

    async def writes(self, officer: int, thread: int, text: str, **more: Any) -> int:
        """An officer writes in a topic."""
        return await self.sim.say(officer, text, chat=self.group, thread=thread, **more)

    async def sees(self, chat: int, text: str, **where: Any) -> Shown:
        """The newest message of the bot with this text, once it is there."""

        async def look() -> Shown | None:
            found = await self.sim.messages(chat, **where)
            return next((one for one in reversed(found) if one.by_bot and text in one.text), None)

        found = await self.until(look)
        assert isinstance(found, Shown)
        return found

    async def marked(self, message: int) -> None:
        """Wait for the mark of delivery under an officer's message."""

        async def look() -> bool:
            found = await self.sim.messages(self.group)
            return any(
                one.id == message and DELIVERED in str(one.raw["reactions"]) for one in found
            )

        await self.until(look)

    async def gives(self, supervisor: int, role: str, user: int) -> None:
        """Answer somebody's words in the group with a role."""
        hello = await self.sim.say(user, "Selamat pagi semua", chat=self.group)
        await self.sim.say(supervisor, f"/peran {role}", chat=self.group, reply_to=hello)

    async def screen(self, user: int) -> Screen:
        """What a participant sees."""
        return await self.sim.screen(user)

    def id_of(self, thread: int) -> int:
        """The number of the case of a topic."""
        [(number,)] = self.rows("SELECT id FROM cases WHERE topic_id = ?", thread)
        return int(number)

    def rows(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        """Ask the database beside the bot."""
        with contextlib.closing(sqlite3.connect(self.database, timeout=10)) as connection:
            return connection.execute(query, values).fetchall()

    async def stored(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        """Rows of a query, once there are any."""

        async def look() -> list[tuple[Any, ...]]:
            return self.rows(query, *values)

        found = await self.until(look)
        assert isinstance(found, list)
        return found


@contextlib.asynccontextmanager
async def open_desk(
    folder: Path, library: Library, *, limits: bool = False, branch: bool = False, **more: Any
) -> AsyncIterator[Wired]:
    """A desk with Bu Sari, the supervisor, and Pak Budi, an officer.

    branch: Jember has a group of its own, with Bu Sari as its supervisor too.
    """
    async with contextlib.AsyncExitStack() as stack:
        server = await start("127.0.0.1", 0, token=TOKEN, limits=limits)
        stack.push_async_callback(server.close)
        sim = await stack.enter_async_context(Sim(server.url))
        sari, budi = await sim.user("Bu Sari"), await sim.user("Pak Budi")
        group = await sim.group("Meja Petugas", [sari, budi])
        content = library
        if branch:
            own = await sim.group("Petugas Jember", [sari, budi])
            content = with_group(library, "jember", own)
        desk = Wired(sim, server, folder / "bot.db", Clock(), group, sari, budi)
        pace = {} if limits else UNPACED
        settings = Settings(
            telegram_token=SecretStr(TOKEN),
            telegram_api=server.url,
            database_url=f"sqlite:///{desk.database}",
            staff_group=group,
            supervisor=sari,
            content=CONTENT,
            **{**pace, **more},
        )
        _share_pictures(folder)
        serving = asyncio.create_task(serve(settings, desk.clock, content))
        stack.push_async_callback(_stop, serving)
        await _give_roles(desk)
        yield desk


def _share_pictures(folder: Path) -> None:
    """Draw the pictures once for all tests."""
    pictures = folder.parent / "pictures"
    pictures.mkdir(exist_ok=True)
    (folder / "bot-pictures").symlink_to(pictures)


async def _stop(task: asyncio.Task[None]) -> None:
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task


async def _give_roles(desk: Wired) -> None:
    """The supervisor is confirmed, and gives Pak Budi his role."""
    await desk.sim.wait_ready(20)
    confirmed = "SELECT 1 FROM staff WHERE confirmed = 1 AND user_id = ?"
    await desk.stored(confirmed, desk.sari)
    await desk.gives(desk.sari, "petugas", desk.budi)
    await desk.stored(confirmed, desk.budi)


SHARED = pytest.mark.asyncio(loop_scope="session")
"""For tests of the shared desk: they run in its loop."""


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def shared_desk(
    tmp_path_factory: pytest.TempPathFactory, library: Library
) -> AsyncIterator[Wired]:
    async with open_desk(tmp_path_factory.mktemp("desk"), library) as opened:
        yield opened


@pytest.fixture
def desk(shared_desk: Wired) -> Wired:
    """One desk for all whose cases have nothing to do with each other."""
    return shared_desk


@pytest.fixture
async def own_desk(tmp_path: Path, library: Library) -> AsyncIterator[Wired]:
    """For tests that look at the whole group."""
    async with open_desk(tmp_path, library) as opened:
        yield opened
