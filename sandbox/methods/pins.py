"""pinChatMessage and its opposite."""

from __future__ import annotations

from typing import Any

from sandbox.chats import Chat
from sandbox.errors import bad
from sandbox.methods.registry import method
from sandbox.params import Params
from sandbox.rights import may
from sandbox.world import World, without_reply


def _may_pin(world: World, params: Params) -> Chat:
    chat = world.chat_for_bot(params.text("chat_id"))
    if not chat.private and not may(chat, world.bot.id, "can_pin_messages"):
        raise bad("not enough rights to manage pinned messages in the chat")
    return chat


@method("pinChatMessage")
def pin(world: World, params: Params) -> Any:
    chat = _may_pin(world, params)
    message = chat.get(params.whole("message_id"))
    if message is None:
        raise bad("message to pin not found")
    if message.id in chat.pinned:
        raise bad("CHAT_NOT_MODIFIED")
    chat.pinned.append(message.id)
    note = {"pinned_message": without_reply(message.body)}
    world.put(chat, world.bot.card(), note, thread=message.thread)
    return True


@method("unpinChatMessage")
def unpin(world: World, params: Params) -> Any:
    chat = _may_pin(world, params)
    wanted = params.whole("message_id") or (chat.pinned[-1] if chat.pinned else None)
    if wanted not in chat.pinned:
        raise bad("message to unpin not found")
    chat.pinned.remove(wanted)
    world.touch(chat, by_bot=True)
    return True


@method("unpinAllChatMessages")
def unpin_all(world: World, params: Params) -> Any:
    chat = _may_pin(world, params)
    chat.pinned.clear()
    world.touch(chat, by_bot=True)
    return True
