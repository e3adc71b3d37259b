"""Why Telegram did not take an officer's message, as far as an officer can make something of it."""

from __future__ import annotations

from typing import Final

REASONS: Final = (
    "too_long",
    "empty",
    "bad_marks",
    "bad_file",
    "file_too_big",
    "message_gone",
    "cannot_copy",
    "protected",
    "no_voice",
    "chat_not_found",
)
"""The text of each is the message ``gagal_<name>``; named as in `store.outcome.Cause`."""
