"""What became of the desk's calls, told in the transaction that records it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from handlers.desk.carry import inward, outward
from handlers.desk.desk import Desk
from handlers.desk.job import Job
from handlers.desk.landed import Landed
from handlers.desk.staff import members
from handlers.desk.topic import making
from store import staff

Hear = Callable[[Job, Landed], Awaitable[None]]


async def heard(desk: Desk, outcome: Any, aftermath: Any) -> None:
    """One settled call of the desk."""
    landed = Landed.of(outcome)
    hear = HEARERS.get(landed.about.get("desk", ""))
    if hear is None:
        return
    job = Job(desk, aftermath.transaction, aftermath.send)
    await hear(job, landed)
    if landed.chat_id is not None and landed.chat_id < 0:
        for number in landed.message_ids:
            staff.seen_message(job.db, landed.chat_id, number)


async def _noted(job: Job, landed: Landed) -> None:
    """A word to the topic or the participant."""
    case = await job.case(landed.about["case"])
    if case is None:
        return
    if landed.topic_gone:
        await making.gone(job, case.id, landed.chat_id)
    elif landed.kind == "blocked" and landed.chat_id == case.chat_id and case.open:
        await outward.blocked(job, case)


async def _carded(job: Job, landed: Landed) -> None:
    if landed.topic_gone:
        await making.gone(job, landed.about["case"], landed.chat_id)
        return
    await making.carded(job, landed)
    case = await job.case(landed.about["case"])
    if case is not None:
        await inward.flush(job, case)


async def _drawn(job: Job, landed: Landed) -> None:
    await making.drawn(job, landed)
    if landed.topic_gone:
        await making.gone(job, landed.about["case"], landed.chat_id)


async def _seen(job: Job, landed: Landed) -> None:
    """Only its number is of interest."""


HEARERS: dict[str, Hear] = {
    "topic": making.made,
    "marker": making.marked,
    "probe": making.probed,
    "card": _carded,
    "drawn": _drawn,
    "note": _noted,
    "in": inward.landed,
    "out": outward.landed,
    "member": members.answered,
    "seen": _seen,
}
