"""The desk in the weather: a real wire to Telegram, and somebody on it."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

from flows.library import Library
from loops.http import BotApi
from sandbox.server import start
from sandbox.world import World
from tests.handlers.desk.at_desk import AtDesk, Case, open_desk
from tests.handlers.desk.telegram import TOKEN
from tests.weather.between import Between, between
from tests.weather.said import notices

PATIENCE = 0.8
"""Seconds the bot waits for an answer here."""


@dataclass(frozen=True)
class Seen:
    """What each of the three sees in the end."""

    person: str
    officer: str
    supervisor: str = ""


@dataclass
class Scene:
    """A desk that reaches Telegram through whatever stands between."""

    desk: AtDesk
    sky: Between
    library: Library

    async def held(self) -> Case:
        """A case that Bu Sari holds, in fair weather."""
        return await self.desk.held()

    async def later(self) -> None:
        """Two tries of the desk's clock."""
        await self.desk.tick(seconds=61)
        await self.desk.tick(seconds=61)

    def told(self, case: Case, since: int) -> str:
        """What the desk said in a topic after so many messages."""
        said = "\n".join(one.text for one in self.desk.sent_to(case)[since:])
        return notices(said, self.library.messages)


def times_seen(number: int) -> str:
    """A number in the words of the table."""
    return {0: "never", 1: "once", 2: "twice"}.get(number, f"{number} times")


@contextlib.asynccontextmanager
async def open_scene(folder: Path, library: Library) -> AsyncIterator[Scene]:
    """The desk's own world, with a real wire to it and somebody on the wire."""
    world = World(limits=False)
    world.name_bot(TOKEN)
    server = await start(limits=False, state=world, token=TOKEN)
    try:
        async with (
            between(server.url) as sky,
            BotApi(TOKEN, sky.url, read_timeout=PATIENCE) as api,
            open_desk(folder, library, world=world, api=api) as desk,
        ):
            yield Scene(desk, sky, library)
    finally:
        await server.close()
