"""Groups and channels: one line when the bot is added or addressed, else deliberate silence."""

from __future__ import annotations

from telegram import ChatMember, Update

from handlers.brain import Brain
from handlers.private import Handler
from handlers.turn import Context

_HERE = {ChatMember.MEMBER, ChatMember.ADMINISTRATOR}


def added_handler(brain: Brain) -> Handler:
    """Says once that help is given in the private chat only."""

    async def handle(update: Update, context: Context) -> None:
        change = update.my_chat_member
        if change is None or change.chat.type not in {"group", "supergroup"}:
            return
        if change.old_chat_member.status in _HERE or change.new_chat_member.status not in _HERE:
            return
        _point_to_private(context, brain, change.chat.id)

    return handle


def addressed_handler(brain: Brain) -> Handler:
    """A command in a group gets the same line; everything else there is none of our business."""

    async def handle(update: Update, context: Context) -> None:
        if update.effective_chat:
            _point_to_private(context, brain, update.effective_chat.id)

    return handle


def _point_to_private(context: Context, brain: Brain, chat_id: int) -> None:
    text = brain.library.say("grup_diam", brain.today())
    context.turn.send("sendMessage", {"chat_id": chat_id, "text": text, "parse_mode": "HTML"})
