"""deleteMessage and deleteMessages."""

from __future__ import annotations

from typing import Any

from sandbox.chats import Chat
from sandbox.errors import bad
from sandbox.messages import Message
from sandbox.methods.registry import method
from sandbox.params import Params
from sandbox.posting import DELETE_SECONDS
from sandbox.rights import is_administrator, may
from sandbox.world import World

AT_MOST = 100


def _may_delete(world: World, chat: Chat, message: Message) -> bool:
    """Within 48 hours; others' messages only in private chats or as an administrator."""
    if world.clock.now() - message.body["date"] > DELETE_SECONDS:
        return False
    if message.by_bot or chat.private:
        return True
    return is_administrator(chat, world.bot.id) and may(chat, world.bot.id, "can_delete_messages")


@method("deleteMessage")
def delete_message(world: World, params: Params) -> Any:
    chat = world.chat_for_bot(params.text("chat_id"))
    message = chat.get(params.whole("message_id"))
    if message is None:
        raise bad("message to delete not found")
    if not _may_delete(world, chat, message):
        raise bad("message can't be deleted for everyone")
    world.remove(chat, message, by_bot=True)
    return True


@method("deleteMessages")
def delete_messages(world: World, params: Params) -> Any:
    chat = world.chat_for_bot(params.text("chat_id"))
    ids = params.obj("message_ids", "message identifiers")
    if not isinstance(ids, list) or not ids:
        raise bad("message identifiers are not specified")
    if len(ids) > AT_MOST:
        raise bad("too many message identifiers specified")
    for message_id in ids:
        message = chat.get(int(message_id))
        if message is not None and _may_delete(world, chat, message):
            world.remove(chat, message, by_bot=True)
    return True
