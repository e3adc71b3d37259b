"""The participant's side of the desk: is there an open case? Then the message is carried.

The open case is read with the update, in the transaction that decides whether the bot speaks
(`turn.chat.case_id`): the bot's silence is this one fact.
"""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from telegram import Message, Update

from flows.aside import Aside, View
from flows.commands import COMMANDS
from flows.conversation import Conversation
from flows.desk.screens import QUESTIONS, is_calling, status_screen
from flows.events import Commanded, Corrected, Event, Pressed, Sent, Wrote
from flows.presses import Act, Action, CaseTap
from flows.talk import Reply
from handlers.desk.carry import inward
from handlers.desk.case import ending, opening
from handlers.desk.desk import Desk
from handlers.desk.filed import Filed
from handlers.desk.job import Job
from handlers.desk.participant import buttons, intake
from handlers.desk.participant.trouble import noticed
from handlers.outgoing import worded
from store import troubles
from store.turn import Turn

ERASING = (Aside(View.ERASE), Act(Action.ERASE))
"""Buttons about one's own data: answered even while an officer holds the conversation."""


async def job_of(desk: Desk, turn: Turn) -> Job:
    """A job inside the update's transaction."""
    return Job(desk, await turn.store(), turn)


async def first(desk: Desk, update: Update, turn: Turn, event: Event) -> bool:
    """Handle what belongs to the desk; False when the bot should answer as always."""
    chat = update.effective_chat
    if chat is None:
        return False
    talk = Conversation.load(turn.conversation)
    if turn.chat.case_id is not None and not _about_own_data(event):
        job = await job_of(desk, turn)
        case = await job.case(turn.chat.case_id)
        if case is not None and case.open:
            await _carry(job, case, update, turn, event)
            return True
        turn.chat.case_id = None
    if isinstance(event, Pressed) and isinstance(event.press, CaseTap):
        await buttons.pressed_for_case(await job_of(desk, turn), update, turn, event)
        return True
    if is_calling(talk) and isinstance(event, Wrote | Sent):
        return await intake.answered(desk, update, turn, event, talk)
    if isinstance(event, Wrote) and await _commented(desk, turn, chat.id, event, talk):
        return True
    return await _reopened(desk, update, turn, event, talk)


def _about_own_data(event: Event) -> bool:
    if isinstance(event, Commanded):
        return event.name in COMMANDS and COMMANDS[event.name].own_data
    return isinstance(event, Pressed) and event.press in ERASING


async def _carry(job: Job, case: Filed, update: Update, turn: Turn, event: Event) -> None:
    """A person holds the conversation: the bot only carries."""
    match event:
        case Pressed():
            await buttons.pressed_for_case(job, update, turn, event, case)
        case Commanded():
            scene = opening.scene_of(job.desk, Conversation.load(turn.conversation))
            job.to_person(case.chat_id, status_screen(scene, case, await job.place(case)))
        case Corrected():
            if update.edited_message:
                await inward.edited(job, case, update.edited_message)
        case Wrote() | Sent():
            if update.message:
                await inward.wrote(job, case, update.message)
                if isinstance(event, Wrote) and event.masked:
                    _protect(job, update.message, event)
        case _:
            assert_never(event)


def _protect(job: Job, message: Message, event: Wrote) -> None:
    """Personal data is taken out of the chat also while an officer is there."""
    scene = opening.scene_of(job.desk, Conversation())
    names = ", ".join(sorted(scene.label(f"jenis_{kind}") for kind in event.masked))
    job.send("deleteMessage", {"chat_id": message.chat_id, "message_id": message.message_id})
    text = job.say("kasus_data_dihapus", jenis=names)
    job.send("sendMessage", {"chat_id": message.chat_id, **worded(text)})


async def _commented(
    desk: Desk, turn: Turn, chat_id: int, event: Wrote, talk: Conversation
) -> bool:
    """The comment after a rating."""
    asked = talk.under(View.COMMENT)
    if asked is None or not asked.about.isdigit():
        return False
    job = await job_of(desk, turn)
    case = await job.case(int(asked.about))
    if case is None or case.chat_id != chat_id:
        return False
    await ending.comment(job, case, event.text)
    buttons.thank(job, turn, chat_id, talk)
    return True


async def _reopened(
    desk: Desk, update: Update, turn: Turn, event: Event, talk: Conversation
) -> bool:
    """Words after an officer closed the case are meant for the officer."""
    if talk.after_case is None or update.message is None:
        return False
    if not isinstance(event, Wrote | Sent) or _is_key(event):
        return False
    job = await job_of(desk, turn)
    case = await ending.reopenable(job, update.message.chat_id)
    if case is None:
        turn.conversation = talk.with_(after_case=None).dump()
        return False
    await ending.reopen(job, case, turn, update.message)
    return True


def _is_key(event: Event) -> bool:
    return isinstance(event, Wrote) and event.text.strip().rstrip(".)").isdigit()


async def after(
    desk: Desk, update: Update, turn: Turn, event: Event, before: Conversation, decided: Reply
) -> Reply:
    """What the bot decided, as the desk changes it: an officer is called, a trouble was met."""
    chat = update.effective_chat
    if chat is None:
        return decided
    if decided.erase:
        job = await job_of(desk, turn)
        await ending.erased(job, turn, chat.id)
        troubles.forget(job.db, chat.id)
        return decided
    if isinstance(event, Pressed | Commanded) and decided.conversation.after_case is not None:
        decided = replace(decided, conversation=decided.conversation.with_(after_case=None))
    wanted = decided.conversation.under(*QUESTIONS)
    if wanted and not decided.conversation.calling:
        return await _called(desk, turn, chat.id, event, before, decided)
    if decided.conversation.calling and not wanted:
        decided = replace(decided, conversation=decided.conversation.with_(calling=None))
    return await noticed(desk, turn, chat.id, before, decided)


async def _called(
    desk: Desk, turn: Turn, chat_id: int, event: Event, before: Conversation, decided: Reply
) -> Reply:
    """An officer is wanted: the case of the last days again, else the first question."""
    job = await job_of(desk, turn)
    case = await ending.reopenable(job, chat_id)
    if case is None:
        return opening.started(desk, before, event, decided)
    await ending.reopen(job, case, turn, None)
    kept = Conversation.load(turn.conversation)
    return replace(decided, conversation=kept, screens=(), toast=None)
