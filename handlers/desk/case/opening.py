"""Opening: a case gets a number, its trust words and a place in the queue."""

from __future__ import annotations

from telegram import ReplyKeyboardRemove

from flows.content.offices import NATIONAL, Office
from flows.conversation import Calling
from flows.desk.case import EARLIER, AuditAct, CaseContext, CloseReason, Earlier, Stage, State
from flows.desk.code import new_code, new_trust_words
from flows.desk.context import context_of_call
from flows.desk.screens import waiting_rows
from flows.desk.texts import opened_text
from flows.desk.wait import place_in_queue
from handlers.desk.filed import Filed, stored
from handlers.desk.job import Job, Visit
from handlers.outgoing import worded
from store import carried, cases
from store.carried import IN, Writing
from store.ledger import What

DAY = 24 * 3600.0

CODE = DAY
"""Seconds for which "Kode saya" is valid before there is a case."""


async def open_case(visit: Visit, office_id: str) -> None:
    """Open the case: from here on what is written goes to the officers as well."""
    talk = visit.talk
    calling = talk.calling or Calling()
    found = context_of_call(visit.scene(talk))
    case = await file_case(visit, visit.chat_id, office_id, found)
    visit.turn.chat.case_id = case.id
    office = visit.desk.offices.get(office_id)
    kept = office_id if office is not None and office.id != NATIONAL else talk.office
    visit.keep(talk.with_(aside=None, calling=None, reassured=None, unclear=0, office=kept))
    await _welcome(visit, case, office)
    for number in calling.attached:
        await _attach(visit, case, number)
    visit.follow_up(case)


async def _welcome(visit: Visit, case: Filed, office: Office | None) -> None:
    """The number, the trust words, the place and the wait; the keyboard of the question goes."""
    if office is not None:
        chosen = worded(visit.for_person.say("cabang_dipilih", kantor=office.nama))
        gone = {"reply_markup": ReplyKeyboardRemove().to_dict()}
        visit.send("sendMessage", {"chat_id": case.chat_id, **chosen, **gone})
    place, wait = await visit.wait(case)
    text = opened_text(case, visit.for_person, visit.now, place, wait)
    rows = waiting_rows(visit.scene(visit.talk), case)
    visit.tell(case, text, rows=rows, what=What.OPENED)


async def _attach(job: Job, case: Filed, message_id: int) -> None:
    """Something that came before the case was open; it is copied as it is, without a caption."""
    writing = Writing(case.id, IN, case.chat_id, "lain", job.at, participant_message_id=message_id)
    await carried.add(job.db, writing)


async def file_case(
    job: Job, chat_id: int, office_id: str, found: CaseContext, group_id: int | None = None
) -> Filed:
    """Store a new waiting case. group_id: where it is answered, wherever the office's desk is."""
    offices = job.desk.offices
    usual = desk = offices.desk(office_id)
    if group_id is not None and group_id not in job.desk.rooms_of(usual):
        desk = job.desk.desk_of(group_id)
    room = group_id if group_id in job.desk.rooms_of(desk) else await job.room(desk)
    waiting = [c for c in await job.open_cases() if offices.answering(c).id == desk.id]
    code, trust_words = await promised(job, chat_id) or (await fresh_code(job), fresh_words(job))
    values = {
        "code": code, "trust_words": trust_words,
        "chat_id": chat_id, "office": office_id if offices.get(office_id) else NATIONAL,
        "desk": None if desk.id == usual.id else desk.id, "group_id": room,
        "state": State.WAITING,
        "place": place_in_queue(job.now, waiting), "stage": Stage.DESK, "stage_at": job.now,
        "opened_at": job.now, "waiting_since": job.now,
        "unanswered_since": job.now if found.about else None, "last_at": job.now,
        "context": found.model_copy(update={"earlier": await _earlier(job, chat_id)}),
    }  # fmt: skip
    number = await cases.add(job.db, {name: stored(value) for name, value in values.items()})
    cases.drop_code(job.db, chat_id)
    job.audit(AuditAct.OPENED, number, found.opening.value)
    case = await job.case(number)
    assert case is not None
    return case


async def _earlier(job: Job, chat_id: int) -> Earlier | None:
    """The cases this person had before; None where there were none."""
    known = await cases.before(job.db, chat_id, job.at - EARLIER * DAY)
    if not known:
        return None
    reason, officer, rating = known[-1]
    return Earlier(
        cases=len(known),
        reason=CloseReason(reason) if reason else None,
        officer=officer or "",
        rating=rating,
    )


async def promised(job: Job, chat_id: int) -> tuple[str, str] | None:
    """The code and trust words that "Kode saya" gave this chat, while they are valid."""
    return await cases.code_of(job.db, chat_id, job.at - CODE)


def fresh_words(job: Job) -> str:
    """Two trust words."""
    trust = job.library.trust_words
    return new_trust_words(job.desk.chance, trust) if trust else ""


async def fresh_code(job: Job) -> str:
    """A code no case has or is promised."""
    while await cases.is_code_taken(job.db, code := new_code(job.desk.chance)):
        pass
    return code
