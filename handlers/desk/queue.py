"""The queue: the place of a case in it, and how long people of this desk really waited."""

from __future__ import annotations

from datetime import timedelta

from flows.desk.wait import Wait, estimate, waits
from handlers.desk.filed import Filed
from handlers.desk.job import Job
from store import cases


async def estimated(job: Job, case: Filed) -> tuple[int, Wait | None]:
    """The place from 1, and the wait as far as the last hours tell."""
    offices = job.desk.offices
    desk = offices.answering(case)
    since = job.now - timedelta(hours=offices.settings.riwayat_jam)
    rows = [Filed.of(row) for row in await cases.since(job.db, since.timestamp())]
    known = [row for row in rows if offices.answering(row).id == desk.id and row.id != case.id]
    place = await job.place(case)
    return place, estimate(waits(known, desk, offices.settings, job.now), place)
