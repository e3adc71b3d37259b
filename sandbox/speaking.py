"""What people do: write, send, edit, delete, forward, react, tap."""

from __future__ import annotations

from typing import Any

from sandbox.chats import Chat
from sandbox.files import StoredFile
from sandbox.markup import formatted
from sandbox.members import set_blocked
from sandbox.messages import Message, kind_of
from sandbox.methods.copying import forwarded
from sandbox.methods.media import media_field
from sandbox.people import User
from sandbox.reactions import as_types, check_emoji
from sandbox.rights import is_administrator, may
from sandbox.world import World


class CannotDoError(ValueError):
    """A person cannot do this here; the message says why and what there is instead."""


def say(
    world: World,
    user: User,
    text: str,
    *,
    chat: Chat | None = None,
    thread: int | None = None,
    reply_to: int | None = None,
) -> tuple[Message, int | None]:
    """A person writes. Returns the message and the update's id (None: the bot does not see it)."""
    plain, entities = formatted(text)
    if not plain:
        raise CannotDoError("a message without text cannot be sent")
    content: dict[str, Any] = {"text": plain}
    if entities:
        content["entities"] = entities
    return send(world, user, content, chat=chat, thread=thread, reply_to=reply_to)


def send(
    world: World,
    user: User,
    content: dict[str, Any],
    *,
    chat: Chat | None = None,
    thread: int | None = None,
    reply_to: int | None = None,
) -> tuple[Message, int | None]:
    """A person sends any content (message fields)."""
    chat = chat or world.chats[user.id]
    _check_place(world, user, chat, thread)
    if chat.private:
        _begin(world, chat)
    replied = chat.get(reply_to)
    if reply_to is not None and replied is None:
        raise CannotDoError(f"message {reply_to} to reply to is not in chat {chat.id}")
    if thread is None and replied is not None:
        thread = replied.thread
    if replied is None and thread is not None:
        # In a topic every message that answers nothing else hangs on the topic's first message.
        replied = chat.get(thread)
    message = world.put(chat, user.card(), content, thread=thread, reply_to=replied)
    return message, _deliver(world, chat, "message", message)


def _begin(world: World, chat: Chat) -> None:
    """Writing to a bot starts it, and takes a block back."""
    chat.started = True
    set_blocked(world, chat, False)


def _check_place(world: World, user: User, chat: Chat, thread: int | None) -> None:
    if chat.private:
        if chat.id != user.id:
            raise CannotDoError(f"user {user.id} has no part in the private chat {chat.id}")
    elif not chat.holds(user.id):
        raise CannotDoError(f"{user.name} is not in {chat.title} ({chat.status_of(user.id)})")
    if chat.migrated_to is not None:
        raise CannotDoError(f"{chat.title} has moved to {chat.migrated_to}")
    if thread is None:
        return
    topic = chat.topics.get(thread)
    if topic is None or topic.deleted:
        open_ones = {t.id: t.name for t in chat.topics.values() if not t.deleted}
        raise CannotDoError(f"no topic {thread} in {chat.title}; there are {open_ones}")
    if topic.closed and not may(chat, user.id, "can_manage_topics"):
        raise CannotDoError(f"topic {topic.name} is closed")


def _deliver(world: World, chat: Chat, kind: str, message: Message) -> int | None:
    """Queue the update if the bot is there to see it. A bot never sees its own messages."""
    if chat.private or (chat.holds(world.bot.id) and _seen(world, chat, message)):
        return world.queue.push(kind, message.body)
    return None


def _seen(world: World, chat: Chat, message: Message) -> bool:
    """In privacy mode a bot that is no administrator sees commands, answers to what it said and
    what the chat itself says."""
    if world.bot.reads_all or is_administrator(chat, world.bot.id):
        return True
    body = message.body
    if kind_of(body) == "service":
        return True
    replied = body.get("reply_to_message", {})
    answers_it = replied.get("from", {}).get("id") == world.bot.id
    if answers_it and "forum_topic_created" not in replied:
        return True
    return _commands(world, message)


def _commands(world: World, message: Message) -> bool:
    """Whether it begins with a command for everybody, or for this bot."""
    word = message.text.partition(" ")[0]
    name, _, whom = word.partition("@")
    return name.startswith("/") and whom.lower() in ("", world.bot.username.lower())


def send_file(
    world: World, user: User, stored: StoredFile, caption: str = "", **where: Any
) -> tuple[Message, int | None]:
    """A person sends a stored file, with a caption or without."""
    content = media_field(stored)
    text, entities = formatted(caption)
    if text:
        content["caption"] = text
        if entities:
            content["caption_entities"] = entities
    if album := where.pop("album", None):
        content["media_group_id"] = str(album)
    return send(world, user, content, **where)


def edit(world: World, user: User, chat: Chat, message_id: int, text: str) -> int | None:
    """A person changes the text or caption of an own message."""
    message = _own(user, chat, message_id)
    plain, entities = formatted(text)
    field = "text" if "text" in message.body else "caption"
    names = (field, "entities" if field == "text" else "caption_entities")
    body = {k: v for k, v in message.body.items() if k not in names}
    body[field] = plain
    if entities:
        body[names[1]] = entities
    body["edit_date"] = int(world.clock.now())
    message.body = body
    message.edits += 1
    world.touch(chat, message)
    return _deliver(world, chat, "edited_message", message)


def _own(user: User, chat: Chat, message_id: int) -> Message:
    message = chat.get(message_id)
    if message is None:
        raise CannotDoError(f"no message {message_id} in chat {chat.id}")
    if message.sender != user.id:
        raise CannotDoError(f"message {message_id} is not by {user.name}")
    return message


def delete(world: World, user: User, chat: Chat, message_id: int) -> None:
    """A person deletes a message: any in their private chat, own ones in a group (all as an
    administrator). The bot is not told, as in Telegram."""
    message = chat.get(message_id)
    if message is None:
        raise CannotDoError(f"no message {message_id} in chat {chat.id}")
    if not chat.private and chat.status_of(user.id) not in ("administrator", "creator"):
        _own(user, chat, message_id)
    world.remove(chat, message)


def forward(
    world: World, user: User, source: Chat, message_id: int, chat: Chat | None = None, **where: Any
) -> tuple[Message, int | None]:
    message = source.get(message_id)
    if message is None:
        raise CannotDoError(f"no message {message_id} in chat {source.id}")
    return send(world, user, forwarded(message), chat=chat, **where)


def react(world: World, user: User, chat: Chat, message_id: int, emoji: str) -> int | None:
    """A person sets (or with "" takes back) a reaction; the bot hears it only if it asked to."""
    message = chat.get(message_id)
    if message is None:
        raise CannotDoError(f"no message {message_id} in chat {chat.id}")
    old = message.reactions.pop(user.id, [])
    if emoji:
        message.reactions[user.id] = [check_emoji(emoji)]
    world.touch(chat, message)
    if not chat.private and not chat.holds(world.bot.id):
        return None
    change = {
        "chat": chat.card,
        "message_id": message_id,
        "user": user.card(),
        "date": int(world.clock.now()),
        "old_reaction": as_types(old),
        "new_reaction": as_types(message.reactions.get(user.id, [])),
    }
    return world.queue.push("message_reaction", change)
