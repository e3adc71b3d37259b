"""Reading chats: screens, messages, toasts, files."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from aiohttp import web

from sandbox.control.body import Asked, control
from sandbox.messages import Message
from sandbox.views import show_chat, show_message

PAGE = 200


async def chats(asked: Asked) -> Any:
    world = asked.world
    return [show_chat(world, chat) for chat in world.chats.values()]


async def screen(asked: Asked) -> Any:
    chat = asked.chat
    newest = chat.newest(by_bot=True, thread=asked.maybe("thread"))
    return {
        "chat": show_chat(asked.world, chat),
        "message": show_message(newest) if newest else None,
    }


async def messages(asked: Asked) -> Any:
    chat = asked.chat
    limit = asked.maybe("limit") or PAGE
    thread = asked.maybe("thread")
    if "since" in asked:
        found = chat.changed_since(asked.whole("since"))
        return _listing(asked, [m for m in found if _in_thread(m, thread)])
    after = asked.maybe("after") or 0
    deleted = asked.flag("deleted", False)
    kept: list[Message] = []
    for message in reversed(chat.messages.values()):
        if message.id <= after or len(kept) >= limit:
            break
        if (deleted or not message.deleted) and _in_thread(message, thread):
            kept.append(message)
    return _listing(asked, kept[::-1])


def _in_thread(message: Message, thread: int | None) -> bool:
    """Whether the message is in the topic asked for; 0 asks for those in no topic."""
    return thread is None or (message.thread or 0) == thread


def _listing(asked: Asked, found: list[Message]) -> dict[str, Any]:
    return {
        "chat": show_chat(asked.world, asked.chat),
        "messages": [show_message(message) for message in found],
    }


async def toasts(asked: Asked) -> Any:
    return list(asked.chat.toasts)


async def pending(asked: Asked) -> Any:
    return [asdict(query) for query in asked.world.callbacks.pending(asked.maybe("chat"))]


async def inline(asked: Asked) -> Any:
    """Answers {"results": what the bot offered, null while it has not answered}."""
    query_id = asked.text("query_id")
    if query_id not in asked.world.inline:
        raise KeyError(f"no inline query {query_id}")
    return {"results": asked.world.inline[query_id]}


async def file(asked: Asked) -> Any:
    stored = asked.world.files.get(asked.request.match_info["file_id"])
    if stored is None:
        raise KeyError("no such file")
    mime = stored.mime if "/" in stored.mime else "application/octet-stream"
    if mime in ("text/html", "image/svg+xml", "application/xhtml+xml"):
        mime = "text/plain"  # what people send is shown, never run
    return web.Response(
        body=stored.data, headers={"Content-Type": mime, "X-Content-Type-Options": "nosniff"}
    )


routes = [
    web.get("/sim/chats", control(chats)),
    web.get("/sim/inline", control(inline)),
    web.get("/sim/screen", control(screen)),
    web.get("/sim/messages", control(messages)),
    web.get("/sim/toasts", control(toasts)),
    web.get("/sim/pending", control(pending)),
    web.get("/sim/files/{file_id}", control(file)),
]
