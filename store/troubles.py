"""Troubles: who met which one where, and the disturbances that follow from it."""

from collections.abc import Sequence
from typing import NamedTuple

from store.database import Row, Transaction


class Notice(NamedTuple):
    """A disturbance. `state`: offered to the supervisor, on, or off; `at` in Unix seconds."""

    id: int
    trouble: str
    state: str
    at: float


class Stuck(NamedTuple):
    """A person who met trouble at the same step several times; `at` the last time."""

    chat_id: int
    guide: str
    step: str
    times: int
    at: float


def seen(
    transaction: Transaction, chat_id: int, trouble: str, guide: str, step: str, now: float
) -> None:
    """Somebody meets a trouble."""
    row = {"chat_id": chat_id, "trouble": trouble, "guide": guide, "step": step, "at": now}
    transaction.write("troubles_add", [row])


async def sightings(transaction: Transaction, since: float) -> list[Row]:
    """Return (chat, trouble, when) since a moment, in order."""
    return await transaction.fetch("troubles_sightings", since=since)


async def stuck(transaction: Transaction, since: float) -> list[Stuck]:
    """Return who is stuck and without an officer, the latest first."""
    return [Stuck(*row) for row in await transaction.fetch("troubles_stuck", since=since)]


async def affected(transaction: Transaction, trouble: str, since: float) -> list[int]:
    """Return the chats that met a trouble since a moment and can be told."""
    rows = await transaction.fetch("troubles_affected", trouble=trouble, since=since)
    return [int(row[0]) for row in rows]


def prune(transaction: Transaction, before: float) -> None:
    """Forget who met what before a moment."""
    transaction.write("troubles_prune", [{"before": before}])


def forget(transaction: Transaction, chat_id: int) -> None:
    """Forget a person."""
    for query in ("troubles_forget", "notices_forget"):
        transaction.write(query, [{"chat_id": chat_id}])


async def notices(transaction: Transaction) -> list[Notice]:
    """Return the disturbances that are offered or on."""
    return [Notice(*row) for row in await transaction.fetch("notices_live")]


def offer(transaction: Transaction, trouble: str, now: float) -> None:
    """Note that the supervisor is told of a disturbance; nothing happens when it is known."""
    transaction.write("notices_offer", [{"trouble": trouble, "at": now}])


async def ended_at(transaction: Transaction, trouble: str) -> float | None:
    """Return when a disturbance of this trouble last ended (Unix seconds)."""
    row = await transaction.fetch_one("notices_last_end", trouble=trouble)
    return row[0] if row else None


def set_notice(
    transaction: Transaction, notice_id: int, state: str, at: float, ended_at: float | None = None
) -> None:
    """Announce or end a disturbance."""
    row = {"id": notice_id, "state": state, "at": at, "ended_at": ended_at}
    transaction.write("notices_set", [row])


def tell(transaction: Transaction, notice_id: int, chat_ids: Sequence[int]) -> None:
    """Note who is told."""
    rows = [{"notice_id": notice_id, "chat_id": chat} for chat in chat_ids]
    transaction.write("notices_tell", rows)


async def told(transaction: Transaction, notice_id: int) -> list[int]:
    """Return who was told."""
    rows = await transaction.fetch("notices_told", notice_id=notice_id)
    return [int(row[0]) for row in rows]


def draft(transaction: Transaction, now: float, question: str, answer: str) -> None:
    """Put a good answer on the editors' list; both texts masked."""
    transaction.write("drafts_add", [{"at": now, "question": question, "answer": answer}])


async def drafts(transaction: Transaction) -> list[Row]:
    """Return (id, when, question, answer) for the editors, the oldest first."""
    return await transaction.fetch("drafts_all")
