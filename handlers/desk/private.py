"""The participant's side of the desk: is there an open case? Then the message is carried.

The open case is read with the update, in the transaction that decides whether the bot speaks. Its
silence is one fact: an officer holds the case. While it waits the bot goes on guiding (`waiting`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final, assert_never

from telegram import Message, Update

from flows.aside import Aside, View
from flows.commands import COMMANDS
from flows.conversation import Conversation, Reassured
from flows.desk.case import State
from flows.desk.context import with_question
from flows.desk.screens import QUESTIONS, held_screen, is_calling
from flows.ears import Heard
from flows.events import Commanded, Corrected, Event, Pressed, Sent, Wrote
from flows.presses import Act, Action, CaseTap
from flows.talk import Reply
from handlers.desk import follow_up, ringing
from handlers.desk.carry import inward
from handlers.desk.case import ending, erasing
from handlers.desk.desk import Desk
from handlers.desk.filed import Filed
from handlers.desk.job import Job, Visit, talk_of
from handlers.desk.participant import asking, buttons, intake, waiting
from handlers.desk.participant.trouble import noticed
from handlers.desk.recovery import told
from handlers.outgoing import worded
from store import troubles
from store.turn import Turn

DANGER: Final = "bahaya"

ERASING = (Aside(View.ERASE), Act(Action.ERASE), Act(Action.UNWATCH))
"""Buttons about one's own data: answered even while an officer holds the conversation."""


async def first(desk: Desk, update: Update, turn: Turn, event: Event, heard: Heard | None) -> bool:
    """Handle what belongs to the desk; False when the bot should answer as always.

    heard: what was written; None when nothing was.
    """
    chat = update.effective_chat
    if chat is None:
        return False
    await told.tell(desk, turn, chat.id, event)
    if ringing.concerns(desk, chat.id, event):
        rung = Job(desk, await turn.store(), turn)
        if await ringing.asked(rung, chat.id, event):
            return True
    if not _may_be_ours(turn, event):
        return False
    visit = await Visit.open(desk, turn, chat.id)
    visit.heard = heard
    ours = await _handled(visit, update, event, heard)
    await follow_up.done(visit)
    return ours


def _may_be_ours(turn: Turn, event: Event) -> bool:
    """Whether it is worth a look into the store; for most updates it is not."""
    if turn.chat.case_id is not None or _is_case_button(event):
        return True
    talk = talk_of(turn)
    is_asked = is_calling(talk) or talk.under(View.COMMENT) is not None
    return is_asked or talk.after_case is not None


def _is_case_button(event: Event) -> bool:
    return isinstance(event, Pressed) and isinstance(event.press, CaseTap)


async def _handled(visit: Visit, update: Update, event: Event, heard: Heard | None) -> bool:
    chat = visit.turn.chat
    if chat.case_id is not None and not _about_own_data(event):
        case = await visit.case(chat.case_id)
        if case is not None and case.state is State.HELD:
            await _carry(visit, case, update, event, heard)
            return True
        if case is not None and case.state is State.WAITING:
            return await _waits(visit, case, update, event)
        chat.case_id = None
    if isinstance(event, Pressed):
        if _is_case_button(event):
            await buttons.pressed_for_case(visit, update.callback_query, event)
        return _is_case_button(event)
    if not isinstance(event, Wrote | Sent):
        return False
    if is_calling(visit.talk):
        return await _answered(visit, update.message, event, heard)
    if isinstance(event, Wrote) and await _commented(visit, event):
        return True
    return await _reopened(visit, update.message, event)


async def _answered(
    visit: Visit, message: Message | None, event: Wrote | Sent, heard: Heard | None
) -> bool:
    """An answer to one of the two questions; False when it is none."""
    if message is None:
        return False
    if isinstance(event, Sent):
        return intake.sent(visit, message, event)
    return heard is not None and await intake.wrote(visit, heard)


def _about_own_data(event: Event) -> bool:
    if isinstance(event, Commanded):
        return event.name in COMMANDS and COMMANDS[event.name].own_data
    return isinstance(event, Pressed) and event.press in ERASING


async def _waits(visit: Visit, case: Filed, update: Update, event: Event) -> bool:
    """Nobody holds the conversation yet: what was written is carried, and the bot answers."""
    if isinstance(event, Pressed) and _is_case_button(event):
        await buttons.pressed_for_case(visit, update.callback_query, event, case)
        return True
    if isinstance(event, Wrote) and await _commented(visit, event):
        return True
    await waiting.carry(visit, case, update, event)
    return False


async def _carry(
    visit: Visit, case: Filed, update: Update, event: Event, heard: Heard | None
) -> None:
    """A person holds the conversation: the bot only carries."""
    match event:
        case Pressed():
            await buttons.pressed_for_case(visit, update.callback_query, event, case)
        case Commanded():
            visit.show(held_screen(visit.scene(visit.talk), case))
        case Corrected():
            if update.edited_message:
                await inward.edited(visit, case, update.edited_message)
        case Wrote() | Sent():
            if update.message:
                await inward.wrote(visit, case, update.message)
                _guarded(visit, update.message, event, heard)
        case _:
            assert_never(event)


def _guarded(visit: Visit, message: Message, event: Wrote | Sent, heard: Heard | None) -> None:
    """What the bot says even while an officer is there: personal data, and swindlers."""
    if isinstance(event, Wrote) and event.masked:
        _protect(visit, message, event)
    elif isinstance(event, Sent) and event.masked:
        visit.show(waiting.described(visit, event))
    if heard is not None and heard.verdict.offer and heard.verdict.level == DANGER:
        _warn(visit)


def _warn(visit: Visit) -> None:
    """An offer of a swindler, in the middle of a conversation with an officer; once in a while."""
    told = visit.talk.reassured or Reassured()
    if visit.at - told.warned >= waiting.WHILE:
        visit.keep(visit.talk.with_(reassured=told.model_copy(update={"warned": visit.at})))
        warning = visit.for_person.say("kasus_awas_calo")
        visit.send("sendMessage", {"chat_id": visit.chat_id, **worded(warning)})


def _protect(visit: Visit, message: Message, event: Wrote) -> None:
    """Personal data is taken out of the chat also while an officer is there."""
    names = ", ".join(sorted(visit.for_person.label(f"jenis_{kind}") for kind in event.masked))
    where = {"chat_id": visit.chat_id}
    visit.send("deleteMessage", {**where, "message_id": message.message_id})
    told = visit.for_person.say("kasus_data_dihapus", jenis=names)
    visit.send("sendMessage", {**where, **worded(told)})


async def _commented(visit: Visit, event: Wrote) -> bool:
    """The comment after a rating."""
    asked = visit.talk.under(View.COMMENT)
    if asked is None or not asked.about.isdecimal():
        return False
    case = await visit.case(int(asked.about))
    if case is None or case.chat_id != visit.chat_id:
        return False
    await ending.comment(visit, case, event.text)
    buttons.thank(visit)
    return True


async def _reopened(visit: Visit, message: Message | None, event: Wrote | Sent) -> bool:
    """Words after an officer closed the case are meant for the officer."""
    if visit.talk.after_case is None or message is None or _is_key(event):
        return False
    case = await ending.reopenable(visit, visit.chat_id)
    if case is None:
        visit.keep(visit.talk.with_(after_case=None))
        return False
    await inward.wrote(visit, await ending.reopen(visit, case), message)
    return True


def _is_key(event: Event) -> bool:
    return isinstance(event, Wrote) and event.text.strip().rstrip(".)").isdecimal()


async def after(
    desk: Desk,
    update: Update,
    turn: Turn,
    event: Event,
    heard: Heard | None,
    before: Conversation,
    decided: Reply,
) -> Reply:
    """What the bot decided, as the desk changes it: somebody is in the queue, an officer is called,
    a trouble was met."""
    chat = update.effective_chat
    if chat is None:
        return decided
    if decided.erase:
        visit = await Visit.open(desk, turn, chat.id)
        await erasing.erased(visit)
        troubles.forget(visit.db, chat.id)
        return decided
    if turn.chat.case_id is not None:
        visit = await Visit.open(desk, turn, chat.id)
        case = await waiting.waiting(visit)
        if case is not None:
            found = await waiting.answered(visit, case, update, event, heard, before, decided)
            return await noticed(desk, turn, chat.id, before, found)
    if heard is not None:
        talk = with_question(decided.conversation, heard, before)
        decided = replace(decided, conversation=talk)
    talk = decided.conversation
    if isinstance(event, Pressed | Commanded) and talk.after_case is not None:
        decided = replace(decided, conversation=talk.with_(after_case=None))
    wanted = decided.conversation.under(*QUESTIONS)
    if wanted and not decided.conversation.calling:
        return await _called(await Visit.open(desk, turn, chat.id), event, before, decided)
    if decided.conversation.calling and not wanted:
        decided = replace(decided, conversation=decided.conversation.with_(calling=None))
    return await noticed(desk, turn, chat.id, before, decided)


async def _called(visit: Visit, event: Event, before: Conversation, decided: Reply) -> Reply:
    """An officer is wanted: the case of the last days again, else the first question."""
    case = await ending.reopenable(visit, visit.chat_id)
    if case is None:
        return asking.started(visit, before, event, decided)
    await ending.reopen(visit, case)
    await follow_up.done(visit)
    return replace(decided, conversation=visit.talk, screens=(), toast=None)
