"""answerCallbackQuery and setMessageReaction."""

from __future__ import annotations

from typing import Any

from sandbox.errors import bad
from sandbox.methods.registry import method
from sandbox.params import Params
from sandbox.reactions import check_reaction
from sandbox.world import World

ANSWER_LIMIT = 200


@method("answerCallbackQuery")
def answer_callback(world: World, params: Params) -> Any:
    now = world.clock.now()
    text = params.text("text")
    if len(text) > ANSWER_LIMIT:
        raise bad("MESSAGE_TOO_LONG")
    query = world.callbacks.answer(params.text("callback_query_id"), now)
    chat = world.chats[query.chat]
    toast = {
        "query_id": query.id,
        "chat": query.chat,
        "user": query.user,
        "message_id": query.message,
        "data": query.data,
        "text": text,
        "alert": params.flag("show_alert"),
        "url": params.text("url"),
        "at": now,
        "waited": now - query.born,
    }
    chat.toasts.append(toast)
    chat.bump()
    if world.events.watched:
        world.events.publish({"type": "toast", **toast})
    return True


@method("setMessageReaction")
def set_reaction(world: World, params: Params) -> Any:
    chat = world.chat_for_bot(params.text("chat_id"))
    message = chat.get(params.whole("message_id"))
    if message is None:
        raise bad("message to react not found")
    given = params.obj("reaction", "reaction") or []
    if not isinstance(given, list):
        raise bad("can't parse reaction types JSON object")
    emojis = [check_reaction(each) for each in given]
    if len(emojis) > 1:
        raise bad("REACTIONS_TOO_MANY")
    if emojis:
        message.reactions[world.bot.id] = emojis
    else:
        message.reactions.pop(world.bot.id, None)
    world.touch(chat, message, by_bot=True)
    return True
