"""A Telegram update as the event the decision understands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Final

from telegram import Message, Update

from flows.buttons import unpack
from flows.events import Commanded, Corrected, Event, Pressed, Sent, SentKind, Wrote
from flows.files import Fate, Judged, judged
from flows.mask import kinds_in

DayOf = Callable[[datetime], date]
"""The day on which a moment was, as decisions see it."""


def event_of(update: Update, day_of: DayOf | None = None) -> Event | None:
    """What the participant did; None for updates that are nobody's doing.

    day_of: the day on which a message was written; without it that is the day it is read.
    """
    if update.callback_query:
        pressed = update.callback_query.message
        press = unpack(update.callback_query.data or "")
        return Pressed(press, pressed.message_id if pressed else 0)
    if update.edited_message:
        return _edit_event(update.edited_message)
    if update.message is None or is_service(update.message):
        return None
    return _message_event(update.message, day_of)


def is_service(message: Message) -> bool:
    """Whether a message is Telegram's own note: something was pinned, given, joined, renamed."""
    return not any(getattr(message, field, None) for field in CONTENT)


def _edit_event(edited: Message) -> Event | None:
    """Words or a replaced file; a live location that moves is nobody's doing."""
    words = edited.text or edited.caption or ""
    if not words and not any(getattr(edited, field, None) for field in _REPLACED):
        return None
    return Corrected(kinds_in(words), edited.message_id, worded=bool(words))


def _message_event(message: Message, day_of: DayOf | None) -> Event:
    written = day_of(message.date) if day_of else None
    if message.text is None:
        caption = message.caption or ""
        album = message.media_group_id or ""
        return Sent(
            kind_of(message), caption, kinds_in(caption), message.message_id, written, album,
            _place_of(message),
        )  # fmt: skip
    if message.text.startswith("/"):
        command, _, argument = message.text[1:].partition(" ")
        return Commanded(command.partition("@")[0].lower(), argument.strip())
    forwarded = message.forward_origin is not None
    return Wrote(message.text, kinds_in(message.text), forwarded, message.message_id, written)


def _place_of(message: Message) -> tuple[float, float] | None:
    place = message.location or (message.venue.location if message.venue else None)
    return None if place is None else (place.latitude, place.longitude)


def kind_of(message: Message) -> SentKind:
    """What was sent, as the conversation names it."""
    if judged_file(message).fate is Fate.PROGRAM:
        return "program"
    return next((kind for field, kind in _KINDS if getattr(message, field)), "lain")


def judged_file(message: Message) -> Judged:
    """What becomes of the file of a message; whatever Telegram made itself is carried."""
    for file in (message.document, message.video, message.audio, message.animation):
        if file is not None:
            return judged(file.file_name, file.mime_type)
    return Judged(Fate.CARRIED, "")


_KINDS: tuple[tuple[str, SentKind], ...] = (
    ("photo", "foto"),
    ("video", "foto"),
    ("animation", "stiker"),
    ("sticker", "stiker"),
    ("voice", "suara"),
    ("audio", "suara"),
    ("video_note", "suara"),
    ("document", "dokumen"),
    ("location", "lokasi"),
    ("venue", "lokasi"),
    ("contact", "kontak"),
)

CONTENT: Final = (
    "text", "caption", *(field for field, _ in _KINDS), "poll", "dice", "game", "story",
    "paid_media", "invoice", "checklist",
)  # fmt: skip
"""What a person sends, in private and among officers; a message without any of it is a note."""

_REPLACED: Final = ("photo", "video", "animation", "audio", "document")
