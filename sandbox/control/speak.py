"""Speaking, sending and tapping as a person."""

from __future__ import annotations

import base64
from dataclasses import asdict
from typing import Any

from aiohttp import web

from sandbox import speaking
from sandbox.chats import Chat
from sandbox.control.body import Asked, control
from sandbox.control.samples import SAMPLES
from sandbox.files import StoredFile
from sandbox.kinds import content_of_kind
from sandbox.messages import Message
from sandbox.methods.inline import ask_inline
from sandbox.methods.media import keep_upload
from sandbox.methods.polls import vote
from sandbox.params import Params, Upload
from sandbox.tapping import press, tap


def _done(asked: Asked, made: tuple[Message, int | None]) -> dict[str, Any]:
    message, update_id = made
    chat = asked.world.chats[message.body["chat"]["id"]]
    return {
        "message_id": message.id,
        "update_id": update_id,
        "chat": chat.id,
        **_revisions(chat),
    }


def _revisions(chat: Chat) -> dict[str, int]:
    """How far the chat is; the bot has not yet had the chance to answer."""
    return {"revision": chat.revision, "bot_revision": chat.bot_revision}


def _where(asked: Asked) -> dict[str, Any]:
    return {
        "chat": asked.chat,
        "thread": asked.maybe("thread"),
        "reply_to": asked.maybe("reply_to"),
    }


async def say(asked: Asked) -> Any:
    made = speaking.say(asked.world, asked.user, asked.text("text"), **_where(asked))
    return _done(asked, made)


async def send(asked: Asked) -> Any:
    kind = asked.text("kind")
    if kind == "location":
        place = {
            "latitude": asked.number("latitude", -6.9175),
            "longitude": asked.number("longitude", 107.6191),
        }
        content: dict[str, Any] = {"location": place}
    elif kind == "contact":
        name = asked.text("first_name", asked.user.first_name)
        content = {
            "contact": {
                "phone_number": asked.text("phone_number", "+6281200000000"),
                "first_name": name,
                "user_id": asked.user.id,
            }
        }
    else:
        return _send_file(asked, kind)
    return _done(asked, speaking.send(asked.world, asked.user, content, **_where(asked)))


def _send_file(asked: Asked, kind: str) -> dict[str, Any]:
    made = speaking.send_file(
        asked.world,
        asked.user,
        _stored(asked, kind),
        asked.text("caption", ""),
        album=asked.given.get("album"),
        **_where(asked),
    )
    return _done(asked, made)


def _stored(asked: Asked, kind: str) -> StoredFile:
    if kind not in SAMPLES:
        known = ", ".join(sorted([*SAMPLES, "location", "contact"]))
        raise ValueError(f"no kind {kind!r}; there are {known}")
    if "file_id" in asked:
        return asked.world.files.reuse(kind, asked.text("file_id"))
    sample = SAMPLES[kind]
    data = base64.b64decode(asked.text("data")) if "data" in asked else sample.data
    upload = Upload(asked.text("file_name", sample.name), asked.text("mime", sample.mime), data)
    duration = Params({"duration": asked.maybe("duration") or 3})
    return keep_upload(asked.world, kind, upload, duration)


async def make(asked: Asked) -> Any:
    content = content_of_kind(asked.world, asked.chat, asked.user, asked.text("kind"))
    return _done(asked, speaking.send(asked.world, asked.user, content, **_where(asked)))


async def edit(asked: Asked) -> Any:
    chat, message_id = asked.chat, asked.whole("message_id")
    text = asked.text("text")
    update_id = speaking.edit(asked.world, asked.user, chat, message_id, text)
    return {"message_id": message_id, "update_id": update_id, **_revisions(chat)}


async def delete(asked: Asked) -> Any:
    chat = asked.chat
    speaking.delete(asked.world, asked.user, chat, asked.whole("message_id"))
    return {"revision": chat.revision}


async def forward(asked: Asked) -> Any:
    source = asked.world.chat(asked.whole("from_chat"))
    message_id = asked.whole("message_id")
    made = speaking.forward(asked.world, asked.user, source, message_id, **_where(asked))
    return _done(asked, made)


async def cast_vote(asked: Asked) -> Any:
    chat, message_id = asked.chat, asked.whole("message_id")
    message = chat.get(message_id)
    if message is None:
        raise KeyError(f"no message {message_id} in chat {chat.id}")
    vote(asked.world, asked.user, message, [int(n) for n in asked.given["options"]])
    return {"revision": chat.revision}


async def inline(asked: Asked) -> Any:
    return {"query_id": ask_inline(asked.world, asked.user, asked.text("query", ""))}


async def react(asked: Asked) -> Any:
    chat, message_id = asked.chat, asked.whole("message_id")
    update_id = speaking.react(asked.world, asked.user, chat, message_id, asked.text("emoji", ""))
    return {"update_id": update_id, "revision": chat.revision}


async def tap_button(asked: Asked) -> Any:
    chat = asked.chat
    message_id = asked.maybe("message_id")
    if "data" in asked:
        message = chat.get(message_id)
        if message_id is not None and message is None:
            raise KeyError(f"no message {message_id} in chat {chat.id}")
        tapped = press(asked.world, asked.user, chat, asked.text("data"), message)
    else:
        label = asked.text("label")
        thread = asked.maybe("thread")
        tapped = tap(asked.world, asked.user, chat, label, message_id=message_id, thread=thread)
    return {**asdict(tapped), "chat": chat.id, **_revisions(chat)}


routes = [
    web.post("/sim/say", control(say)),
    web.post("/sim/send", control(send)),
    web.post("/sim/make", control(make)),
    web.post("/sim/edit", control(edit)),
    web.post("/sim/delete", control(delete)),
    web.post("/sim/forward", control(forward)),
    web.post("/sim/react", control(react)),
    web.post("/sim/vote", control(cast_vote)),
    web.post("/sim/inline", control(inline)),
    web.post("/sim/tap", control(tap_button)),
]
