"""Verdicts: what officers have said of statements, read from the store for the content in force."""

from __future__ import annotations

from datetime import UTC, datetime

from flows.truth.verdict import Says, Verdict
from handlers.desk.job import Job
from store import statements
from store.database import Transaction


async def verdicts(db: Transaction) -> tuple[Verdict, ...]:
    """What offices have said, in order."""
    return tuple(
        Verdict(
            one.statement, one.digest, one.office, Says(one.says), one.answered_on,
            datetime.fromtimestamp(one.answered_at, UTC), one.sentence,
        )
        for one in await statements.said(db)
    )  # fmt: skip


async def know(job: Job) -> None:
    """Copy again what offices have said, as this unit leaves it; in force once that is kept."""
    found, brain = await verdicts(job.db), job.desk.brain

    def replace() -> None:
        brain.verdicts = found

    job.db.after_commit(replace)
