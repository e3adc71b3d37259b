"""Messages: what is read from one of either side before it is carried."""

from __future__ import annotations

from collections.abc import Sequence

from telegram import Message

from handlers.desk.elapsed import is_over
from handlers.events import kind_of
from store.carried import TEXT, Carried

ALBUM = 1.5
"""Seconds without a further part after which an album is complete."""


def words_of(message: Message) -> str | None:
    """Its text, or the caption of a file."""
    return message.text if message.text is not None else message.caption


def sort_of(message: Message) -> str:
    """The kind under which it is carried."""
    return TEXT if message.text is not None else kind_of(message)


def answered_by(message: Message) -> int | None:
    """The number of the message it answers."""
    return message.reply_to_message.message_id if message.reply_to_message else None


def is_complete(parts: Sequence[Carried], at: float) -> bool:
    """Whether all parts of an album have come (`at` in Unix seconds)."""
    return is_over(max(one.created_at for one in parts), ALBUM, at)
