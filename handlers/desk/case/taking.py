"""Taking: an officer takes a case, or gives it back to the queue."""

from __future__ import annotations

from flows.conversation import Conversation
from flows.desk.case import AuditAct, Opening, State
from flows.desk.moves import returned, taken
from flows.desk.screens import waiting_rows
from flows.screen import Row
from handlers.desk.filed import Filed
from handlers.desk.job import Job
from store.ledger import What


async def take(job: Job, case: Filed, name: str) -> Filed | None:
    """Take a waiting case; None when it is no longer waiting. Of two, the store lets one win."""
    if case.state is not State.WAITING:
        return None
    name = job.shown_name(name)
    case = await job.save(case.filed(taken(case, job.actor, name, job.now)))
    job.audit(AuditAct.TAKEN, case.id)
    by_code = case.context.opening is Opening.CODE
    text = "kasus_diambil_lewat_kode" if by_code else "kasus_diambil"
    values = {"nama_petugas": name} | ({} if by_code else {"kata": case.trust_words})
    said = job.for_person.say(text, **values)
    job.tell(case, said, rows=ways_out(job, case), what=What.TAKEN)
    return case


def ways_out(job: Job, case: Filed) -> tuple[Row, ...]:
    """The participant may close the case at any time."""
    return waiting_rows(job.scene(Conversation()), case)


async def release(job: Job, case: Filed, act: AuditAct = AuditAct.RELEASED) -> Filed:
    """Back in the queue, at its old place."""
    name = case.officer_name
    case = await job.save(case.filed(returned(case, job.now)))
    job.audit(act, case.id)
    job.to_topic(case, job.for_staff.say("meja_dilepas", nama_petugas=name, kasus=case.code))
    said = job.for_person.say("kasus_kembali", tempat=await job.place(case))
    job.tell(case, said, what=What.RETURNED)
    return case


async def all_of(job: Job, group_id: int) -> int:
    """`/saya pulang`: every case this officer holds goes back to the queue."""
    own = [
        case
        for case in await job.open_cases()
        if case.officer_id == job.actor and case.group_id == group_id
    ]
    for case in own:
        await release(job, case)
    return len(own)
