"""Farewells: topics that cases have left, and what is still to be done there."""

from typing import NamedTuple

from store.database import Transaction

STEPS = ("card", "name", "close", "done")
"""In this order; the last one is no step any more."""


class LeftTopic(NamedTuple):
    """One topic; `step` is the next thing to be done there."""

    group_id: int
    topic_id: int
    case_id: int
    card_message_id: int | None
    step: str
    tries: int


def add(
    transaction: Transaction,
    group_id: int,
    topic_id: int,
    case_id: int,
    card_message_id: int | None,
    now: float,
) -> None:
    """A case leaves its topic."""
    row = {
        "group_id": group_id, "topic_id": topic_id, "case_id": case_id,
        "card_message_id": card_message_id, "left_at": now,
    }  # fmt: skip
    transaction.write("farewells_add", [row])


async def due(transaction: Transaction, now: float) -> list[LeftTopic]:
    """Return where something is still to be done, the oldest first."""
    rows = await transaction.fetch("farewells_due", now=now)
    return [LeftTopic(*row) for row in rows]


async def one(transaction: Transaction, group_id: int, topic_id: int) -> LeftTopic | None:
    """Return a left topic; None when no case was ever there, or is there still."""
    row = await transaction.fetch_one("farewells_one", group_id=group_id, topic_id=topic_id)
    return LeftTopic(*row) if row else None


def do(transaction: Transaction, topic: LeftTopic, step: str, tries: int, next_at: float) -> None:
    """This is to be done next, not before a moment (Unix seconds)."""
    row = {
        "group_id": topic.group_id, "topic_id": topic.topic_id,
        "step": step, "tries": tries, "next_at": next_at,
    }  # fmt: skip
    transaction.write("farewells_step", [row])
