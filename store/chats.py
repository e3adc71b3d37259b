"""Chats: one row per conversation."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from store.database import Row, Transaction

EMPTY = "{}"

FORGETTING = (
    "chats_forget", "inbox_forget", "outbox_forget", "unseen_forget", "watches_forget",
    "setbacks_forget", "held_back_forget",
)  # fmt: skip
"""What erases a person, besides their cases."""


class ChatRecord(NamedTuple):
    """A chat as stored; `conversation` is JSON text."""

    chat_id: int
    conversation: str
    blocked: int
    case_id: int | None


@dataclass(slots=True)
class ChatRow:
    """A chat as handlers see it.

    chat_id: Telegram's chat number; None for an update without a chat (never stored).
    conversation: JSON state, owned by the handlers.
    blocked: the person stopped the bot; cleared by their next update.
    case_id: the open case, waiting or held by an officer.
    """

    chat_id: int | None
    conversation: dict[str, Any] = field(default_factory=dict)
    blocked: bool = False
    case_id: int | None = None


def thaw(chat_id: int | None, record: ChatRecord | None) -> ChatRow:
    """Build a fresh row from what is stored; an unknown chat starts empty."""
    if record is None:
        return ChatRow(chat_id)
    return ChatRow(
        chat_id,
        {} if record.conversation == EMPTY else json.loads(record.conversation),
        bool(record.blocked),
        record.case_id,
    )


def freeze(chat_id: int, row: ChatRow) -> ChatRecord:
    """Return what to store. Raises TypeError or ValueError when it is not plain JSON."""
    text = json.dumps(row.conversation, ensure_ascii=False, separators=(",", ":"))
    return ChatRecord(chat_id, text, int(row.blocked), row.case_id)


def blank(chat_id: int) -> ChatRecord:
    """Return the record of a chat never seen."""
    return ChatRecord(chat_id, EMPTY, 0, None)


async def one(transaction: Transaction, chat_id: int) -> ChatRecord | None:
    """Return one chat, None when it was never seen."""
    row = await transaction.fetch_one("chats_one", chat_id=chat_id)
    return ChatRecord._make(row) if row else None


def save(transaction: Transaction, records: Sequence[ChatRecord], now: float) -> None:
    """Store chats as they are now."""
    rows = [{**record._asdict(), "changed_at": now} for record in records]
    transaction.write("chats_save", rows)


def block(transaction: Transaction, chat_ids: Sequence[int]) -> None:
    """Note that these people stopped the bot."""
    transaction.write("chats_block", [{"chat_id": chat} for chat in chat_ids])


def forget(transaction: Transaction, chat_id: int) -> None:
    """Erase the chat, its parked updates, what is left of its old messages, what it watches."""
    for query in FORGETTING:
        transaction.write(query, [{"chat_id": chat_id}])


async def prune(transaction: Transaction, before: float) -> int:
    """Erase chats untouched since `before` (Unix seconds) that no case holds; returns how many."""
    return await transaction.run("chats_prune", before=before)


async def talks(transaction: Transaction) -> list[Row]:
    """Return (conversation as JSON text, when it changed) of every chat."""
    return await transaction.fetch("chats_talks")
