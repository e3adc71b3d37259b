"""Groups and channels: one line when the bot is added or addressed, else deliberate silence."""

from __future__ import annotations

from telegram import ChatMember, ChatMemberUpdated, Update

from flows.voice import Voice
from handlers import Handler
from handlers.brain import Brain
from handlers.desk.carry.outward import lost
from handlers.desk.desk import Desk
from handlers.desk.job import Job
from handlers.outgoing import worded
from store.turn import Turn

_HERE = {ChatMember.MEMBER, ChatMember.ADMINISTRATOR}


def added_handler(brain: Brain, desk: Desk | None = None) -> Handler:
    """Says once that help is given in the private chat only; closes the case of who blocks us."""

    async def handle(update: Update, turn: Turn) -> None:
        change = update.my_chat_member
        if change is None:
            return
        if desk is not None and change.chat.type == "private":
            await _stopped(desk, change, turn)
        if change.chat.type not in {"group", "supergroup"}:
            return
        if desk is not None and desk.is_staff_group(change.chat.id):
            await _rights_changed(desk, turn)
            return
        if change.old_chat_member.status in _HERE or change.new_chat_member.status not in _HERE:
            return
        _point_to_private(turn, brain, change.chat.id)

    return handle


async def _rights_changed(desk: Desk, turn: Turn) -> None:
    """What the bot may do in a staff group is another thing now: look before words are refused."""
    if desk.look_again is not None:
        (await turn.store()).after_commit(desk.look_again)


async def _stopped(desk: Desk, change: ChatMemberUpdated, turn: Turn) -> None:
    """Somebody stopped the bot: nobody can answer them any more."""
    if turn.chat.case_id is None or change.new_chat_member.status != ChatMember.BANNED:
        return
    job = Job(desk, await turn.store(), turn)
    case = await job.case(turn.chat.case_id)
    if case is not None:
        await lost(job, case, turn=turn)


def addressed_handler(brain: Brain) -> Handler:
    """A command in a group gets the same line; everything else there is none of our business."""

    async def handle(update: Update, turn: Turn) -> None:
        if update.effective_chat:
            _point_to_private(turn, brain, update.effective_chat.id)

    return handle


def _point_to_private(turn: Turn, brain: Brain, chat_id: int) -> None:
    text = Voice(brain.library, brain.today()).say("grup_diam")
    turn.send("sendMessage", {"chat_id": chat_id, **worded(text)})
