"""Members: people of a staff group come and go, and their roles with them."""

from __future__ import annotations

from typing import Any, TypeGuard

from telegram import ChatMemberUpdated

from flows.desk.case import AuditAct
from handlers.desk.case import taking
from handlers.desk.job import Job
from handlers.desk.staff import roles
from handlers.outgoing import worded
from store import staff
from store.about import Membership
from store.outcome import Kind, Outcome


async def answered(job: Job, about: Membership, outcome: Outcome) -> None:
    """Telegram said who is in the group. A refusal confirms nobody; both that and no answer at all
    (the line was cut, the program ended) are followed by another question soon.
    """
    user_id, group_id = about.user, about.group
    member = await staff.one(job.db, user_id, group_id)
    if member is None:
        return
    if not outcome.is_accepted or not _says(outcome.result):
        unknown = outcome.is_accepted or outcome.fate.kind is Kind.UNCERTAIN
        confirmed = member.confirmed and unknown
        staff.confirm(job.db, user_id, group_id, member.name, confirmed, job.at)
        roles.ask_soon(job, user_id, group_id)
        return
    if not roles.is_inside(outcome.result):
        await dismissed(job, user_id, group_id)
        return
    name = str(outcome.result.get("user", {}).get("first_name", "")) or member.name
    staff.confirm(job.db, user_id, group_id, name, True, job.at)
    if about.say:
        text = job.for_staff.say("meja_peran", nama_petugas=name, peran=member.role)
        job.send("sendMessage", {"chat_id": group_id, **worded(text)})


def _says(result: object) -> TypeGuard[dict[str, Any]]:
    """Whether it is an answer at all: of one from before a kill, only some is known."""
    return isinstance(result, dict) and "status" in result


async def changed(job: Job, update: ChatMemberUpdated) -> None:
    """Telegram reports that somebody came or went."""
    user, group_id = update.new_chat_member.user, update.chat.id
    inside = roles.is_inside(update.new_chat_member.to_dict())
    member = await staff.one(job.db, user.id, group_id)
    if member is not None and not inside:
        await dismissed(job, user.id, group_id)
    elif inside and user.id == job.desk.supervisor:
        roles.first_supervisor(job, group_id)


async def dismissed(job: Job, user_id: int, group_id: int) -> None:
    """Somebody has no role any more: their cases wait for another officer."""
    roles.take(job, user_id, group_id)
    for case in await job.open_cases():
        if case.officer_id == user_id and case.group_id == group_id:
            await taking.release(job, case, AuditAct.RETURNED)
