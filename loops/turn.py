"""Turn: what one update may read and change. Written only if its handler returned."""

import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextvars import ContextVar
from datetime import UTC, date, datetime
from typing import Any

from store.chats import ChatRecord, ChatRow, freeze, thaw
from store.database import Transaction
from store.inbox import Waiting
from store.outbox import FIRST, NOTICE, REPLY, Call
from store.unanswered import Unanswered

__all__ = ["FIRST", "NOTICE", "REPLY", "Turn", "current_turn", "make_call"]

_current: ContextVar["Turn"] = ContextVar("turn")


def current_turn() -> "Turn":
    """Return the turn of the update being handled. Raises LookupError outside of handling."""
    return _current.get()


class Turn:
    """One update's unit of work.

    update_id: Telegram's number. chat_id: the chat it belongs to, None for an inline query or poll.
    received_at: when we stored it (UTC). raw: the update as stored (masked); not to be changed.
    chat: the chat's row, a private copy; changes are stored with the update.
    """

    __slots__ = (
        "_before",
        "_open",
        "_received_at",
        "calls",
        "chat",
        "chat_id",
        "forgotten",
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
        self.update_id = waiting.update_id
        self.chat_id = waiting.chat_id
        self.raw = raw
        self.chat: ChatRow = thaw(waiting.chat_id, before)
        self.calls: list[Call] = []
        self.questions: list[Unanswered] = []
        self.forgotten = False
        self._received_at = waiting.received_at
        self._before = before
        self._open = open_store

    @property
    def received_at(self) -> datetime:
        """When the update was stored, UTC."""
        return datetime.fromtimestamp(self._received_at, UTC)

    @property
    def conversation(self) -> dict[str, Any]:
        """JSON state of this chat. Replace it: `turn.conversation = {...}`."""
        return self.chat.conversation

    @conversation.setter
    def conversation(self, value: dict[str, Any]) -> None:
        self.chat.conversation = value

    def send(
        self,
        method: str,
        payload: Mapping[str, Any],
        *,
        lane: str | None = None,
        priority: int | None = None,
        keep: str | None = None,
        about: Mapping[str, Any] | None = None,
    ) -> None:
        """Decide one Bot API call; it goes out after this update is committed.

        payload: plain Bot API JSON; a local file is `{"file": "content/pictures/x.png"}`,
            with `"id": file_id` behind it when Telegram has seen it before.
        lane: calls of one lane keep their order; by default one lane per chat and topic, and
            one for acknowledging taps.
        priority: FIRST, REPLY (default) or NOTICE.
        keep: "screen" makes the resulting message the chat's newest guide message.
        about: JSON for the `on_result` hook, which hears of calls that carry it.

        Raises TypeError or ValueError when the payload is not JSON or `keep` is unknown.
        """
        call = make_call(
            method, payload, lane=lane, priority=priority, keep=keep, about=about,
            chat_id=self.chat_id,
        )  # fmt: skip
        call.update_id = self.update_id
        call.ordinal = len(self.calls)
        self.calls.append(call)

    def unanswered(self, text: str, day: date, nearest: Sequence[str]) -> None:
        """Note a masked question that no topic answered, for the editors; not whose it was."""
        self.questions.append(Unanswered(text, day, tuple(nearest)))

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
        if self._before is None and _is_blank(record) and not any(call.keep for call in self.calls):
            return None
        return record

    def enter(self) -> None:
        """Make this the current turn."""
        _current.set(self)


def _is_blank(record: ChatRecord) -> bool:
    return record.conversation == "{}" and not any(record[2:])


def make_call(
    method: str,
    payload: Mapping[str, Any],
    *,
    chat_id: int | None,
    lane: str | None = None,
    priority: int | None = None,
    keep: str | None = None,
    about: Mapping[str, Any] | None = None,
) -> Call:
    """Build a call whose id and origin are not yet set; see `Turn.send`.

    chat_id: counted against its limits when the payload names no chat.
    """
    if keep not in (None, "screen"):
        raise ValueError(f"keep is None or 'screen', not {keep!r}")
    target = payload.get("chat_id", chat_id)
    chat = target if isinstance(target, int) else chat_id
    tap = method == "answerCallbackQuery"
    if lane is None:
        thread = payload.get("message_thread_id")
        lane = f"tap:{chat}" if tap else f"{target}:{thread}" if thread else str(target)
    return Call(
        id=0,
        update_id=None,
        ordinal=0,
        chat_id=chat,
        lane=lane,
        priority=(FIRST if tap else REPLY) if priority is None else priority,
        method=method,
        payload=json.dumps(payload, ensure_ascii=False, separators=(",", ":")),
        keep=keep,
        about=None if about is None else json.dumps(about, ensure_ascii=False),
        created_at=0.0,
    )
