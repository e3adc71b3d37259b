"""Turn: what one update may read and change. Written only if its handler returned."""

from collections.abc import Awaitable, Callable, Sequence
from contextvars import ContextVar
from datetime import UTC, date, datetime
from typing import Any

from store.chats import ChatRecord, ChatRow, freeze, thaw
from store.claims import ClaimCount
from store.database import Transaction
from store.inbox import Waiting
from store.unanswered import Unanswered
from store.unit import Unit
from store.unseen import Missed

_current: ContextVar["Turn"] = ContextVar("turn")


def current_turn() -> "Turn":
    """Return the turn of the update being handled. Raises LookupError outside of handling."""
    return _current.get()


class Turn(Unit):
    """One update's unit of work.

    update_id: Telegram's number. chat_id: the chat it belongs to, None for an inline query or poll.
    received_at: when we stored it (UTC). raw: the update as stored (masked); not to be changed.
    chat: the chat's row, a private copy; changes are stored with the update.
    """

    __slots__ = (
        "_before",
        "_open",
        "_received_at",
        "_written_at",
        "chat",
        "claims",
        "forgotten",
        "has_shown_missed",
        "missed",
        "questions",
        "raw",
        "update_id",
    )

    def __init__(
        self,
        waiting: Waiting,
        raw: dict[str, Any],
        before: ChatRecord | None,
        open_store: Callable[["Turn"], Awaitable[Transaction]],
    ) -> None:
        super().__init__(waiting.chat_id, waiting.update_id, is_late=waiting.is_old)
        self.update_id = waiting.update_id
        self.raw = raw
        self.chat: ChatRow = thaw(waiting.chat_id, before)
        self.questions: list[Unanswered] = []
        self.claims: list[ClaimCount] = []
        self.forgotten = False
        self.missed = waiting.missed
        self.has_shown_missed = False
        self._received_at = waiting.received_at
        self._written_at = waiting.written_at
        self._before = before
        self._open = open_store

    @property
    def received_at(self) -> datetime:
        """When the update was stored, UTC."""
        return datetime.fromtimestamp(self._received_at, UTC)

    @property
    def written_at(self) -> datetime:
        """When the person did it, as far as is known, UTC."""
        return datetime.fromtimestamp(self._written_at, UTC)

    @property
    def conversation(self) -> dict[str, Any]:
        """JSON state of this chat. Replace it: `turn.conversation = {...}`."""
        return self.chat.conversation

    @conversation.setter
    def conversation(self, value: dict[str, Any]) -> None:
        self.chat.conversation = value

    def show_missed(self) -> Missed | None:
        """Take the screen that may not have arrived: now it is shown again, or not missed."""
        missed, self.missed = self.missed, None
        self.has_shown_missed = self.has_shown_missed or missed is not None
        return missed

    def unanswered(self, text: str, day: date, nearest: Sequence[str]) -> None:
        """Note a masked question that no topic answered, for the editors; not whose it was."""
        self.questions.append(Unanswered(text, day, tuple(nearest)))

    def claim(self, told: ClaimCount) -> None:
        """Count how a claim went; not whose it was."""
        self.claims.append(told)

    def forget(self) -> None:
        """Erase everything about this chat; what this turn still sends is sent."""
        self.forgotten = True
        self.chat = ChatRow(self.chat_id)
        self._before = None

    async def store(self) -> Transaction:
        """Return direct access inside this update's transaction.

        Earlier updates of the same batch are already visible. Whatever is done with it is taken
        back when the handler raises. Change this chat's own row through `turn.chat` only.
        """
        return await self._open(self)

    def after(self) -> ChatRecord | None:
        """Return the chat's row if it has to be stored, None if nothing changed.

        Raises TypeError or ValueError when the conversation is not plain JSON.
        """
        if self.chat_id is None:
            return None
        record = freeze(self.chat_id, self.chat)
        if record == self._before:
            return None
        if self._before is None and _is_blank(record):
            return None
        return record

    def enter(self) -> None:
        """Make this the current turn."""
        _current.set(self)


def _is_blank(record: ChatRecord) -> bool:
    return record.conversation == "{}" and not any(record[2:])
