"""Unseen: the last screen of a chat that may not have arrived, until it is shown once more."""

from collections.abc import Sequence
from typing import NamedTuple

from store.database import Transaction
from store.outbox import Call


class Missed(NamedTuple):
    """A screen as it would have been sent; `payload` is JSON text."""

    method: str
    payload: str


def keep(transaction: Transaction, calls: Sequence[Call]) -> None:
    """Remember screens that may not have arrived, unless a newer one is on its way already."""
    rows = [
        {
            "chat_id": call.chat_id,
            "method": call.method,
            "payload": call.payload,
            "at": call.created_at,
            "id": call.id,
            "update_id": call.update_id,
        }
        for call in calls
        if call.chat_id is not None
    ]
    transaction.write("unseen_keep", rows)


def forget(transaction: Transaction, chat_ids: Sequence[int]) -> None:
    """They are shown again now, or nobody wants them any more."""
    transaction.write("unseen_forget", [{"chat_id": one} for one in chat_ids])


async def prune(transaction: Transaction, before: float) -> int:
    """Delete what was to be shown before `before` (Unix seconds); returns how many."""
    return await transaction.run("unseen_prune", before=before)
