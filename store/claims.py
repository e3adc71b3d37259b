"""Claims: how they went, as people told it; a count, without a trace of who told."""

from collections.abc import Sequence
from typing import NamedTuple

from store.database import Transaction


class ClaimCount(NamedTuple):
    """So many claims went so. `week` is Jakarta's ("2026-W49"), the finest that is kept of when;
    `statement` is empty where the outcome stood on none, `office` where no branch is known."""

    week: str
    statement: str
    office: str
    came: str
    detail: str
    times: int = 1


def add(transaction: Transaction, told: Sequence[ClaimCount]) -> None:
    """Count each once."""
    rows = [
        {"week": one.week, "statement": one.statement, "office": one.office, "came": one.came,
         "detail": one.detail}
        for one in told
    ]  # fmt: skip
    transaction.write("claims_add", rows)


async def between(transaction: Transaction, first: str, last: str) -> list[ClaimCount]:
    """Return what was told from one week to another, both included."""
    rows = await transaction.fetch("claims_between", first=first, last=last)
    return [ClaimCount(*row) for row in rows]


async def prune(transaction: Transaction, before: str) -> int:
    """Delete what was told before that week; returns how many rows."""
    return await transaction.run("claims_prune", before=before)
