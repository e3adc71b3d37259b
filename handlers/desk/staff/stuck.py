"""Stuck: who met trouble at the same step twice, and an officer who goes to somebody unasked."""

from __future__ import annotations

import json

from flows.content.offices import NATIONAL
from flows.conversation import Conversation
from flows.desk.case import Opening, Role
from flows.desk.context import context_of
from flows.presses import Staff, StaffTap
from flows.screen import Button
from handlers.desk.case import opening, taking
from handlers.desk.filed import Filed
from handlers.desk.job import Job
from handlers.outgoing import keyboard, worded
from store import cases, chats, troubles
from store.about import GroupMessage

LATELY = 24 * 3600.0
"""Seconds for which somebody who met trouble twice is thought to be stuck."""

LISTED = 10
"""At most so many people in one list."""


async def listed(job: Job, group_id: int, thread: int | None) -> None:
    """`/macet`: who met trouble at the same step twice, each with a button to greet them."""
    people = (await troubles.stuck(job.db, job.at - LATELY))[:LISTED]
    voice, lines, rows = job.for_staff, [], []
    for number, one in enumerate(people, start=1):
        guide = job.library.guides.get(one.guide)
        if guide is None:
            continue
        lines.append(f"{number}. {guide.title} · {one.step.replace('_', ' ')} ({one.times}×)")
        data = StaffTap(Staff.GREET, 0, str(one.chat_id))
        rows.append((Button(voice.label("tombol_sapa", nomor=number), data),))
    text = (
        voice.say("meja_macet", isi="\n".join(lines)) if lines else voice.say("meja_macet_kosong")
    )
    payload = {
        "chat_id": group_id, **worded(text), "reply_markup": keyboard(tuple(rows)),
    }  # fmt: skip
    if thread is not None:
        payload["message_thread_id"] = thread
    job.send("sendMessage", payload, about=GroupMessage())


async def greet(job: Job, argument: str, role: Role, name: str, group_id: int) -> str | None:
    """An officer goes to somebody who is stuck, without being asked."""
    if role is Role.EDITOR or not argument.isdecimal():
        return job.for_staff.label("meja_tidak_berhak")
    chat_id = int(argument)
    people = await troubles.stuck(job.db, job.at - LATELY)
    if chat_id not in {one.chat_id for one in people}:
        return job.for_staff.label("meja_tombol_lama")
    case = await begin(job, chat_id, Opening.TROUBLE, name, group_id)
    return job.for_staff.label("meja_diambil", nama_petugas=name, kasus=case.code) if case else None


async def begin(job: Job, chat_id: int, how: Opening, name: str, group_id: int) -> Filed | None:
    """Open a case for somebody and take it at once, in the officer's own group; None when there
    is no such chat.
    """
    record = await chats.one(job.db, chat_id)
    if record is None or record.blocked or record.case_id is not None or chat_id == job.actor:
        return None
    talk = Conversation.load(json.loads(record.conversation))
    found = context_of(job.scene(talk), how)
    case = await opening.file_case(job, chat_id, talk.office or NATIONAL, found, group_id)
    cases.hold(job.db, chat_id, case.id)
    taken = await taking.take(job, case, name) or case
    job.follow_up(taken)
    return taken
