"""Questions: what no topic answered, without a trace of who asked."""

import json
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from store.database import Transaction


class Unanswered(NamedTuple):
    """A masked text no topic answered on `day` (Jakarta); `nearest` are topic ids, likeliest first.

    times: how often it was asked on that day.
    """

    text: str
    day: date
    nearest: tuple[str, ...] = ()
    times: int = 1


def add(transaction: Transaction, questions: Sequence[Unanswered]) -> None:
    """Note each question once more; the same wording of one day is counted."""
    rows = [
        {"text": one.text, "day": one.day.isoformat(), "nearest": json.dumps(one.nearest)}
        for one in questions
    ]
    transaction.write("questions_add", rows)


async def since(transaction: Transaction, day: date) -> list[Unanswered]:
    """Return what was asked on `day` and later, oldest first."""
    rows = await transaction.fetch("questions_since", day=day.isoformat())
    return [
        Unanswered(text, date.fromisoformat(asked), tuple(json.loads(nearest)), times)
        for text, asked, nearest, times in rows
    ]


async def prune(transaction: Transaction, before: date) -> int:
    """Delete what was asked before that day; returns how many rows."""
    return await transaction.run("questions_prune", before=before.isoformat())
