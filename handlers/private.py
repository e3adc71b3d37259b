"""The participant's private chat: every update becomes one event and gets one reply."""

from __future__ import annotations

from datetime import date
from typing import Any

from telegram import Update

from flows.ears import Heard
from flows.events import Wrote
from flows.talk import Reply, hear, reply
from flows.truth.asking import week_of
from flows.views.result import ClaimResult
from handlers import Handler
from handlers.brain import Brain
from handlers.changes import keep_watch
from handlers.desk.desk import Desk
from handlers.desk.job import talk_of
from handlers.desk.private import after, first
from handlers.events import event_of
from handlers.screens import back_again, show
from store.claims import ClaimCount
from store.turn import Turn


def private_handler(brain: Brain, desk: Desk | None = None) -> Handler:
    """The handler of everything a participant does in the private chat.

    desk: who answers while an officer, not the bot, holds the conversation.
    """

    async def handle(update: Update, turn: Turn) -> None:
        event = event_of(update, brain.day_of)
        if event is None:
            return
        heard = hear(event, brain.library, brain.today()) if isinstance(event, Wrote) else None
        if desk is not None and await first(desk, update, turn, event, heard):
            return
        before = talk_of(turn)
        decided = reply(before, event, brain.library, brain.today(), heard)
        if desk is not None:
            decided = await after(desk, update, turn, event, heard, before, decided)
        decided = back_again(turn, decided, brain)
        if decided.erase:
            turn.forget()
        else:
            turn.conversation = decided.conversation.dump()
        if decided.unanswered:
            _note(turn, decided.unanswered)
        if decided.result:
            _count(turn, decided.result, brain.today())
        if decided.watch or decided.unwatch:
            await keep_watch(turn, decided)
        _acknowledge(update, turn, decided)
        await show(turn, update, event, before, decided, brain)

    return handle


def _note(turn: Turn, missed: Heard) -> None:
    """For the editors: what no topic answered, and which came nearest."""
    turn.unanswered(missed.quoted, missed.today, [score.topic for score in missed.topics.top])


def _count(turn: Turn, result: ClaimResult, today: date) -> None:
    """How a claim went, by statement and branch; the week is all that is kept of when."""
    week = week_of(today)
    for statement in result.stands_on or ("",):
        turn.claim(ClaimCount(week, statement, result.office, result.came, result.detail))


def _acknowledge(update: Update, turn: Turn, decided: Reply) -> None:
    """Stops the little clock on the button, before anything else is sent."""
    if update.callback_query is None:
        return
    answer: dict[str, Any] = {"callback_query_id": update.callback_query.id}
    if decided.toast:
        answer["text"] = decided.toast
    turn.send("answerCallbackQuery", answer)
