"""Buttons: found by what stands on them, pressed as a phone does."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import Any

from sandbox.chats import Chat
from sandbox.messages import Message
from sandbox.people import User
from sandbox.speaking import CannotDoError, say
from sandbox.world import World

LOOK_BACK = 200


@dataclass(slots=True)
class Tapped:
    """What a tap did: a callback query, a text (reply keyboard), or an opened address."""

    query_id: str = ""
    update_id: int | None = None
    message_id: int = 0
    data: str = ""
    text: str = ""
    url: str = ""


def tap(
    world: World,
    user: User,
    chat: Chat,
    label: str,
    *,
    message_id: int | None = None,
    thread: int | None = None,
) -> Tapped:
    """Press the button with this label, on the newest message that has one.

    When no button has exactly this text, a part of a label will do, if on the newest message with
    buttons exactly one label has it.
    Raises `CannotDoError` with everything on the screen when there is no such button.
    """
    message, button = _find(chat, label, message_id, thread)
    if button is None or message is None:
        if message_id is None and _on_keyboard(chat, label):
            sent, update_id = say(world, user, label, chat=chat, thread=thread)
            return Tapped(update_id=update_id, message_id=sent.id, text=label)
        raise CannotDoError(f"no button {label!r} in chat {chat.id}. {on_screen(chat, message_id)}")
    data = button.get("callback_data")
    if data is None:
        return Tapped(message_id=message.id, url=str(button.get("url", "")))
    return press(world, user, chat, str(data), message)


def press(
    world: World, user: User, chat: Chat, data: str, message: Message | None = None
) -> Tapped:
    """A callback query with any data, forged or not, from a message of this chat."""
    if message is None:
        message = chat.newest(by_bot=True)
    if message is None:
        raise CannotDoError(f"nothing of the bot in chat {chat.id} to tap on")
    query = world.callbacks.new(chat.id, message.id, user.id, data, world.clock.now())
    payload: dict[str, Any] = {
        "id": query.id,
        "from": user.card(),
        "message": message.body,
        "chat_instance": str(abs(chat.id) * 7_919 + 1),
        "data": data,
    }
    update_id = world.queue.push("callback_query", payload)
    chat.bump()
    return Tapped(query.id, update_id, message.id, data)


def _find(
    chat: Chat, label: str, message_id: int | None, thread: int | None
) -> tuple[Message | None, dict[str, Any] | None]:
    """The message and its button; (None, None) when there is none."""
    if message_id is not None:
        found = chat.get(message_id)
        candidates = [found] if found is not None else []
    else:
        recent = islice(chat.backwards(), LOOK_BACK)
        candidates = [m for m in recent if m.buttons() and (not thread or m.thread == thread)]
    for message in candidates:
        for button in message.each_button():
            if button["text"] == label:
                return message, button
    for message in candidates[:1]:
        wanted = label.casefold()
        parts = [b for b in message.each_button() if wanted in str(b["text"]).casefold()]
        if len(parts) == 1:
            return message, parts[0]
    return None, None


def _on_keyboard(chat: Chat, label: str) -> bool:
    if chat.keyboard is None:
        return False
    return any(button["text"] == label for row in chat.keyboard["keyboard"] for button in row)


def on_screen(chat: Chat, message_id: int | None = None) -> str:
    """The newest message of the bot in words, for error messages."""
    message = chat.get(message_id) if message_id is not None else chat.newest(by_bot=True)
    if message is None:
        return "On the screen: nothing of the bot."
    labels = [str(button["text"]) for button in message.each_button()]
    return f"On the screen: message {message.id} {message.text!r} with buttons {labels}."
