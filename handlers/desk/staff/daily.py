"""Daily: at a set hour each group reads who is still without an answer, with links."""

from __future__ import annotations

from flows.desk.unanswered import day_due, lines_of, unanswered
from handlers.desk import ringing
from handlers.desk.filed import link
from handlers.desk.job import Job
from handlers.desk.staff import roles
from handlers.outgoing import unlinked
from store import bells
from store.about import GroupMessage


async def list_unanswered(job: Job) -> None:
    """The list of every group whose hour it is; nothing where everybody has an answer."""
    cases = await job.open_cases()
    for group_id in sorted(job.desk.groups()):
        office = job.desk.desk_of(group_id)
        day = day_due(office, job.desk.offices.settings, job.now)
        if day is None or await bells.day_listed(job.db, group_id) == day.isoformat():
            continue
        bells.listed(job.db, group_id, day.isoformat())
        found = unanswered([case for case in cases if case.group_id == group_id])
        if found:
            rows = [(case, link(case)) for case in found]
            people = await roles.supervisors(job, group_id)
            text = job.for_staff.say(
                "meja_belum_dibalas",
                jumlah=len(found),
                isi=lines_of(rows, office, job.now),
                dipanggil=ringing.named(job, people),
            )
            payload = {"chat_id": group_id, **unlinked(text)}
            job.send("sendMessage", payload, about=GroupMessage())
