"""Marks: the reaction under an officer's message, which tells what the participant has of it."""

from __future__ import annotations

from typing import Final

from store.carried import Carried
from store.ledger import NOTHING

DELIVERED: Final = "👌"
"""Telegram has no ✅ among its reactions."""

GONE: Final = "🙈"
"""The participant no longer sees it. Telegram has no 🗑 among its reactions."""


def fitting(row: Carried) -> str:
    """The mark that is true of a message: only its newest revision counts as delivered."""
    if row.back == "gone":
        return GONE if row.state == "delivered" else NOTHING
    return DELIVERED if row.is_true and not row.back else NOTHING
