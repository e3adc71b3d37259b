"""Order: a command of somebody of the staff, and the word below it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from telegram import Message

from flows.desk.case import Role
from flows.texts.html import Html
from handlers.desk.filed import Filed
from handlers.desk.job import Job
from handlers.outgoing import reply, worded
from store.about import GroupMessage


@dataclass(frozen=True)
class Order:
    """A command of somebody who has a role. `case` is the one of the topic, None outside of one."""

    message: Message
    case: Filed | None
    argument: str
    role: Role


OrderHandler = Callable[[Job, Order], Awaitable[None]]


def is_command(message: Message) -> bool:
    """Whether a message is meant for us as a command."""
    return bool(message.text and message.text.startswith("/") and not message.text.startswith("//"))


def named(message: Message) -> tuple[str, str]:
    """The word behind the stroke, and the words behind that."""
    name, _, argument = (message.text or "")[1:].partition(" ")
    return name.partition("@")[0].lower(), argument.strip()


def say(job: Job, message: Message, text: Html) -> None:
    """A word under a command."""
    payload = {
        "chat_id": message.chat_id, **worded(text),
        "reply_parameters": reply(message.message_id),
    }  # fmt: skip
    if message.message_thread_id is not None and message.is_topic_message:
        payload["message_thread_id"] = message.message_thread_id
    job.send("sendMessage", payload, about=GroupMessage())
