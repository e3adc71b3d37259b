"""What a handler may do with the update in hand. `loops.turn.Turn` is the real one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Protocol

from telegram.ext import CallbackContext

from store.chats import ChatRow
from store.database import Transaction

ACKNOWLEDGE = 0
REPLY = 1
NOTICE = 2


class Turn(Protocol):
    """One update's unit of work: everything is written together, or nothing is."""

    conversation: dict[str, Any]
    chat: ChatRow

    def send(
        self,
        method: str,
        payload: dict[str, Any],
        *,
        lane: str | None = None,
        priority: int = REPLY,
        about: dict[str, Any] | None = None,
    ) -> None:
        """Puts one Bot API call in the outbox; `about` comes back with what became of it."""

    async def store(self) -> Transaction:
        """Direct access to the database inside this update's transaction."""

    def unanswered(self, text: str, day: date, nearest: Sequence[str]) -> None:
        """Notes a masked question that no topic answered, for the editors; not whose it was."""

    def forget(self) -> None:
        """Erases everything kept about this chat."""


class Context(Protocol):
    """The context PTB hands to our handlers: a `CallbackContext` with the turn in it."""

    turn: Turn


AnyContext = CallbackContext[Any, Any, Any, Any]
