"""Tapped: a tap by somebody of the staff, and what all that it may do has in common."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from telegram import Message, User

from flows.desk.case import Role
from flows.presses import StaffTap
from handlers.desk.filed import Filed
from handlers.desk.job import Job
from handlers.desk.staff import may
from handlers.outgoing import keyboard


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


TapHandler = Callable[[Job, StaffTapped], Awaitable[str | None]]
"""Does what a button says; returns a short note for who pressed, or None."""


def case_of(tapped: StaffTapped) -> Filed:
    assert tapped.case is not None
    return tapped.case


def why_not(job: Job, tapped: StaffTapped) -> str | None:
    """Why this person may not act on the case; None when they may."""
    return may.refused(job, case_of(tapped), tapped.user.id, tapped.role)


def only_holder(act: TapHandler) -> TapHandler:
    """An act of the officer who holds the case, and of nobody else."""

    async def guarded(job: Job, tapped: StaffTapped) -> str | None:
        case = case_of(tapped)
        if not case.is_held_by(tapped.user.id):
            return why_not(job, tapped) or job.for_staff.label("meja_belum_diambil")
        return await act(job, tapped)

    return guarded


def remove(job: Job, tapped: StaffTapped) -> None:
    """Take a used panel out of the topic, never the card."""
    number = tapped.message.message_id
    if number != case_of(tapped).card_message_id:
        job.send("deleteMessage", {"chat_id": tapped.message.chat.id, "message_id": number})


def without_buttons(job: Job, tapped: StaffTapped) -> None:
    """Take the buttons off a message that has been dealt with."""
    where = {"chat_id": tapped.message.chat.id, "message_id": tapped.message.message_id}
    job.send("editMessageReplyMarkup", {**where, "reply_markup": keyboard(())})
