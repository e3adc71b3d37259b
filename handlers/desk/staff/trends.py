"""Gangguan: a trouble that many meet is announced by one tap, and ended by another.

Also who met trouble at the same step twice, and greeting such a person first.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime

from telegram import Message

from flows.content.offices import NATIONAL
from flows.conversation import Conversation
from flows.desk.case import AuditAct, CaseContext, Opening, Role
from flows.desk.context import context_of
from flows.desk.panels import trend_panel
from flows.desk.trend import Seen, Trend, trends
from flows.presses import Staff, StaffTap
from flows.screen import Button, Row
from flows.texts.html import Html
from handlers.desk.carry import inward
from handlers.desk.case import moving, opening
from handlers.desk.filed import Filed
from handlers.desk.job import Job
from handlers.outgoing import keyboard, worded
from store import cases, chats, troubles
from store.about import GroupMessage
from store.outbox import NOTICE
from store.troubles import Notice

WAITING = 24 * 3600.0
"""Seconds for which somebody who met a trouble is thought to wait for its end."""

LISTED = 10
"""At most so many people in one list."""


async def look(job: Job) -> None:
    """Show the supervisors what may be a disturbance, each once."""
    settings = job.desk.offices.settings
    span = settings.gangguan_menit * 60.0
    known = {one.trouble for one in await troubles.notices(job.db)}
    rows = await troubles.sightings(job.db, job.at - span)
    seen = [Seen(row[1], str(row[0]), datetime.fromtimestamp(row[2], UTC)) for row in rows]
    for trend in trends(seen, settings, job.now, known):
        ended = await troubles.ended_at(job.db, trend.trouble)
        if trend.trouble in job.library.troubles and (ended is None or job.at - ended > span):
            _offer(job, trend)


def _offer(job: Job, trend: Trend) -> None:
    troubles.offer(job.db, trend.trouble, job.at)
    card = trend_panel(trend, job.voice)
    _to_group(job, card.text, card.rows)


def _to_group(job: Job, text: Html, rows: tuple[Row, ...] = ()) -> None:
    payload = {
        "chat_id": job.desk.now_called(job.desk.group), **worded(text),
        "reply_markup": keyboard(rows),
    }  # fmt: skip
    job.send("sendMessage", payload, about=GroupMessage())


async def notice_or_greeting(
    job: Job, tap: StaffTap, role: Role, message: Message, name: str
) -> str | None:
    """A button that belongs to no case; returns a short note, or None."""
    if tap.verb is Staff.GREET:
        return await _greet(job, tap.argument, role, message.chat.id, name)
    if role is not Role.SUPERVISOR:
        return job.label("meja_hanya_supervisor")
    live = await troubles.notices(job.db)
    notice = next((one for one in live if one.trouble == tap.argument), None)
    trouble = job.library.troubles.get(tap.argument)
    wanted = "offered" if tap.verb is Staff.NOTICE_ON else "on"
    if notice is None or trouble is None or notice.state != wanted:
        return job.label("meja_tombol_lama")
    if tap.verb is Staff.NOTICE_ON:
        people = await _announce(job, notice, trouble.label)
        end = Button(
            job.label("tombol_gangguan_usai"), StaffTap(Staff.NOTICE_OFF, 0, notice.trouble)
        )
        text, rows = "meja_gangguan_mulai", keyboard(((end,),))
    else:
        people = await _end(job, notice, trouble.label)
        text, rows = "meja_gangguan_usai", keyboard(())
    payload = {
        "chat_id": message.chat.id, "message_id": message.message_id,
        **worded(job.say(text, kendala=trouble.label, jumlah=people)), "reply_markup": rows,
    }  # fmt: skip
    job.send("editMessageText", payload)
    return None


async def _announce(job: Job, notice: Notice, label: str) -> int:
    troubles.set_notice(job.db, notice.id, "on", job.at)
    await job.know()
    job.audit(AuditAct.NOTICE_ON, None, notice.trouble)
    people = await troubles.affected(job.db, notice.trouble, job.at - WAITING)
    people = sorted({*people, *await _queueing(job, notice.trouble)})
    troubles.tell(job.db, notice.id, people)
    _tell(job, people, job.say("gangguan_mulai", kendala=label))
    return len(people)


async def _queueing(job: Job, trouble: str) -> list[int]:
    return [case.chat_id for case in await job.open_cases() if case.context.trouble == trouble]


async def _end(job: Job, notice: Notice, label: str) -> int:
    troubles.set_notice(job.db, notice.id, "off", notice.at, job.at)
    await job.know()
    job.audit(AuditAct.NOTICE_OFF, None, notice.trouble)
    people = await troubles.told(job.db, notice.id)
    _tell(job, people, job.say("gangguan_usai", kendala=label))
    return len(people)


def _tell(job: Job, people: list[int], text: Html) -> None:
    for chat_id in people:
        job.send("sendMessage", {"chat_id": chat_id, **worded(text)}, priority=NOTICE)


async def stuck(job: Job, group_id: int, thread: int | None) -> None:
    """`/macet`: who met trouble at the same step twice, each with a button to greet them."""
    people = (await troubles.stuck(job.db, job.at - WAITING))[:LISTED]
    lines, rows = [], []
    for number, one in enumerate(people, start=1):
        guide = job.library.guides.get(one.guide)
        if guide is None:
            continue
        lines.append(f"{number}. {guide.title} · {one.step.replace('_', ' ')} ({one.times}×)")
        data = StaffTap(Staff.GREET, 0, str(one.chat_id))
        rows.append((Button(job.label("tombol_sapa", nomor=number), data),))
    text = job.say("meja_macet", isi="\n".join(lines)) if lines else job.say("meja_macet_kosong")
    payload = {
        "chat_id": group_id, **worded(text), "reply_markup": keyboard(tuple(rows)),
    }  # fmt: skip
    if thread is not None:
        payload["message_thread_id"] = thread
    job.send("sendMessage", payload, about=GroupMessage())


async def _greet(job: Job, argument: str, role: Role, group_id: int, name: str) -> str | None:
    """An officer goes to somebody who is stuck, without being asked."""
    if role is Role.EDITOR or not argument.isdigit():
        return job.label("meja_tidak_berhak")
    chat_id = int(argument)
    people = await troubles.stuck(job.db, job.at - WAITING)
    if chat_id not in {one.chat_id for one in people}:
        return job.label("meja_tombol_lama")
    case = await begin(job, chat_id, Opening.TROUBLE, name)
    return job.label("meja_diambil", nama_petugas=name, kasus=case.code) if case else None


async def begin(job: Job, chat_id: int, how: Opening, name: str) -> Filed | None:
    """Open a case for somebody and take it at once; None when there is no such chat."""
    record = await chats.one(job.db, chat_id)
    if record is None or record.blocked or record.case_id is not None:
        return None
    talk = Conversation.load(json.loads(record.conversation))
    found: CaseContext = context_of(opening.scene_of(job.desk, talk), how)
    case = await opening.file_case(job, chat_id, talk.office or NATIONAL, found)
    cases.hold(job.db, chat_id, case.id)
    taken = await moving.take(job, case, name)
    return await inward.flush(job, taken or case)
