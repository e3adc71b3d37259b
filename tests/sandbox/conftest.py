"""A sandbox of one's own per test, somebody to play the people, and two kinds of bots."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import pytest
from telegram.ext import Application, ApplicationBuilder

from sandbox.client import Sim
from sandbox.server import Server, start

TOKEN = "123456789:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr"


class Api:
    """A bot that speaks plain HTTP: what is sent and answered is in the test, letter by letter."""

    def __init__(self, url: str, session: aiohttp.ClientSession) -> None:
        self.url = url
        self.session = session
        self.base = f"{url}/bot{TOKEN}"

    async def raw(self, method: str, **params: Any) -> tuple[int, dict[str, Any]]:
        async with self.session.post(f"{self.base}/{method}", json=params) as answer:
            return answer.status, await answer.json()

    async def ok(self, method: str, **params: Any) -> Any:
        status, answer = await self.raw(method, **params)
        assert (status, answer["ok"]) == (200, True), answer
        return answer["result"]

    async def refused(self, method: str, **params: Any) -> str:
        """The description of a refusal; status and error_code must agree."""
        status, answer = await self.raw(method, **params)
        assert not answer["ok"]
        assert status == answer["error_code"]
        return str(answer["description"])

    async def updates(self, offset: int = 0, **more: Any) -> list[dict[str, Any]]:
        return list(await self.ok("getUpdates", offset=offset, **more))


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    running = await start(limits=False)
    yield running
    await running.close()


@pytest.fixture
async def sim(server: Server) -> AsyncIterator[Sim]:
    async with Sim(server.url) as client:
        yield client


@pytest.fixture
async def api(server: Server) -> AsyncIterator[Api]:
    async with aiohttp.ClientSession() as session:
        yield Api(server.url, session)


@pytest.fixture
async def slamet(sim: Sim) -> int:
    """Pak Slamet, whose chat with the bot has begun."""
    user = await sim.user("Pak Slamet")
    await sim.say(user, "/start")
    return user


@pytest.fixture
async def ptb(server: Server) -> AsyncIterator[Application]:  # type: ignore[type-arg]
    async with polling(server) as application:
        yield application


@asynccontextmanager
async def polling(server: Server) -> AsyncIterator[Application]:  # type: ignore[type-arg]
    """Stock python-telegram-bot, polling; handlers may be added at any time."""
    application = (
        ApplicationBuilder()
        .token(TOKEN)
        .base_url(f"{server.url}/bot")
        .base_file_url(f"{server.url}/file/bot")
        .build()
    )
    async with application:
        await application.start()
        assert application.updater is not None
        await application.updater.start_polling(poll_interval=0)
        yield application
        await application.updater.stop()
        await application.stop()
