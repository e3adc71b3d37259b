"""The buttons of the staff group. Whoever presses must have a role here; the data proves nothing.

A case is only touched through the topic it lives in: a button from elsewhere, or forged, is
answered with a short note and does nothing.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from telegram import CallbackQuery, Message, User

from flows.buttons import unpack
from flows.desk.case import OFFICER_REASONS, AuditAct, Closer, CloseReason, Role, State
from flows.desk.panels import move_panel
from flows.presses import Staff, StaffTap
from flows.texts.units import cut
from handlers.desk import board
from handlers.desk.carry import held, outward
from handlers.desk.case import ending, moving
from handlers.desk.filed import Filed
from handlers.desk.job import Job
from handlers.desk.staff import may, offered, roles, statements, stuck, trends
from handlers.desk.topic import card
from handlers.outgoing import keyboard
from store import carried
from store.ledger import What

NOTE = 200
"""Units that Telegram shows to somebody who presses."""


@dataclass(frozen=True)
class StaffTapped:
    """A tap by somebody who has a role. `case` is the one of the topic, None outside of one."""

    tap: StaffTap
    user: User
    role: Role
    message: Message
    case: Filed | None

    @property
    def name(self) -> str:
        """Who presses."""
        return self.user.first_name


async def pressed_by_staff(job: Job, query: CallbackQuery) -> None:
    """A tap in a staff group, answered in any case."""
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


TapHandler = Callable[[Job, StaffTapped], Awaitable[str | None]]
"""Does what a button says; returns a short note for who pressed, or None."""


async def _take(job: Job, tapped: StaffTapped) -> str | None:
    case = _case(tapped)
    if tapped.role not in roles.MAY_TALK:
        return job.for_staff.label("meja_tidak_berhak")
    if may.is_own(case, tapped.user.id):
        return may.own_case(job)
    if case.state is State.HELD:
        return job.for_staff.label("meja_sudah_diambil", nama_petugas=case.officer_name)
    if await moving.take(job, case, tapped.name) is None:
        return job.for_staff.label("meja_kasus_ditutup")
    return job.for_staff.label("meja_diambil", nama_petugas=tapped.name, kasus=case.code)


async def _take_and_greet(job: Job, tapped: StaffTapped) -> str | None:
    note = await _take(job, tapped)
    case = await job.case(_case(tapped).id)
    if case is not None and moving.holds(case, tapped.user.id) and not _held_before(tapped):
        offered.greet(job, case)
    return note


async def _take_and_send(job: Job, tapped: StaffTapped) -> str | None:
    """Take the case and send what was written too early; of two who wrote, one wins."""
    note, number = await _take(job, tapped), tapped.tap.argument
    case = await job.case(_case(tapped).id)
    if case is None or not moving.holds(case, tapped.user.id) or not number.isdecimal():
        return note
    if not await outward.send_early(job, case, int(number)):
        return job.for_staff.label("meja_tombol_lama")
    _remove(job, tapped)
    return note


def _held_before(tapped: StaffTapped) -> bool:
    return _case(tapped).state is State.HELD


def _case(tapped: StaffTapped) -> Filed:
    assert tapped.case is not None
    return tapped.case


def _refused(job: Job, tapped: StaffTapped) -> str | None:
    """Why this person may not act on the case; None when they may."""
    return may.refused(job, _case(tapped), tapped.user.id, tapped.role)


async def _release(job: Job, tapped: StaffTapped) -> str | None:
    refused = _refused(job, tapped)
    if refused or _case(tapped).state is not State.HELD:
        return refused or job.for_staff.label("meja_tombol_lama")
    await moving.release(job, _case(tapped))
    return None


async def _move(job: Job, tapped: StaffTapped) -> str | None:
    refused = _refused(job, tapped)
    if refused:
        return refused
    people = await roles.officers(job, _case(tapped).group_id)
    job.panel(_case(tapped), move_panel(_case(tapped), job.for_staff, people))
    return None


async def _to_office(job: Job, tapped: StaffTapped) -> str | None:
    refused = _refused(job, tapped)
    if refused:
        return refused
    done = await moving.to_office(job, _case(tapped), tapped.tap.argument)
    _remove(job, tapped)
    return None if done else job.for_staff.label("meja_tombol_lama")


async def _to_officer(job: Job, tapped: StaffTapped) -> str | None:
    refused = _refused(job, tapped)
    number = tapped.tap.argument
    if refused or not number.isdecimal():
        return refused or job.for_staff.label("meja_tombol_lama")
    if may.is_own(_case(tapped), int(number)):
        return may.own_case(job)
    name = (await roles.officers(job, _case(tapped).group_id)).get(int(number))
    if name is not None:
        await moving.to_officer(job, _case(tapped), int(number), name)
    _remove(job, tapped)
    return None if name is not None else job.for_staff.label("meja_tombol_lama")


async def _close(job: Job, tapped: StaffTapped) -> str | None:
    refused = _refused(job, tapped)
    if not refused:
        job.panel(_case(tapped), await offered.with_faq(job, _case(tapped)))
    return refused


async def _close_as(job: Job, tapped: StaffTapped) -> str | None:
    refused = _refused(job, tapped)
    if refused:
        return refused
    reason = next((one for one in OFFICER_REASONS if one.value == tapped.tap.argument), None)
    if reason is None:
        return job.for_staff.label("meja_tombol_lama")
    case = _case(tapped)
    named = case if case.officer_name else case.with_(officer_name=job.shown_name(tapped.name))
    await ending.close(job, named, Closer.OFFICER, CloseReason(reason))
    _remove(job, tapped)
    why = job.for_staff.label(f"sebab_{reason}")
    return job.for_staff.label("meja_ditutup", nama_petugas=tapped.name, sebab=why)


async def _card(job: Job, tapped: StaffTapped) -> str | None:
    """Back from a panel: it goes away, the card is above."""
    if tapped.message.message_id != _case(tapped).card_message_id:
        _remove(job, tapped)
    else:
        await card.draw(job, _case(tapped))
    return None


def _remove(job: Job, tapped: StaffTapped) -> None:
    """Take a used panel out of the topic, never the card."""
    number = tapped.message.message_id
    if number != _case(tapped).card_message_id:
        job.send("deleteMessage", {"chat_id": tapped.message.chat.id, "message_id": number})


def _without_buttons(job: Job, tapped: StaffTapped) -> None:
    """Take the buttons off a message that has been dealt with."""
    where = {"chat_id": tapped.message.chat.id, "message_id": tapped.message.message_id}
    job.send("editMessageReplyMarkup", {**where, "reply_markup": keyboard(())})


async def _again(job: Job, tapped: StaffTapped) -> str | None:
    number = tapped.tap.argument
    if not number.isdecimal() or not await outward.again(job, _case(tapped), int(number)):
        return job.for_staff.label("meja_tombol_lama")
    _remove(job, tapped)
    return None


async def _pass(job: Job, tapped: StaffTapped) -> str | None:
    if tapped.role is not Role.SUPERVISOR:
        return job.for_staff.label("meja_hanya_supervisor")
    row = await _held(job, tapped)
    if row is None or not _case(tapped).open or held.never(job, row):
        return job.for_staff.label("meja_tombol_lama")
    job.audit(AuditAct.PASSED, _case(tapped).id, str(row.id))
    await outward.send(job, _case(tapped), [row], checked=False)
    _without_buttons(job, tapped)
    job.to_topic(_case(tapped), job.for_staff.say("meja_diloloskan", nama_petugas=tapped.name))
    return None


async def _drop(job: Job, tapped: StaffTapped) -> str | None:
    row = await _held(job, tapped)
    if row is None:
        return job.for_staff.label("meja_tombol_lama")
    if tapped.role is not Role.SUPERVISOR and row.author_id != tapped.user.id:
        return job.for_staff.label("meja_hanya_supervisor")
    carried.set_state(job.db, [row.id], "dropped", job.at)
    job.audit(AuditAct.DROPPED, _case(tapped).id, str(row.id))
    _remove(job, tapped)
    return job.for_staff.label("meja_dibuang")


async def _meant(job: Job, tapped: StaffTapped) -> str | None:
    """Its author says that it is for this participant; it is read like any other message."""
    row = await _held(job, tapped)
    if row is None or row.author_id != tapped.user.id:
        return job.for_staff.label("meja_tombol_lama")
    doubts = held.doubts(job, row)
    await job.unsay(_case(tapped), What.HELD, row.id)
    if doubts:
        await held.hold(job, _case(tapped), row, doubts)
    else:
        await outward.send(job, _case(tapped), [row])
    return None


async def _held(job: Job, tapped: StaffTapped) -> carried.Carried | None:
    number = tapped.tap.argument
    return await held.find(job, _case(tapped), int(number)) if number.isdecimal() else None


def _only_holder(act: TapHandler) -> TapHandler:
    """An act of the officer who holds the case, and of nobody else."""

    async def guarded(job: Job, tapped: StaffTapped) -> str | None:
        case = _case(tapped)
        if not moving.holds(case, tapped.user.id):
            return _refused(job, tapped) or job.for_staff.label("meja_belum_diambil")
        return await act(job, tapped)

    return guarded


async def _offer(job: Job, tapped: StaffTapped) -> str | None:
    name = job.shown_name(tapped.name)
    return await offered.ready_text(job, _case(tapped), tapped.tap, tapped.message, name)


async def _alone(job: Job, tapped: StaffTapped) -> str | None:
    return await trends.notice_pressed(job, tapped.tap, tapped.role, tapped.message)


async def _said(job: Job, tapped: StaffTapped) -> str | None:
    return await statements.pressed(job, tapped.tap, tapped.role, tapped.message)


async def _greet(job: Job, tapped: StaffTapped) -> str | None:
    group_id = tapped.message.chat.id
    return await stuck.greet(job, tapped.tap.argument, tapped.role, tapped.name, group_id)


ACTS: dict[Staff, TapHandler] = {
    Staff.TAKE: _take,
    Staff.TAKE_AND_GREET: _take_and_greet,
    Staff.TAKE_AND_SEND: _take_and_send,
    Staff.RELEASE: _release,
    Staff.MOVE: _move,
    Staff.TO_OFFICE: _to_office,
    Staff.TO_OFFICER: _to_officer,
    Staff.CLOSE: _close,
    Staff.CLOSE_AS: _close_as,
    Staff.CARD: _card,
    Staff.AGAIN: _only_holder(_again),
    Staff.PASS: _pass,
    Staff.DROP: _drop,
    Staff.MEANT: _only_holder(_meant),
    Staff.REPLIES: _only_holder(_offer),
    Staff.REPLY: _only_holder(_offer),
    Staff.SEND_REPLY: _only_holder(_offer),
    Staff.TOPIC: _offer,
    Staff.SEND_TOPIC: _only_holder(_offer),
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
