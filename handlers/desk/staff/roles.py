"""Roles: who may do what in a staff group. What is not known here may do nothing.

A role counts once Telegram has confirmed that its holder is in the group. Leaving the group ends
it. The first supervisor is named by a setting and confirmed like everybody else.
"""

from __future__ import annotations

from telegram import ChatMember

from flows.desk.case import AuditAct, Role
from handlers.desk.job import BOT, Job
from store import staff
from store.about import Membership
from store.staff import Member

INSIDE = frozenset({ChatMember.MEMBER, ChatMember.ADMINISTRATOR, ChatMember.OWNER, "restricted"})
CHECK = 24 * 3600.0
"""Seconds after which membership is asked for again, should an update have been missed."""

SOON = 60.0
"""The same where Telegram gave no answer that could be used."""

MAY_TALK = frozenset({Role.OFFICER, Role.SUPERVISOR})


async def role_of(job: Job, user_id: int, group_id: int) -> Role | None:
    """The confirmed role of somebody in a group; None for everybody else."""
    member = await staff.one(job.db, user_id, group_id)
    return Role(member.role) if member is not None and member.confirmed else None


async def officers(job: Job, group_id: int) -> dict[int, str]:
    """Who may hold a case in this group, by name."""
    everybody = await staff.everybody(job.db, group_id)
    return {
        one.user_id: one.name or str(one.user_id)
        for one in everybody
        if one.confirmed and Role(one.role) in MAY_TALK
    }


async def is_last_supervisor(job: Job, user_id: int, group_id: int) -> bool:
    """Whether nobody could give roles in this group any more without this person."""
    found = await supervisors(job, group_id)
    return user_id in found and len(found) == 1


def give(job: Job, user_id: int, group_id: int, role: Role, name: str) -> None:
    """Give a role; it counts when Telegram says that the person is in the group."""
    member = Member(user_id, group_id, role.value, name, False)
    staff.give(job.db, member, job.actor, job.at)
    job.audit(AuditAct.ROLE_GIVEN, None, f"{user_id}:{role.value}")
    ask(job, user_id, group_id, say=True)


def ask(job: Job, user_id: int, group_id: int, *, say: bool = False) -> None:
    """Ask Telegram whether somebody is in the group."""
    staff.asked(job.db, user_id, group_id, job.at)
    about = Membership(user_id, group_id, say)
    payload = {"chat_id": group_id, "user_id": user_id}
    job.send("getChatMember", payload, about=about, lane=f"{group_id}:members")


def ask_soon(job: Job, user_id: int, group_id: int) -> None:
    """Ask once more in `SOON` seconds."""
    staff.asked(job.db, user_id, group_id, job.at - CHECK + SOON)


def is_inside(card: dict[str, object]) -> bool:
    if card.get("status") == "restricted":
        return bool(card.get("is_member"))
    return card.get("status") in INSIDE


def take(job: Job, user_id: int, group_id: int) -> None:
    """Somebody no longer has a role."""
    staff.take(job.db, user_id, group_id)
    job.audit(AuditAct.ROLE_TAKEN, None, str(user_id))


def first_supervisor(job: Job, group_id: int) -> None:
    """The supervisor of the setting, to be confirmed."""
    user_id = job.desk.supervisor
    if user_id is None:
        return
    member = Member(user_id, group_id, Role.SUPERVISOR.value, "", False)
    staff.give(job.db, member, BOT, job.at)
    ask(job, user_id, group_id)


async def check(job: Job) -> None:
    """Ask again for those whose membership was not asked for in a day."""
    for member in await staff.unchecked(job.db, job.at - CHECK, job.at):
        ask(job, member.user_id, member.group_id)


async def supervisors(job: Job, group_id: int) -> dict[int, str]:
    """The confirmed supervisors of a group, by name."""
    unnamed = job.for_staff.label("meja_supervisor_siapa")
    return {
        one.user_id: one.name or unnamed
        for one in await staff.everybody(job.db, group_id)
        if one.confirmed and one.role == Role.SUPERVISOR.value
    }
