"""Weather between the whole program and Telegram: at its start, and while it asks for updates."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from pydantic import SecretStr

from app.introduce import set_hook
from app.serve import serve
from flows.library import Library
from loops.http import BotApi
from loops.pace import UNLIMITED
from loops.run import Spine
from loops.stop import StopError
from sandbox.client import Sim, SimError
from sandbox.server import start
from settings import Settings
from store.database import Database
from tests.handlers.conftest import CONTENT, UNPACED
from tests.loops.conftest import TOKEN, count, dispatcher
from tests.weather.between import Between, Weather, between
from tests.weather.scene import PATIENCE, Seen, times_seen

HOOK = {"url": "https://127.0.0.1:8443/kait", "secret_token": "s3cret"}


@dataclass
class Program:
    """A running bot, and those around it."""

    sim: Sim
    sky: Between
    folder: Path

    async def replies(self, person: int) -> int:
        """How many messages of the bot somebody sees."""
        return sum(one.by_bot for one in await self.sim.messages(person))

    async def answered(self, person: int, before: int) -> int:
        """How many have come since, once there is one and for a moment longer."""
        with contextlib.suppress(SimError):
            await self.sim.wait_reply(person, 10)
        await self.sim.wait_quiet(person, 0.05)
        return await self.replies(person) - before


async def poll(program: Program, weather: Weather, times: int) -> Seen:
    """The bot asks for updates; two people write, one before and one after."""
    first, second = [await program.sim.user(name) for name in ("Pak Slamet", "Bu Sri")]
    program.sky.strike("getUpdates", weather, times=times)
    await program.sim.say(first, "/start")  # comes with the call that is under way
    at_first = await program.answered(first, 0)
    await program.sim.say(second, "/start")
    return Seen(f"{times_seen(at_first)}, then {times_seen(await program.answered(second, 0))}", "")


async def long_wait(program: Program, weather: Weather, times: int) -> Seen:
    """Telegram makes one person wait for a day; another one writes."""
    slow, quick = [await program.sim.user(name) for name in ("Pak Slamet", "Bu Sri")]
    strike = program.sky.strike("sendMessage", weather, times=times, chat=slow)
    await program.sim.say(slow, "/start")
    await program.sim.say(quick, "/start")
    others = await program.answered(quick, 0)
    assert strike.hits == 1
    waits = times_seen(await program.replies(slow))
    return Seen(f"{waits} yet, others {times_seen(others)}", "")


async def beginning(program: Program, weather: Weather, times: int) -> Seen:
    """The bot starts and asks who it is; somebody has written already."""
    program.sky.strike("getMe", weather, times=times)
    person = await program.sim.user("Pak Slamet")
    await program.sim.say(person, "a")
    database = await Database.open(program.folder / f"{person}.db")
    async with BotApi(TOKEN, program.sky.url, read_timeout=PATIENCE) as api:
        spine = Spine(database, api, dispatcher(api, count), mask=dict, limits=UNLIMITED)
        running = asyncio.create_task(spine.run())
        answered = asyncio.create_task(program.answered(person, 0))
        await asyncio.wait({running, answered}, return_when=asyncio.FIRST_COMPLETED)
        answered.cancel()
        spine.stop()
        try:
            await running
            end = times_seen(await program.replies(person))
        except StopError as sentence:
            end = f"ends: {sentence}"
    await database.close()
    return Seen(end, "")


async def hook(program: Program, weather: Weather, times: int) -> Seen:
    """The bot says where updates are to be brought."""
    program.sky.strike("setWebhook", weather, times=times)
    async with BotApi(TOKEN, program.sky.url, read_timeout=PATIENCE) as api:
        try:
            await set_hook(api, HOOK)
            end = "set" if (await api.call("getWebhookInfo"))["url"] == HOOK["url"] else "not set"
        except StopError as sentence:
            end = f"ends: {sentence}"
        await api.call("deleteWebhook")
    return Seen(end, "")


Act = Callable[[Program, Weather, int], Awaitable[Seen]]


@contextlib.asynccontextmanager
async def open_program(folder: Path, library: Library | None) -> AsyncIterator[Program]:
    """A sandbox and somebody before it; with a library also the bot at work."""
    server = await start("127.0.0.1", 0, token=TOKEN, limits=False)
    try:
        async with between(server.url) as sky, Sim(server.url) as sim:
            task = None
            if library is not None:
                settings = Settings(
                    telegram_token=SecretStr(TOKEN),
                    telegram_api=sky.url,
                    database_url=f"sqlite:///{folder / 'bot.db'}",
                    content=CONTENT,
                    **UNPACED,
                )
                task = asyncio.create_task(serve(settings, content=library))
                await sim.get("ready", timeout=10)
            yield Program(sim, sky, folder)
            if task is not None:
                task.cancel()
                with contextlib.suppress(asyncio.CancelledError):
                    await task
    finally:
        await server.close()
