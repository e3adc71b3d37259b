"""While a case waits the bot goes on guiding; what is written goes to the officers as well.

Its silence begins with the officer who takes the case, in the same transaction, and ends when the
case goes back to the queue or is closed: `Case.state`, read with the update.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from telegram import Message, Update

from flows.conversation import Conversation, Reassured
from flows.desk.case import State
from flows.desk.context import learned
from flows.desk.screens import queue_screen, sure_screen
from flows.desk.texts import queue_line, queue_text
from flows.ears import Heard
from flows.events import Corrected, Event, Sent, Wrote
from flows.screen import Screen
from flows.talk import Reply, hear, reply
from flows.talk.queued import Queue, in_queue
from handlers.desk.carry import inward
from handlers.desk.filed import Filed
from handlers.desk.job import Visit
from store import cases

WHILE: Final = 600.0
"""Seconds after which it is said again that words are passed on."""

NOTED: Final = "✍"
"""Under what was passed on without a word: Telegram's reaction for writing it down."""


async def carry(visit: Visit, case: Filed, update: Update, event: Event) -> None:
    """What the participant wrote, sent or changed, on its way to the officers."""
    if update.edited_message and isinstance(event, Corrected):
        await inward.edited(visit, case, update.edited_message)
    elif update.message and isinstance(event, Wrote | Sent):
        await inward.wrote(visit, case, update.message)


async def waiting(visit: Visit) -> Filed | None:
    """The case of this chat, if it waits."""
    case = await visit.case(visit.turn.chat.case_id)
    return case if case is not None and case.state is State.WAITING else None


async def answered(
    visit: Visit,
    case: Filed,
    update: Update,
    event: Event,
    heard: Heard | None,
    before: Conversation,
    decided: Reply,
) -> Reply:
    """What the bot decided, as somebody in the queue hears it."""
    scene = visit.scene(before)
    if isinstance(event, Sent) and event.masked:
        return Reply(before, (described(visit, event),))
    if isinstance(event, Sent) and event.caption.strip():
        # The file goes to the officers: only its words are answered here.
        event = Wrote(event.caption, event.masked, False, event.message_id, event.written)
        heard = hear(event, visit.library, scene.today)
        decided = reply(before, event, visit.library, scene.today, heard)
    queue = await _queue(visit, case, before)
    found = in_queue(scene, event, heard, decided, queue=queue)
    talk = found.reply.conversation
    if found.tells:
        told = talk.reassured or Reassured()
        talk = talk.with_(reassured=told.model_copy(update={"passed_on": visit.at}))
    elif not found.reply.screens and update.message is not None:
        _mark(visit, update.message)
    await _learn(visit, case, talk)
    return replace(found.reply, conversation=talk)


async def _learn(visit: Visit, case: Filed, talk: Conversation) -> None:
    """What was told, and what the bot has shown, reaches the card."""
    context = learned(case.context, visit.scene(talk))
    if context != case.context:
        cases.learn(visit.db, case.id, context.dump())
        await visit.save(case.with_(card_due=True))


async def _queue(visit: Visit, case: Filed, talk: Conversation) -> Queue:
    place, wait = await visit.wait(case)
    scene, now = visit.scene(talk), visit.now
    told = talk.reassured.passed_on if talk.reassured else 0
    return Queue(
        line=queue_line(case, visit.for_person, now, place, wait),
        status=queue_screen(scene, case, queue_text(case, visit.for_person, now, place, wait)),
        leave=sure_screen(scene, case),
        is_first=not told,
        is_quiet=visit.at - told < WHILE,
    )


def described(visit: Visit, event: Sent) -> Screen:
    """What becomes of a file with personal data below it (`carry.personal`)."""
    names = ", ".join(sorted(visit.for_person.label(f"jenis_{kind}") for kind in event.masked))
    text = visit.for_person.say("kasus_keterangan_data", jenis=names)
    return Screen(id="desk/described", text=text)


def _mark(visit: Visit, message: Message) -> None:
    """Nothing to say, and yet nobody writes into the void."""
    visit.send(
        "setMessageReaction",
        {
            "chat_id": visit.chat_id,
            "message_id": message.message_id,
            "reaction": [{"type": "emoji", "emoji": NOTED}],
        },
    )
