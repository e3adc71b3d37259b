"""A desk to rehearse on: the sandbox, the bot as a process of its own, and its people."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from proof.bench.process import OURS, BotProcess
from proof.bench.telegram import TOKEN
from sandbox.client import Sim, SimError
from sandbox.screen import Shown
from sandbox.server import Server, start

DAY = "2026-11-24"
"""A Tuesday without a holiday."""

TAKE = "Ambil"
MARK = "👌"


class StuckError(Exception):
    """Something that must happen did not."""


@dataclass
class Stage:
    """The desk as its people see it."""

    sim: Sim
    server: Server
    bot: BotProcess
    group: int
    officers: list[int]

    async def until(self, look: Callable[[], Awaitable[Any]], what: str, seconds: float) -> Any:
        """Wait for what `look` finds. Raises StuckError naming `what`."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            found = await look()
            if found:
                return found
            await asyncio.sleep(0.05)
        raise StuckError(f"{what}: not within {seconds:g} s\n{self.bot.last_words(8)}")

    async def asks(self, name: str) -> int:
        """Somebody new asks for an officer and answers both questions, without waiting."""
        user = await self.sim.user(name)
        for words in ("/start", "9", "JMO saya macet", "jember"):
            await self.sim.say(user, words)
        return user

    async def code(self, user: int, seconds: float = 60.0) -> str:
        """The code in somebody's chat."""

        async def look() -> str | None:
            for shown in await self.sim.messages(user):
                if shown.by_bot and "JHT-" in shown.text:
                    return f"JHT-{shown.text.split('JHT-')[1][:4]}"
            return None

        return str(await self.until(look, f"code of {user}", seconds))

    async def topic(self, code: str, seconds: float = 60.0) -> int:
        """The topic of a case: where its card stands and can be pressed, whatever the name."""

        async def look() -> int | None:
            for topic in await self.sim.topics(self.group):
                if not topic["deleted"]:
                    found = await self.sim.messages(self.group, thread=topic["id"])
                    if any(TAKE in one.labels and code in one.text for one in found):
                        return int(topic["id"])
            return None

        return int(await self.until(look, f"topic of {code}", seconds))

    async def take(self, officer: int, thread: int, seconds: float = 60.0) -> str:
        """Press Ambil; what the presser is told."""
        tapped = await self.sim.tap(officer, TAKE, chat=self.group, thread=thread)
        return str((await self.sim.wait_toast(tapped, seconds))["text"])

    async def marked(self) -> set[int]:
        """The officers' messages that carry the mark of delivery."""
        found = await self.sim.messages(self.group)
        return {one.id for one in found if MARK in str(one.raw.get("reactions"))}

    async def by_bot(self, chat: int, **where: Any) -> list[Shown]:
        """What the bot wrote."""
        return [one for one in await self.sim.messages(chat, **where) if one.by_bot]


@asynccontextmanager
async def stage(
    folder: Path,
    officers: int = 2,
    *,
    limits: bool = False,
    settings: Mapping[str, str] | None = None,
) -> AsyncIterator[Stage]:
    """A desk with so many officers, the first of them supervisor, and the bot at work."""
    server = await start("127.0.0.1", 0, token=TOKEN, limits=limits)
    bot: BotProcess | None = None
    try:
        async with Sim(server.url) as sim:
            people = [await sim.user(f"Petugas {number}") for number in range(1, officers + 1)]
            group = await sim.group("Meja Petugas", people)
            given = {
                "STAFF_GROUP": str(group),
                "SUPERVISOR": str(people[0]),
                "GROUP_SENDS_PER_MINUTE": "20" if limits else "60000",
                "BOT_TODAY": DAY,
                **(settings or {}),
            }
            bot = BotProcess(OURS, server.url, folder, settings=given)
            bot.start()
            await sim.wait_ready(30)
            opened = Stage(sim, server, bot, group, people)
            await _roles(opened)
            yield opened
    finally:
        if bot is not None:
            await asyncio.to_thread(bot.stop)
        await server.close()


async def _roles(opened: Stage) -> None:
    """The supervisor gives every officer a role, and Telegram confirms each."""
    sim, first = opened.sim, opened.officers[0]
    for officer in opened.officers[1:]:
        hello = await sim.say(officer, "Selamat pagi", chat=opened.group)

        async def given(hello: int = hello) -> bool:
            await sim.say(first, "/peran petugas", chat=opened.group, reply_to=hello)
            try:
                screen = await sim.screen(opened.group)
            except SimError:
                return False
            return "sekarang petugas" in screen.text

        await opened.until(given, "role", 30)
