"""The loops against a Telegram on this computer; handlers are the test's own."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from telegram import Update
from telegram.ext import TypeHandler

from loops.application import Context, Dispatcher, build
from loops.http import BotApi
from loops.pace import UNLIMITED
from loops.run import Spine
from sandbox.client import Sim
from sandbox.server import Server, start
from store.database import Database
from store.turn import current_turn

TOKEN = "123456789:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr"

Handler = Callable[[Update, Context], Awaitable[None]]


async def count(update: Update, context: Context) -> None:
    """Answer every message with its number and text; "rusak" is more than it can bear."""
    turn, message = current_turn(), update.effective_message
    if message is None or turn.chat_id is None:
        return
    number = turn.conversation.get("n", 0) + 1
    turn.conversation = {"n": number}
    turn.send("sendMessage", {"chat_id": turn.chat_id, "text": f"{number} {message.text}"})
    if message.text == "rusak":
        raise RuntimeError("secret words of a person")


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
async def api(server: Server) -> AsyncIterator[BotApi]:
    async with BotApi(TOKEN, server.url, read_timeout=0.5) as opened:
        yield opened


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    opened = await Database.open(tmp_path / "bot.db")
    yield opened
    await opened.close()


@pytest.fixture
def application(api: BotApi) -> Dispatcher:
    return dispatcher(api, count)


@pytest.fixture
async def unused_port() -> int:
    server = await asyncio.start_server(lambda _reader, writer: writer.close(), "127.0.0.1", 0)
    port = int(server.sockets[0].getsockname()[1])
    server.close()
    await server.wait_closed()
    return port


def dispatcher(api: BotApi, handler: Handler) -> Dispatcher:
    made = build(api)
    made.add_handler(TypeHandler(Update, handler))
    return made


@asynccontextmanager
async def running(spine: Spine) -> AsyncIterator[Spine]:
    """Run the loops during the block; the block's end is an orderly stop."""
    task = asyncio.create_task(spine.run())
    try:
        yield spine
    finally:
        spine.stop()
        await task


@pytest.fixture
async def spine(database: Database, api: BotApi, application: Dispatcher) -> AsyncIterator[Spine]:
    made = Spine(database, api, application, mask=dict, limits=UNLIMITED, grace=5.0)
    async with running(made):
        yield made


async def until(condition: Callable[[], Awaitable[Any] | Any]) -> None:
    """Wait for something that will happen; the test's own time-out says when it did not."""
    while True:
        found = condition()
        if asyncio.iscoroutine(found):
            found = await found
        if found:
            return
        await asyncio.sleep(0.005)


def message(
    update_id: int, chat_id: int, text: str, *, date: int = 1_700_000_000
) -> dict[str, Any]:
    person = {"id": chat_id, "is_bot": False, "first_name": "Slamet"}
    return {
        "update_id": update_id,
        "message": {
            "message_id": update_id,
            "date": date,
            "from": person,
            "chat": {"id": chat_id, "type": "private", "first_name": "Slamet"},
            "text": text,
        },
    }
