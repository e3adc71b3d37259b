"""The Telegram edge: an update in, an event decided by `flows`, Bot API calls into the outbox.

Handlers never call Telegram themselves. Everything they want sent goes through the turn, which is
written in the same transaction as the answers.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from telegram import Update

from store.turn import Turn

Handler = Callable[[Update, Turn], Awaitable[None]]
"""Handles one update; whatever it changes or decides is in the turn."""
