"""Follow-up: what a case needs after an act, seen to once, at the end of its unit of work."""

from __future__ import annotations

from handlers.desk.carry import changes, inward
from handlers.desk.filed import ForumTopic
from handlers.desk.job import Job
from handlers.desk.topic import card, making
from store import revisions


async def done(job: Job) -> None:
    """A topic for every case that has none, a delivery for what waits and what was changed; each
    case once."""
    followed, job.followed = job.followed, []
    for case_id in followed:
        case = await job.case(case_id)
        if case is None:
            continue
        if case.topic is ForumTopic.NONE:
            await making.ensure(job, case)
        else:
            if case.card_message_id is None and case.card_due:
                case = await card.draw(job, case)
            for row in await revisions.to_change_of(job.db, case.id, job.at):
                await changes.bring(job, case, row)
            await inward.flush(job, case)
