"""Gangguan: a trouble that many meet is announced by one tap, and ended by another."""

from __future__ import annotations

from datetime import UTC, datetime

from telegram import Message

from flows.desk.card import staff_button
from flows.desk.case import AuditAct, Role
from flows.desk.panels import trend_panel
from flows.desk.trend import Seen, Trend, trends
from flows.presses import Staff, StaffTap
from flows.screen import Row
from flows.texts.html import Html
from handlers.desk.job import Job
from handlers.outgoing import keyboard, worded
from store import troubles
from store.about import GroupMessage
from store.outbox import NOTICE
from store.troubles import Notice

WAITING = 24 * 3600.0
"""Seconds for which somebody who met a trouble is thought to wait for its end."""


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
    card = trend_panel(trend, job.for_staff)
    _to_group(job, card.text, card.rows)


def _to_group(job: Job, text: Html, rows: tuple[Row, ...] = ()) -> None:
    payload = {
        "chat_id": job.desk.now_called(job.desk.group), **worded(text),
        "reply_markup": keyboard(rows),
    }  # fmt: skip
    job.send("sendMessage", payload, about=GroupMessage())


async def notice_pressed(job: Job, tap: StaffTap, role: Role, message: Message) -> str | None:
    """A button that belongs to no case; returns a short note, or None."""
    if role is not Role.SUPERVISOR:
        return job.for_staff.label("meja_hanya_supervisor")
    live = await troubles.notices(job.db)
    notice = next((one for one in live if one.trouble == tap.argument), None)
    trouble = job.library.troubles.get(tap.argument)
    voice, wanted = job.for_staff, "offered" if tap.verb is Staff.NOTICE_ON else "on"
    if notice is None or trouble is None or notice.state != wanted:
        return job.for_staff.label("meja_tombol_lama")
    if tap.verb is Staff.NOTICE_ON:
        people = await _announce(job, notice, trouble.label)
        end = staff_button(voice, "tombol_gangguan_usai", Staff.NOTICE_OFF, 0, notice.trouble)
        text, rows = "meja_gangguan_mulai", keyboard(((end,),))
    else:
        people = await _end(job, notice, trouble.label)
        text, rows = "meja_gangguan_usai", keyboard(())
    payload = {
        "chat_id": message.chat.id, "message_id": message.message_id,
        **worded(voice.say(text, kendala=trouble.label, jumlah=people)), "reply_markup": rows,
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
    _tell(job, people, job.for_person.say("gangguan_mulai", kendala=label))
    return len(people)


async def _queueing(job: Job, trouble: str) -> list[int]:
    return [case.chat_id for case in await job.open_cases() if case.context.trouble == trouble]


async def _end(job: Job, notice: Notice, label: str) -> int:
    troubles.set_notice(job.db, notice.id, "off", notice.at, job.at)
    await job.know()
    job.audit(AuditAct.NOTICE_OFF, None, notice.trouble)
    people = await troubles.told(job.db, notice.id)
    _tell(job, people, job.for_person.say("gangguan_usai", kendala=label))
    return len(people)


def _tell(job: Job, people: list[int], text: Html) -> None:
    for chat_id in people:
        job.send("sendMessage", {"chat_id": chat_id, **worded(text)}, priority=NOTICE)
