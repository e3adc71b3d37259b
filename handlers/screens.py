"""What was decided, as the calls that show it: which screens, how urgent, in place of what."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from telegram import Update

from flows.aside import View
from flows.conversation import Conversation
from flows.events import Corrected, Event, Sent, Wrote
from flows.talk import Reply
from flows.voice import Voice
from handlers.brain import Brain
from handlers.media import send_media, send_sheet
from handlers.outgoing import message
from store.inbox import SETTLED
from store.outbox import ANSWER, REPLY, STANDING, Delivery
from store.turn import Turn

ANSWERS: Final = (
    View.TOPIC, View.TROUBLE, View.OFFER, View.PERSON, View.NOTED, View.MEANT, View.PART,
)  # fmt: skip
"""Views that answer words: a later word beside the conversation does not replace them."""

BESIDE: Final = (View.MENU, View.RESUME, View.NOTICE)
"""Views with which words that ask nothing are answered: "halo?", "makasih"."""

WARNINGS: Final = (View.CALO_VERDICT, View.CALO_GIVEN, View.CALO_NEXT)
"""Views that must be seen whatever else is said."""


def back_again(turn: Turn, decided: Reply, brain: Brain) -> Reply:
    """The first screen below a word that we are back, once for an outage."""
    if not turn.is_late or not decided.screens or decided.screens[0].sheet:
        return decided
    at, said = turn.received_at.timestamp(), decided.conversation.excused
    # Whatever came in one go is answered by one screen, so each of it says so.
    if turn.written_at.timestamp() <= said < at - SETTLED:
        return decided
    first, *others = decided.screens
    sorry = Voice(brain.library, brain.today()).say("baru_kembali")
    told = first.under("baru_kembali", sorry, whole=True)
    talk = decided.conversation.with_(excused=at)
    return replace(decided, conversation=talk, screens=(told, *others))


async def show(
    turn: Turn, update: Update, event: Event, before: Conversation, decided: Reply, brain: Brain
) -> None:
    """Decides the calls of one reply. `before`: the conversation it answers."""
    chat = update.effective_chat
    if chat is None:
        return
    if decided.delete:
        turn.send("deleteMessage", {"chat_id": chat.id, "message_id": decided.delete})
    how = _how(event, before, decided)
    pressed = update.callback_query.message if update.callback_query else None
    missed = _show_missed(turn, event, chat.id, decided)
    in_place = decided.in_place and not missed
    if pressed is not None and decided.screens and not (in_place or decided.beside):
        # The same buttons come again below: never two live keyboards.
        turn.send("editMessageReplyMarkup", {"chat_id": chat.id, "message_id": pressed.message_id})
    for number, screen in enumerate(decided.screens):
        if screen.sheet:
            await send_sheet(turn, chat.id, brain, screen)
            continue
        if screen.picture or screen.voice:
            await send_media(turn, chat.id, brain, screen)
            continue
        payload = message(chat.id, screen)
        if number == 0 and in_place and pressed is not None:
            payload["message_id"] = pressed.message_id
            turn.send("editMessageText", payload, **how)
        else:
            turn.send("sendMessage", payload, **how)


def _how(event: Event, before: Conversation, decided: Reply) -> Mapping[str, Any]:
    """How urgent the screens are, and what becomes of them when nobody knows."""
    talk = decided.conversation
    is_new = talk.aside != before.aside
    priority, delivery = STANDING, Delivery.SCREEN
    said = isinstance(event, Wrote | Sent)
    is_shown = is_new and not (said and (talk.aside is None or talk.under(*BESIDE)))
    if is_shown or (talk.guide, talk.answers) != (before.guide, before.answers):
        priority = REPLY
    if isinstance(event, Wrote | Sent):
        if is_new and talk.under(*WARNINGS):
            priority, delivery = ANSWER, Delivery.AGAIN
        elif event.masked or (is_new and talk.under(*ANSWERS)):
            priority = ANSWER
    return {"priority": priority, "delivery": delivery}


def _show_missed(turn: Turn, event: Event, chat_id: int, decided: Reply) -> bool:
    """Shows again, before the reply, a screen that may not have arrived; says whether it does.

    Not when the reply says the same. Prevents a reply nobody got from being silence.
    """
    if not decided.screens or isinstance(event, Corrected):
        return False
    missed = turn.show_missed()
    if missed is None:
        return False
    payload: dict[str, Any] = json.loads(missed.payload)
    if any(message(chat_id, screen)["text"] == payload.get("text") for screen in decided.screens):
        return False
    payload.pop("message_id", None)
    method = "sendMessage" if missed.method == "editMessageText" else missed.method
    # Once: it is neither remembered again nor replaced.
    turn.send(method, payload, delivery=Delivery.AGAIN)
    return True
