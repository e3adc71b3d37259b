"""Stranded: cases that no topic can be made for; who waits is told, when it lasts."""

from __future__ import annotations

from typing import Final

from flows.desk.case import AuditAct
from handlers.desk.job import Job
from store import alarms

LASTS: Final = 600.0
"""Seconds without a topic after which the participant is told; most rights return sooner."""


async def told(job: Job) -> None:
    """Once a case: that it is kept, and that the officers' group has a trouble of its own."""
    act = AuditAct.STRANDED
    for case_id in await alarms.stranded(job.db, job.at - LASTS, act.value):
        case = await job.case(case_id)
        if case is not None:
            job.tell(case, job.for_person.say("kasus_tertahan", kasus=case.code))
            job.audit(act, case.id)
