"""Lists: `/antrean` and `/saya`, with the way into each topic."""

from __future__ import annotations

from flows.desk.lists import Listed, own_list, queue_list
from flows.texts.html import Html
from handlers.desk.filed import link
from handlers.desk.job import Job


async def queue(job: Job, group_id: int) -> Html:
    """Every open case of a group, who waits longest first."""
    return queue_list(await _open(job, group_id), job.for_staff, job.actor)


async def own(job: Job, group_id: int) -> Html:
    """The cases of whoever asks, the unanswered first."""
    return own_list(await _open(job, group_id), job.for_staff, job.actor)


async def _open(job: Job, group_id: int) -> list[Listed]:
    cases = [case for case in await job.open_cases() if case.group_id == group_id]
    return [Listed(case, link(case)) for case in cases]
