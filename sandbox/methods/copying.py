"""copyMessage(s) and forwardMessage(s)."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from sandbox.chats import Chat
from sandbox.errors import bad
from sandbox.keyboards import any_keyboard
from sandbox.messages import MEDIA_FIELDS, OTHER_FIELDS, Message, kind_of
from sandbox.methods.media import LOOKS
from sandbox.methods.registry import method
from sandbox.params import Params
from sandbox.posting import place, read_caption, said_of, target
from sandbox.rights import check_sending
from sandbox.world import World

_CONTENT = ("text", "entities", "link_preview_options", "caption", "caption_entities", *LOOKS)
# What Telegram never copies, whoever asks.
_STAYS = ("service", "giveaway", "invoice", "paid_media")
AT_MOST = 100


def content_of(body: dict[str, Any]) -> dict[str, Any]:
    """What a copy carries: text and media, no buttons, no reply, no album."""
    carried = (*_CONTENT, *MEDIA_FIELDS, *OTHER_FIELDS)
    return {name: body[name] for name in carried if name in body}


def forwarded(message: Message) -> dict[str, Any]:
    """Content with the word where it came from."""
    origin = message.body.get("forward_origin") or {
        "type": "user",
        "sender_user": message.body["from"],
        "date": message.body["date"],
    }
    return {**content_of(message.body), "forward_origin": origin}


def _source(world: World, params: Params, what: str) -> tuple[Chat, Message]:
    chat = world.known_chat(params.text("from_chat_id"))
    message = chat.get(params.whole("message_id"))
    if message is None:
        raise bad(f"message to {what} not found")
    if not _may_leave(message):
        raise bad(f"message can't be {'copied' if what == 'copy' else 'forwarded'}")
    if chat.protected:
        raise bad("CHAT_FORWARDS_RESTRICTED")
    return chat, message


def _may_leave(message: Message) -> bool:
    """Whether this may be carried into another chat: not what the chat itself says, not what its
    sender protected."""
    body = message.body
    return kind_of(body) not in _STAYS and not body.get("has_protected_content")


@method("copyMessage")
def copy_message(world: World, params: Params) -> Any:
    _, message = _source(world, params, "copy")
    content = content_of(message.body)
    if params.has("caption") and "text" not in content:
        content = {k: v for k, v in content.items() if not k.startswith("caption")}
        content.update(read_caption(params))
    chat, thread, reply_to = target(world, params)
    inline, keyboard = any_keyboard(params)
    if inline is not None:
        content["reply_markup"] = inline
    content.update(said_of(params))
    check_sending(chat, world.bot.id, content)
    world.spend(chat)
    made = place(world, chat, content, thread=thread, reply_to=reply_to, keyboard=keyboard)
    return {"message_id": made.id}


@method("forwardMessage")
def forward_message(world: World, params: Params) -> Any:
    _, message = _source(world, params, "forward")
    chat, thread, reply_to = target(world, params)
    content = {**forwarded(message), **said_of(params)}
    check_sending(chat, world.bot.id, content)
    world.spend(chat)
    return place(world, chat, content, thread=thread, reply_to=reply_to).body


def _several(world: World, params: Params, *, copy: bool) -> list[dict[str, int]]:
    source = world.known_chat(params.text("from_chat_id"))
    ids = params.obj("message_ids", "message identifiers")
    if not isinstance(ids, list) or not ids:
        raise bad("message identifiers are not specified")
    if len(ids) > AT_MOST:
        raise bad("too many message identifiers specified")
    if any(int(one) >= int(next_one) for one, next_one in pairwise(ids)):
        raise bad("message identifiers must be in a strictly increasing order")
    if source.protected:
        raise bad("CHAT_FORWARDS_RESTRICTED")
    there = [message for each in ids if (message := source.get(int(each))) is not None]
    found = [message for message in there if _may_leave(message)]
    if not found:
        raise bad("there are no messages to " + ("copy" if copy else "forward"))
    chat, thread, reply_to = target(world, params)
    for message in found:
        check_sending(chat, world.bot.id, message.body)
    world.spend(chat, len(found))
    albums = _new_albums(world, found)
    bare = copy and params.flag("remove_caption")
    made = []
    for message in found:
        content = content_of(message.body) if copy else forwarded(message)
        if bare:
            content = {k: v for k, v in content.items() if not k.startswith("caption")}
        content.update(albums.get(message.body.get("media_group_id", ""), {}))
        content.update(said_of(params))
        placed = place(world, chat, content, thread=thread, reply_to=reply_to)
        made.append({"message_id": placed.id})
    return made


def _new_albums(world: World, messages: list[Message]) -> dict[str, dict[str, str]]:
    """Albums stay together, under a new id."""
    old = {str(m.body["media_group_id"]) for m in messages if "media_group_id" in m.body}
    start = 13_900_000_000_000_000 + world.log.last * 100
    return {each: {"media_group_id": str(start + n)} for n, each in enumerate(sorted(old))}


@method("copyMessages")
def copy_messages(world: World, params: Params) -> Any:
    return _several(world, params, copy=True)


@method("forwardMessages")
def forward_messages(world: World, params: Params) -> Any:
    return _several(world, params, copy=False)
