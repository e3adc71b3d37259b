"""A Telegram update as the event the decision understands."""

from __future__ import annotations

from telegram import Message, Update

from flows.buttons import unpack
from flows.events import Commanded, Corrected, Event, Pressed, Sent, SentKind, Wrote
from flows.mask import kinds_in


def event_of(update: Update) -> Event | None:
    """What the participant did; None for updates that are nobody's doing."""
    if update.callback_query:
        pressed = update.callback_query.message
        press = unpack(update.callback_query.data or "")
        return Pressed(press, pressed.message_id if pressed else 0)
    if update.edited_message:
        edited = update.edited_message
        return Corrected(kinds_in(edited.text or edited.caption or ""), edited.message_id)
    return _message_event(update.message) if update.message else None


def _message_event(message: Message) -> Event:
    if message.text is None:
        caption = message.caption or ""
        return Sent(kind_of(message), caption, kinds_in(caption), message.message_id)
    if message.text.startswith("/"):
        command, _, argument = message.text[1:].partition(" ")
        return Commanded(command.partition("@")[0].lower(), argument.strip())
    forwarded = message.forward_origin is not None
    return Wrote(message.text, kinds_in(message.text), forwarded, message.message_id)


def kind_of(message: Message) -> SentKind:
    """What was sent, as the conversation names it."""
    return next((kind for field, kind in _KINDS if getattr(message, field)), "lain")


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
