"""Topics of the lost time: of cases closed before it, and of cases nobody knows any more."""

from __future__ import annotations

from telegram import Message

from flows.desk import moves
from flows.desk.case import AuditAct, Opening
from flows.desk.code import find_code
from handlers.desk.carry import outward
from handlers.desk.case import opening, taking
from handlers.desk.filed import Filed, link
from handlers.desk.job import Job
from handlers.desk.recovery.setback import in_force, lost
from handlers.desk.staff import roles, stuck, unheard
from handlers.desk.topic import making
from store import cases, chats
from store.setbacks import Setback


async def reopened(job: Job, case: Filed, message: Message) -> Filed:
    """A case that is only held to be closed: whoever goes on answering in its topic holds it.

    It was closed before the setback and may have been opened again since; outside of such a time
    the officer is told that it is closed.
    """
    setback = in_force(job.desk)
    if setback is None or not _may_be_open(job, case, setback):
        return case
    record = await chats.one(job.db, case.chat_id)
    if record is None or record.case_id is not None:
        return case
    case = await job.save(case.filed(moves.reopened(case, job.now)))
    cases.hold(job.db, case.chat_id, case.id)
    job.audit(AuditAct.REOPENED, case.id)
    return await taking.take(job, case, _first_name(message)) or case


def _may_be_open(job: Job, case: Filed, setback: Setback) -> bool:
    """Whether somebody may have opened it again in the time that is lost."""
    if case.closed_at is None or case.closed_at > lost(setback).since:
        return False
    return moves.may_reopen(case, job.desk.offices.settings, job.now)


async def unknown_topic(job: Job, message: Message) -> bool:
    """Words in the topic of a case that is not known any more; False when that is not the reason.

    Where its code is still promised to somebody, the topic is taken over, and the words go out.
    """
    setback, code = in_force(job.desk), find_code(_name(message))
    if setback is None or code is None:
        return False
    row = await cases.by_code(job.db, code)
    case = Filed.of(row) if row else None
    if case is not None and (place := link(case)):
        await unheard.because(job, message, "meja_topik_lama", kasus=code, tautan=place)
    elif not await _adopted(job, message, code):
        span = lost(setback).spoken()
        if await unheard.because(job, message, "meja_topik_hilang", kasus=code, masa=span):
            _named_unknown(job, message, code)
    return True


async def _adopted(job: Job, message: Message, code: str) -> bool:
    """The case of a code that was promised before the setback, held by whoever wrote."""
    chat_id = await cases.chat_of_code(job.db, code, job.at - opening.CODE)
    role = await roles.role_of(job, job.actor, message.chat_id)
    if chat_id is None or role not in roles.MAY_TALK or message.message_thread_id is None:
        return False
    name = _first_name(message)
    case = await stuck.begin(job, chat_id, Opening.CODE, name, message.chat_id)
    if case is None:
        return False
    case = await making.there(job, case, message.message_thread_id, making.UNKNOWN)
    await outward.wrote(job, case, message)
    return True


def _named_unknown(job: Job, message: Message, code: str) -> None:
    """The list of topics no longer says that somebody holds it."""
    name = job.for_staff.label("meja_topik_hilang_nama", kasus=code)
    where = {"chat_id": message.chat_id, "message_thread_id": message.message_thread_id}
    job.send("editForumTopic", {**where, "name": name})


def _first_name(message: Message) -> str:
    return message.from_user.first_name if message.from_user else ""


def _name(message: Message) -> str:
    """The name of the topic a message is in: Telegram lets its first message come along."""
    start = message.reply_to_message
    made = start.forum_topic_created if start is not None else None
    return made.name if made is not None else ""
