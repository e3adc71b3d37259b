"""Moving: a case is taken, released, handed to another desk or officer."""

from __future__ import annotations

from flows.content.offices import NATIONAL
from flows.conversation import Conversation
from flows.desk.case import AuditAct, Case, Opening, State
from flows.desk.moves import moved, returned, taken
from flows.desk.screens import waiting_rows
from flows.screen import Row
from handlers.desk import ringing
from handlers.desk.filed import Filed, ForumTopic
from handlers.desk.job import Job
from handlers.desk.topic import farewell
from store import carried, leaving, ledger
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
    job.tell(case, said, rows=_ways_out(job, case), what=What.TAKEN)
    return case


def _ways_out(job: Job, case: Filed) -> tuple[Row, ...]:
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
        inward_after=None,
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
    job.tell(case, text, rows=_ways_out(job, case), what=What.TAKEN)
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


def holds(case: Case, user_id: int) -> bool:
    """Whether this officer holds the case."""
    return case.state is State.HELD and case.officer_id == user_id
