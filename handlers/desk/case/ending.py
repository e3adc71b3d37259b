"""Ending: a case is closed by either side, rated, and opened again within some days."""

from __future__ import annotations

import json

from flows.conversation import Conversation
from flows.desk.case import AuditAct, Case, Closer, CloseReason
from flows.desk.moves import closed, may_reopen, reopened
from flows.desk.screens import closed_screen, comment_screen, waiting_rows
from flows.desk.texts import queue_text
from flows.screen import Screen
from flows.texts.html import paragraphs
from flows.views import current_screen
from handlers.desk.filed import Filed
from handlers.desk.job import Job, Visit, talk_of
from store import cases, chats
from store.ledger import What
from store.turn import Turn

COMMENT = 500
"""Longest comment that is kept (characters)."""


async def close(
    job: Job, case: Filed, by: Closer, reason: CloseReason, turn: Turn | None = None
) -> Filed:
    """The bot may speak again; the participant is told, and goes on where they were.

    turn: the participant's own, when the update in hand is theirs.
    """
    case = await job.save(case.filed(closed(case, by, reason, job.now)))
    job.audit(AuditAct.CLOSED, case.id, reason.value)
    if turn is not None:
        _ends_here(job, case, by, turn)
    else:
        await _ends_elsewhere(job, case, by, reason)
    return case


def _ends_here(job: Job, case: Filed, by: Closer, turn: Turn) -> None:
    """In the participant's own update, whose answer shows where they are."""
    turn.chat.case_id = None
    talk = talk_of(turn)
    turn.conversation = talk.with_(aside=None, calling=None, after_case=None).dump()
    if by is Closer.PARTICIPANT:
        job.to_topic(case, job.for_staff.say("meja_ditutup_peserta"))


async def _ends_elsewhere(job: Job, case: Filed, by: Closer, reason: CloseReason) -> None:
    """By an officer or the clock; who has blocked the bot cannot be told."""
    talk = await _speaks_again(job, case)
    if reason is CloseReason.BLOCKED:
        return
    scene = job.scene(talk)
    if by is Closer.OFFICER:
        job.tell_screen(case, closed_screen(scene, case), What.CLOSED)
        return
    days = job.library.offices.settings.sepi_hari
    job.tell(case, job.for_person.say("kasus_ditutup_sepi", hari=days), what=What.CLOSED)
    job.to_person(case.chat_id, current_screen(scene))


async def _speaks_again(job: Job, case: Case) -> Conversation:
    """Lift the silence in somebody else's chat; their next words are meant for the officer."""
    record = await chats.one(job.db, case.chat_id)
    if record is None:
        return Conversation()
    talk = Conversation.load(json.loads(record.conversation))
    talk = talk.with_(aside=None, calling=None, after_case=case.id)
    text = json.dumps(talk.dump(), ensure_ascii=False, separators=(",", ":"))
    chats.save(job.db, [record._replace(conversation=text, case_id=None)], job.at)
    return talk


async def reopenable(job: Job, chat_id: int) -> Filed | None:
    """The newest case of a chat, if a new message opens it again."""
    row = await cases.latest(job.db, chat_id)
    case = Filed.of(row) if row else None
    settings = job.library.offices.settings
    if case is None or case.open or not may_reopen(case, settings, job.now):
        return None
    return case


async def reopen(visit: Visit, case: Filed) -> Filed:
    """The same case, the same topic, in front of those who came later."""
    case = await visit.save(case.filed(reopened(case, visit.now)))
    visit.turn.chat.case_id = case.id
    visit.ends()
    visit.audit(AuditAct.REOPENED, case.id)
    visit.to_topic(case, visit.for_staff.say("meja_dibuka_lagi", kasus=case.code))
    place, wait = await visit.wait(case)
    text = paragraphs(
        visit.for_person.say("kasus_dibuka_lagi", kasus=case.code),
        queue_text(case, visit.for_person, visit.now, place, wait),
    )
    rows = waiting_rows(visit.scene(visit.talk), case)
    visit.tell(case, text, rows=rows, what=What.REOPENED)
    visit.follow_up(case)
    return case


async def rate(visit: Visit, case: Filed, points: int) -> Screen:
    """The participant's rating; returns the question for a comment."""
    await visit.save(case.with_(rating=points))
    visit.audit(AuditAct.RATED, case.id)
    visit.to_topic(case, visit.for_staff.say("meja_nilai", nilai=points))
    return comment_screen(visit.scene(visit.talk), case)


async def comment(job: Job, case: Filed, text: str) -> None:
    """The participant's comment, masked."""
    await job.save(case.with_(comment=text[:COMMENT]))
    job.to_topic(case, job.for_staff.say("meja_komentar", isi=text[:COMMENT]))
