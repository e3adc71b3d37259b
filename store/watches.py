"""Watches: who asked to be told when an answer changes, and what was last told of it."""

import json
from collections.abc import Sequence
from typing import Final, NamedTuple

from store.database import Row, Transaction

LANE: Final = "kabar:"
"""How the lane of a notice begins; the chat follows. It holds nobody's answers up."""


class Watch(NamedTuple):
    """An answer somebody watches: its kind, its ids, and a digest of what was last told of it."""

    kind: str
    answer: tuple[str, ...]
    said: str


def _watch(row: Row) -> Watch:
    return Watch(row[0], tuple(json.loads(row[1])), row[2])


def _key(watch: Watch) -> dict[str, str]:
    return {**watch._asdict(), "answer": json.dumps(watch.answer)}


def keep(transaction: Transaction, chat_id: int, watch: Watch, now: float) -> None:
    """Somebody asks to be told, at `now` (Unix seconds), when the digest is another one."""
    transaction.write("watches_keep", [{"chat_id": chat_id, "asked_at": now, **_key(watch)}])


async def known(transaction: Transaction) -> list[Watch]:
    """Return what is watched, each answer once for every digest."""
    return [_watch(row) for row in await transaction.fetch("watches_known")]


async def next_of(transaction: Transaction, watch: Watch, since: float, held: str) -> int | None:
    """Return the chat that has waited longest for news of this answer; None when nobody may be
    told now.

    since: who was told at that moment or later has to wait. held: the state of a case in which
    nobody but an officer speaks.
    """
    wanted = {**_key(watch), "since": since, "held": held, "lane": LANE}
    row = await transaction.fetch_one("watches_next", **wanted)
    return int(row[0]) if row else None


async def of(transaction: Transaction, chat_id: int) -> list[Watch]:
    """Return what a chat watches, the oldest first."""
    return [_watch(row) for row in await transaction.fetch("watches_of", chat_id=chat_id)]


def told(transaction: Transaction, chat_id: int, now: float) -> None:
    """A notice to this chat was decided."""
    transaction.write("watches_told", [{"chat_id": chat_id, "told_at": now}])


def learnt(transaction: Transaction, chat_id: int, watches: Sequence[Watch]) -> None:
    """The chat has read of these digests."""
    transaction.write("watches_learnt", [{"chat_id": chat_id, **_key(one)} for one in watches])


def forget(transaction: Transaction, chat_id: int) -> None:
    """Nothing is told to this chat any more."""
    transaction.write("watches_forget", [{"chat_id": chat_id}])


async def prune(transaction: Transaction, before: float) -> int:
    """Delete what chats asked for before that moment that are gone; returns how many."""
    return await transaction.run("watches_prune", before=before)
