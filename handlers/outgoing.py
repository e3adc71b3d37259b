"""Screens as Bot API calls."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from flows.screen import Row, Screen
from flows.texts.html import Html

Payload = dict[str, Any]


@lru_cache(maxsize=4096)
def keyboard(rows: tuple[Row, ...]) -> Payload:
    """An inline keyboard; prepared once for every set of rows."""
    return {
        "inline_keyboard": [
            [{"text": button.label, "callback_data": button.data} for button in row] for row in rows
        ]
    }


def worded(text: Html, field: str = "text") -> Payload:
    """The fields of a text in the form Telegram reads; `field` is "caption" below a file."""
    return {field: text, "parse_mode": "HTML"}


UNLINKED: Payload = {"link_preview_options": {"is_disabled": True}}
"""Without a preview of what a text links to."""


def unlinked(text: Html) -> Payload:
    """The same, without a preview of what it links to."""
    return {**worded(text), **UNLINKED}


def message(chat_id: int, screen: Screen) -> Payload:
    """The fields that `sendMessage` and `editMessageText` share."""
    payload = {"chat_id": chat_id, **unlinked(screen.text)}
    rows = screen.rows()
    if rows:
        payload["reply_markup"] = keyboard(rows)
    return payload


def reply(message_id: int) -> Payload:
    """A reference to a message, dropped when that is gone."""
    return {"message_id": message_id, "allow_sending_without_reply": True}
