"""Alarms: what is wrong with the bot itself and what was told of it; what waits because of it."""

from collections.abc import Iterable
from typing import NamedTuple

from store.database import Transaction


class AlarmRow(NamedTuple):
    """One thing that is wrong, in a group or (0) in none; times in Unix seconds."""

    wrong: str
    group_id: int
    since: float
    said_at: float | None
    gone_at: float | None


class Words(NamedTuple):
    """How many messages of participants wait for a group, and since when (Unix seconds)."""

    many: int
    since: float


async def known(transaction: Transaction) -> list[AlarmRow]:
    """Return all that is remembered, the oldest first."""
    return [AlarmRow(*row) for row in await transaction.fetch("alarms_all")]


def keep(transaction: Transaction, rows: Iterable[AlarmRow]) -> None:
    """Remember exactly these."""
    transaction.write("alarms_clear", [{}])
    transaction.write("alarms_add", [row._asdict() for row in rows])


async def waiting_words(transaction: Transaction) -> dict[int, Words]:
    """Return what participants wrote and no officer can read yet, for each group."""
    rows = await transaction.fetch("alarms_waiting_words")
    return {row[0]: Words(row[1], row[2]) for row in rows}


async def refused_topics(transaction: Transaction) -> dict[int, int]:
    """Return how many open cases of each group were refused a topic."""
    return {row[0]: row[1] for row in await transaction.fetch("alarms_refused_topics")}


async def stranded(transaction: Transaction, before: float, act: str) -> list[int]:
    """Return open cases of before then (Unix seconds) that were refused a topic, and of which the
    audit does not know this act."""
    rows = await transaction.fetch("alarms_stranded", before=before, act=act)
    return [int(row[0]) for row in rows]


async def parked(transaction: Transaction, since: float) -> int:
    """Return how many updates were put aside since then (Unix seconds)."""
    [row] = await transaction.fetch("alarms_parked", since=since)
    return int(row[0])
