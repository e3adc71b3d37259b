"""Screens as Bot API calls."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from flows.screen import Row, Screen

Payload = dict[str, Any]


@lru_cache(maxsize=4096)
def keyboard(rows: tuple[Row, ...]) -> Payload:
    """An inline keyboard; prepared once for every set of rows."""
    return {
        "inline_keyboard": [
            [{"text": button.label, "callback_data": button.data} for button in row] for row in rows
        ]
    }


def message(chat_id: int, screen: Screen) -> Payload:
    """The fields that `sendMessage` and `editMessageText` share."""
    payload: Payload = {
        "chat_id": chat_id,
        "text": screen.text,
        "parse_mode": "HTML",
        "link_preview_options": {"is_disabled": True},
    }
    rows = screen.rows()
    if rows:
        payload["reply_markup"] = keyboard(rows)
    return payload
