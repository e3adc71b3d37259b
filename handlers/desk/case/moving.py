"""Moving: a case is handed to another desk or officer."""

from __future__ import annotations

from flows.content.offices import NATIONAL
from flows.desk.case import AuditAct
from flows.desk.moves import moved, taken
from handlers.desk import ringing
from handlers.desk.case.taking import ways_out
from handlers.desk.filed import Filed, ForumTopic
from handlers.desk.job import Job
from handlers.desk.topic import farewell
from store import carried, leaving, ledger
from store.ledger import What


async def to_office(job: Job, case: Filed, office_id: str) -> Filed | None:
    """Another desk answers from now on; None when there is no such desk."""
    office = job.desk.offices.get(office_id)
    if office is None or (office.grup is None and office.id != NATIONAL):
        return None
    job.to_topic(case, job.for_staff.say("meja_dialihkan", kasus=case.code, kantor=office.nama))
    after = case.filed(moved(case, office.id, job.now))
    job.audit(AuditAct.MOVED, case.id, office.id)
    after = await settle(job, after)
    job.tell(after, job.for_person.say("kasus_pindah", kantor=office.nama), what=What.MOVED)
    return after


async def settle(job: Job, case: Filed) -> Filed:
    """Save a case that another desk answers now: in its group, with a topic there."""
    desk = job.desk.offices.answering(case)
    if case.group_id in job.desk.rooms_of(desk):
        return await job.save(case)
    group = await job.room(desk)
    _leave_behind(job, case)
    case = case.with_(
        group_id=group,
        topic=ForumTopic.NONE,
        topic_id=None,
        topic_name="",
        card_message_id=None,
        topic_after=None,
    )
    case = await job.save(case)
    job.follow_up(case)
    return case


def _leave_behind(job: Job, case: Filed) -> None:
    """The old topic will say where the case is; what was on its way goes to the new one."""
    carried.topic_lost(job.db, case.id)
    ledger.unseen(job.db, case.id, job.at)
    if case.topic_id is not None:
        leaving.left(job.db, case.group_id, case.topic_id, case.id, job.at)
    farewell.leave(job, case)


async def to_officer(job: Job, case: Filed, user_id: int, name: str) -> Filed:
    """Another officer of this group holds it."""
    name = job.shown_name(name)
    case = await job.save(case.filed(taken(case, user_id, name, job.now)))
    job.audit(AuditAct.MOVED, case.id, str(user_id))
    called = ringing.named(job, {user_id: name})
    said = job.for_staff.say("meja_dialihkan_orang", kasus=case.code, dipanggil=called)
    job.to_topic(case, said, what=What.CALL)
    await ringing.ring(job, [user_id], "meja_lonceng_diserahkan", case)
    text = job.for_person.say("kasus_diambil", nama_petugas=name, kata=case.trust_words)
    job.tell(case, text, rows=ways_out(job, case), what=What.TAKEN)
    return case
