"""Serve: how a whole bot ends, and that nothing of it stays."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import time
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from app import introduce
from app.refused import RefusedError
from app.serve import serve
from flows.library import Library
from sandbox.client import Sim
from sandbox.server import start
from settings import Settings
from store import outbox, setbacks
from store.database import Database
from store.setbacks import Sign
from store.unit import make_call

CONTENT = Path(__file__).parents[2] / "content"
TOKEN = "123:ABC-token-of-the-tests"


def settings_for(url: str, folder: Path, **more: Any) -> Settings:
    return Settings(
        telegram_token=SecretStr(TOKEN),
        telegram_api=url,
        database_url=f"sqlite:///{folder / 'bot.db'}",
        content=CONTENT,
        **more,
    )


async def test_a_refused_webhook_ends_the_program_with_telegrams_sentence(
    tmp_path: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(introduce, "PAUSE", 0.0)
    server = await start("127.0.0.1", 0, token=TOKEN)
    settings = settings_for(
        server.url,
        tmp_path,
        telegram_mode="webhook",
        webhook_url="https://127.0.0.1:8443/kait",
        webhook_secret=SecretStr("s3cret"),
        webhook_listen="127.0.0.1:0",
    )
    async with Sim(server.url) as sim:
        why = "Bad Request: bad webhook: HTTPS url must be provided for webhook"
        await sim.fault("error", method="setWebhook", code=400, description=why, times=9)
        with pytest.raises(RefusedError, match="HTTPS url must be provided"):
            await serve(settings, content=library)
    await server.close()


@pytest.mark.parametrize("telegram", ["there", "gone"])
async def test_an_end_leaves_no_task_and_no_error_behind(
    tmp_path: Path, library: Library, telegram: str
) -> None:
    """Also when Telegram cuts the line at the same moment."""
    found: list[dict[str, Any]] = []
    loop = asyncio.get_running_loop()
    before = asyncio.all_tasks()
    loop.set_exception_handler(lambda _loop, context: found.append(context))
    server = await start("127.0.0.1", 0, token=TOKEN)
    task = asyncio.create_task(serve(settings_for(server.url, tmp_path), content=library))
    async with Sim(server.url) as sim:
        await sim.get("ready", timeout=10)
        await sim.say(await sim.user("Pak Slamet"), "/start")
    if telegram == "gone":
        await server.close()
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task
    await server.close()
    del task
    gc.collect()
    await asyncio.sleep(0)
    assert found == []
    assert asyncio.all_tasks() == before


async def left(database: Path, chat_id: int, was_put_back: bool) -> None:
    """A call of an hour ago, in a database that was put back, or not."""
    opened = await Database.open(database)
    call = make_call("sendMessage", {"chat_id": chat_id, "text": "kemarin"}, chat_id=None)
    call.id, call.created_at = 1, time.time() - 3600
    async with opened.transaction() as transaction:
        outbox.add(transaction, [call])
        if was_put_back:
            setbacks.add(transaction, Sign.RESTORE, call.created_at, time.time())
    await opened.close()


@pytest.mark.parametrize("was_put_back", [True, False])
async def test_a_database_that_was_put_back_sends_nothing_of_yesterday(
    tmp_path: Path, library: Library, was_put_back: bool
) -> None:
    server = await start("127.0.0.1", 0, token=TOKEN)
    async with Sim(server.url) as sim:
        user = await sim.user("Pak Slamet")
        await sim.say(user, "/start")
        await left(tmp_path / "bot.db", user, was_put_back)
        settings = settings_for(server.url, tmp_path, chat_sends_per_second=1000.0)
        task = asyncio.create_task(serve(settings, content=library))
        while "Teman JHT" not in (await sim.wait_reply(user)).text:
            pass
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task
        came = [one for one in await sim.messages(user) if one.text == "kemarin"]
    await server.close()
    assert bool(came) is not was_put_back
