"""The whole bot beside a sandbox, driven as a participant does, over the real Bot API."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from pydantic import SecretStr

from app.serve import serve
from flows.library import Library
from sandbox.client import Sim
from sandbox.server import Server, start
from settings import Settings
from tests.handlers.hostile import hostile

CONTENT = Path(__file__).parents[2] / "content"
PATIENCE = 10.0
TOKEN = "123:ABC-token-of-the-tests"
UNPACED: Mapping[str, Any] = {
    "sends_per_second": 1000.0,
    "chat_sends_per_second": 1000.0,
    "group_sends_per_minute": 60_000,
}
"""The settings of a bot whose sandbox has no limits either."""


@dataclass
class Running:
    """A bot at work: the sandbox's client, where it remembers, and the server it talks to."""

    sim: Sim
    database: Path
    server: Server

    async def person(self, name: str = "Pak Slamet") -> int:
        """Somebody who has read the greeting."""
        user = await self.sim.user(name)
        await self.sim.say(user, "/start")
        await self.sim.wait_reply(user)
        return user

    async def says(self, user: int, text: str) -> str:
        """Writes and returns the text of the answer."""
        await self.sim.say(user, text)
        return (await self.sim.wait_reply(user)).text

    async def presses(self, user: int, label: str) -> str:
        """Presses a button and returns the text of the screen afterwards."""
        await self.sim.tap(user, label)
        return (await self.sim.wait_reply(user)).text

    async def until_gone(self, user: int, message: int) -> None:
        """Waits until a message is no longer in the chat. Raises TimeoutError."""
        async with asyncio.timeout(PATIENCE):
            while message in [shown.id for shown in await self.sim.messages(user)]:
                await self.sim.wait_quiet(user, 0.1)

    def remembered(self) -> bytes:
        """Every byte the bot has written to disk."""
        files = sorted(self.database.parent.glob(f"{self.database.name}*"))
        return b"".join(path.read_bytes() for path in files)


@pytest.fixture(scope="session")
def hostile_library(library: Library) -> Library:
    """The content with names nobody should have; its ears are made once."""
    return hostile(library)


@pytest.fixture
async def bot(tmp_path: Path, library: Library) -> AsyncIterator[Running]:
    async with at_work(tmp_path, known=library) as running:
        yield running


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def shared_bot(
    tmp_path_factory: pytest.TempPathFactory, library: Library
) -> AsyncIterator[Running]:
    """One bot for tests whose people have nothing to do with each other.

    They run in the session's loop: `pytestmark = SHARED`.
    """
    async with at_work(tmp_path_factory.mktemp("shared"), known=library) as running:
        yield running


SHARED = pytest.mark.asyncio(loop_scope="session")


@contextlib.asynccontextmanager
async def at_work(
    folder: Path, content: Path = CONTENT, known: Library | None = None, *, limits: bool = True
) -> AsyncIterator[Running]:
    """A bot that remembers in `folder` and answers from `content`, which it reads if not known.

    limits: whether the sandbox has those of Telegram, and the bot keeps to them.
    """
    server = await start("127.0.0.1", 0, token=TOKEN, limits=limits)
    database = folder / "bot.db"
    settings = Settings(
        telegram_token=SecretStr(TOKEN),
        telegram_api=server.url,
        database_url=f"sqlite:///{database}",
        content=content,
        **({} if limits else UNPACED),
    )
    task = asyncio.create_task(serve(settings, content=known))
    async with Sim(server.url) as sim:
        await sim.get("ready", timeout=10)
        yield Running(sim, database, server)
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task
    await server.close()
