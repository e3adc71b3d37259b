"""setChatTitle and setChatDescription."""

from __future__ import annotations

from typing import Any

from sandbox.chats import Chat
from sandbox.errors import bad
from sandbox.methods.registry import method
from sandbox.params import Params
from sandbox.rights import may
from sandbox.world import World

TITLE_LIMIT = 128
DESCRIPTION_LIMIT = 255


def _group(world: World, params: Params, what: str) -> Chat:
    chat = world.chat_for_bot(params.text("chat_id"))
    if chat.private:
        raise bad(f"can't change private chat {what}")
    if not may(chat, world.bot.id, "can_change_info"):
        raise bad(f"not enough rights to change chat {what}")
    return chat


@method("setChatTitle")
def set_title(world: World, params: Params) -> Any:
    chat = _group(world, params, "title")
    title = params.text("title").strip()[:TITLE_LIMIT]
    if not title:
        raise bad("title must be non-empty")
    if title != chat.title:
        chat.title, chat.card = title, {**chat.card, "title": title}
        world.put(chat, world.bot.card(), {"new_chat_title": title})
        world.events.publish({"type": "groups"})
    return True


@method("setChatDescription")
def set_description(world: World, params: Params) -> Any:
    chat = _group(world, params, "description")
    text = params.text("description").strip()[:DESCRIPTION_LIMIT]
    if text == chat.description:
        raise bad("chat description is not modified")
    chat.description = text
    return True
