"""Unheard: every message of the staff that goes to nobody is answered with the reason, once.

Somebody who believes to have answered a participant, and has not, keeps that person waiting. So
each message in a topic ends in a mark (delivered, note) or in a reason below it. The same reason is
not said again to the same person in the same place for some minutes; the message then gets a mark
that says as much.
"""

from __future__ import annotations

from typing import Final

from telegram import Message

from flows.desk.case import AuditAct, Role
from flows.desk.note import Note
from flows.texts.html import Html
from handlers.desk.job import Job
from handlers.desk.staff import roles
from handlers.outgoing import reply, worded
from store import audit, staff
from store.about import GroupMessage

QUIET: Final = 600.0
"""Seconds for which a reason is not said again to the same person in the same place."""

ONCE: Final = 24 * 3600.0
"""The same for what concerns how somebody writes, not what."""

NOTED: Final = "✍"
UNHEARD: Final = "🙊"
"""Telegram allows only some emoji as reactions."""


async def because(
    job: Job,
    message: Message,
    reason: str,
    *,
    quiet: float = QUIET,
    again: str = UNHEARD,
    **values: object,
) -> bool:
    """Say why a message reaches nobody (`reason`: the message of the desk); False when it was said.

    again: the mark below it while the reason is not repeated.
    """
    about = f"{message.chat_id}:{message.message_thread_id or 0}:{reason}"
    act = AuditAct.UNHEARD
    if await audit.done_since(job.db, job.actor, act.value, about, job.at - quiet):
        mark(job, message, again)
        return False
    job.audit(act, None, about)
    below(job, message, job.for_staff.say(reason, **values))
    return True


def below(job: Job, message: Message, text: Html) -> None:
    """A word below somebody's message."""
    payload = {
        "chat_id": message.chat_id, **worded(text),
        "reply_parameters": reply(message.message_id),
    }  # fmt: skip
    if message.message_thread_id is not None and message.is_topic_message:
        payload["message_thread_id"] = message.message_thread_id
    job.send("sendMessage", payload, about=GroupMessage())


def mark(job: Job, message: Message, emoji: str) -> None:
    """A reaction below a message of the staff, in a lane of its own: it may come late."""
    reaction = [{"type": "emoji", "emoji": emoji}]
    payload = {"chat_id": message.chat_id, "message_id": message.message_id, "reaction": reaction}
    job.send("setMessageReaction", payload, lane=f"{message.chat_id}:marks")


async def noted(job: Job, message: Message, how: Note) -> None:
    """A note gets its mark; what was only understood as one is said back."""
    if how is Note.SLIPPED:
        await because(job, message, "meja_catatan_dipahami", again=NOTED)
    else:
        mark(job, message, NOTED)


async def without_role(job: Job, message: Message) -> None:
    """Nothing of somebody without a role goes out; what is missing, and who can give it."""
    member = await staff.one(job.db, job.actor, message.chat_id)
    if member is not None and not member.confirmed:
        roles.ask(job, job.actor, message.chat_id, say=True)
        await because(job, message, "meja_peran_diperiksa")
    elif member is not None and member.role == Role.EDITOR.value:
        await because(job, message, "meja_editor_tidak_membalas")
    elif job.actor == job.desk.supervisor:
        roles.first_supervisor(job, message.chat_id)
        await because(job, message, "meja_peran_diperiksa")
    elif not await roles.supervisors(job, message.chat_id):
        await because(job, message, "meja_tanpa_supervisor")
    else:
        await because(job, message, "meja_belum_petugas")
