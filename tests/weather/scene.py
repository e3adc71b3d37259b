"""The desk in the weather: a real wire to Telegram, and somebody on it."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

from app.watch.watchman import Watched, Watchman
from flows.library import Library
from loops.http import BotApi
from sandbox.server import start
from sandbox.world import World
from tests.handlers.desk.at_desk import AtDesk, Case, open_desk
from tests.handlers.desk.telegram import TOKEN
from tests.weather.between import Between, between
from tests.weather.said import alarms, notices

MINUTES = 5
"""Looks at most until the watch is content again."""

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
    watchman: Watchman

    async def held(self) -> Case:
        """A case that Bu Sari holds, in fair weather."""
        return await self.desk.held()

    async def later(self) -> None:
        """Two minutes, each with a look of the watch and of the desk's clock."""
        for _minute in range(2):
            await self.desk.tick(seconds=61)
            await self.watchman.round()

    async def settled(self, since: int) -> str:
        """What the supervisor was told in private after so many messages, until all is well."""
        for _try in range(MINUTES):
            waits_for_a_day = self.desk._spine.sender.limited()
            if waits_for_a_day or not self.desk.rows("SELECT 1 FROM alarms"):
                break
            await self.later()
        said = self.desk.sent_to(self.desk.sari)[since:]
        return alarms("\n".join(one.text for one in said), self.library.messages)

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
            # Whoever is to be told in private has opened the chat with the bot.
            await desk.says(desk.sari, "/start")
            spine, real = desk._spine, desk.clock.desk
            watched = Watched(
                api, spine._database, spine, real.brain, desk=real, supervisor=desk.sari
            )
            watchman = Watchman(watched, lambda: desk.now, lambda: desk.passed)
            await watchman.round()
            yield Scene(desk, sky, library, watchman)
    finally:
        await server.close()
