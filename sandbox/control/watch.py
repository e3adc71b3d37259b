"""Waiting for changes: one chat by long poll, everything as server-sent events."""

from __future__ import annotations

import asyncio
from typing import Any

from aiohttp import web

from sandbox.chats import Chat
from sandbox.control.body import Asked, control
from sandbox.keys import CLOSING, WORLD
from sandbox.views import show_chat
from sandbox.wire import dump

HEARTBEAT = 15.0


async def wait(asked: Asked) -> Any:
    """Answers {"changed": bool, "chat": ...} at the latest after `timeout` seconds."""
    chat = asked.chat
    timeout = asked.number("timeout", 10)
    if "quiet" in asked:
        changed = not await _until_quiet(chat, asked.number("quiet", 0.3), timeout)
    else:
        by_bot = asked.text("by", "") == "bot"
        changed = await _until_above(chat, asked.maybe("after") or 0, timeout, by_bot=by_bot)
    return {"changed": changed, "chat": show_chat(asked.world, chat)}


async def ready(asked: Asked) -> Any:
    """Answers {"ready": bool}: is a bot there (waiting in getUpdates, or a webhook set)?"""
    return {"ready": await asked.world.queue.wait_reader(asked.number("timeout", 10))}


async def _until_above(chat: Chat, after: int, seconds: float, *, by_bot: bool) -> bool:
    clock = asyncio.get_running_loop().time
    end = clock() + seconds
    while (chat.bot_revision if by_bot else chat.revision) <= after:
        left = end - clock()
        if left <= 0 or not await chat.wait_change(left):
            return (chat.bot_revision if by_bot else chat.revision) > after
    return True


async def _until_quiet(chat: Chat, quiet: float, seconds: float) -> bool:
    clock = asyncio.get_running_loop().time
    end = clock() + seconds
    while clock() < end:
        if not await chat.wait_change(min(quiet, end - clock())):
            return True
    return False


async def events(request: web.Request) -> web.StreamResponse:
    """One line of JSON per change until the page goes away or the server closes."""
    world = request.app[WORLD]
    response = web.StreamResponse(
        headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
    )
    await response.prepare(request)
    queue = world.events.subscribe()
    try:
        await response.write(b"retry: 1000\n\n")
        while not request.app[CLOSING].is_set():
            try:
                event = await asyncio.wait_for(queue.get(), HEARTBEAT)
            except TimeoutError:
                await response.write(b": still here\n\n")
            else:
                await response.write(b"data: " + dump(event) + b"\n\n")
    except ConnectionResetError:
        pass  # the page was closed
    finally:
        world.events.unsubscribe(queue)
    return response


routes = [
    web.get("/sim/wait", control(wait)),
    web.get("/sim/ready", control(ready)),
    web.get("/sim/events", events),
]
