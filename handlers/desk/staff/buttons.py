"""The buttons of the staff group. Whoever presses must have a role here; the data proves nothing.

A case is only touched through the topic it lives in: a button from elsewhere, or forged, is
answered with a short note and does nothing.
"""

from __future__ import annotations

from telegram import CallbackQuery, Message, Update

from flows.buttons import unpack
from flows.presses import Staff, StaffTap
from flows.texts.units import cut
from handlers.desk import board, follow_up
from handlers.desk.desk import Desk
from handlers.desk.filed import Filed
from handlers.desk.job import Job
from handlers.desk.staff import offered, roles, statements, stuck, trends
from handlers.desk.staff.taps import holding, kept_words, leading
from handlers.desk.staff.taps.tapped import StaffTapped, TapHandler, case_of, only_holder
from store.turn import Turn

NOTE = 200
"""Units that Telegram shows to somebody who presses."""


async def pressed(desk: Desk, update: Update, turn: Turn) -> bool:
    """Handle a tap in a staff group; False when it is from elsewhere."""
    query, chat = update.callback_query, update.effective_chat
    if query is None or chat is None or not desk.is_staff_group(chat.id):
        return False
    job = Job(desk, await turn.store(), turn, query.from_user.id)
    await _answer(job, query)
    await follow_up.done(job)
    return True


async def _answer(job: Job, query: CallbackQuery) -> None:
    """A tap is answered in any case."""
    note = await _decide(job, query)
    answer = {"callback_query_id": query.id} | ({"text": cut(note, NOTE)} if note else {})
    job.send("answerCallbackQuery", answer)


async def _decide(job: Job, query: CallbackQuery) -> str | None:
    message = query.message
    if not isinstance(message, Message):
        return job.for_staff.label("meja_tombol_lama")
    role = await roles.role_of(job, query.from_user.id, message.chat.id)
    if role is None:
        return job.for_staff.label("meja_tidak_berhak")
    tap = unpack(query.data or "")
    if not isinstance(tap, StaffTap):
        return job.for_staff.label("meja_tombol_lama")
    case = await job.case(tap.case_id)
    if case is not None and not await _belongs(job, tap, case, message):
        return job.for_staff.label("meja_tombol_lama")
    tapped = StaffTapped(tap, query.from_user, role, message, case)
    act = ALONE.get(tap.verb) if case is None else ACTS.get(tap.verb)
    if act is None:
        return job.for_staff.label("meja_tombol_lama")
    return await act(job, tapped)


async def _belongs(job: Job, tap: StaffTap, case: Filed, message: Message) -> bool:
    """Whether a button stands in the topic of its case, or takes it from the board of its group."""
    if case.group_id != message.chat.id:
        return False
    if case.topic_id is not None and case.topic_id == message.message_thread_id:
        return True
    on_board = await board.stands_on(job, message.chat.id, message.message_id)
    return on_board and tap.verb is Staff.TAKE


async def _offer(job: Job, tapped: StaffTapped) -> str | None:
    name = job.shown_name(tapped.name)
    return await offered.ready_text(job, case_of(tapped), tapped.tap, tapped.message, name)


async def _alone(job: Job, tapped: StaffTapped) -> str | None:
    return await trends.notice_pressed(job, tapped.tap, tapped.role, tapped.message)


async def _said(job: Job, tapped: StaffTapped) -> str | None:
    return await statements.pressed(job, tapped.tap, tapped.role, tapped.message)


async def _greet(job: Job, tapped: StaffTapped) -> str | None:
    group_id = tapped.message.chat.id
    return await stuck.greet(job, tapped.tap.argument, tapped.role, tapped.name, group_id)


ACTS: dict[Staff, TapHandler] = {
    Staff.TAKE: holding.take,
    Staff.TAKE_AND_GREET: holding.take_and_greet,
    Staff.TAKE_AND_SEND: holding.take_and_send,
    Staff.RELEASE: holding.release,
    Staff.MOVE: leading.move,
    Staff.TO_OFFICE: leading.to_office,
    Staff.TO_OFFICER: leading.to_officer,
    Staff.CLOSE: leading.close,
    Staff.CLOSE_AS: leading.close_as,
    Staff.CARD: leading.back_to_card,
    Staff.AGAIN: only_holder(kept_words.again),
    Staff.PASS: kept_words.let_pass,
    Staff.DROP: kept_words.drop,
    Staff.MEANT: only_holder(kept_words.meant),
    Staff.REPLIES: only_holder(_offer),
    Staff.REPLY: only_holder(_offer),
    Staff.SEND_REPLY: only_holder(_offer),
    Staff.TOPIC: _offer,
    Staff.SEND_TOPIC: only_holder(_offer),
    Staff.KEEP_AS_FAQ: _offer,
}
"""Buttons of a case."""

ALONE: dict[Staff, TapHandler] = {
    Staff.NOTICE_ON: _alone,
    Staff.NOTICE_OFF: _alone,
    Staff.GREET: _greet,
    Staff.HOLDS: _said,
    Staff.CHANGED: _said,
    Staff.DIFFERS: _said,
    Staff.UNSURE: _said,
    Staff.TAKE_BACK: _said,
}
"""Buttons that belong to no case."""
