"""Ready texts: an answer of the FAQ or a ready reply, previewed, then sent by the officer."""

from __future__ import annotations

import json
import re

from telegram import Message

from flows.desk.card import Card, staff_button
from flows.desk.case import AuditAct, State
from flows.desk.panels import close_panel, preview_panel, replies_panel
from flows.desk.replies import GREETING, filled_reply
from flows.presses import Staff, StaffTap
from flows.texts.entities import taken_apart
from flows.texts.html import Html, bold, paragraphs
from handlers.desk.filed import Filed
from handlers.desk.job import Job
from handlers.outgoing import UNLINKED, keyboard, unlinked, worded
from store import carried, troubles
from store.about import CarriedOut, Greeting
from store.carried import OUT, READY, Writing
from store.outbox import Delivery
from store.outcome import Outcome


async def ready_text(
    job: Job, case: Filed, tap: StaffTap, message: Message, name: str
) -> str | None:
    """One of the buttons for ready texts; returns a short note, or None."""
    match tap.verb:
        case Staff.REPLIES if tap.argument.isdecimal():
            panel = replies_panel(case, job.for_staff, int(tap.argument))
            _show(job, case, tap, message, panel)
        case Staff.REPLY | Staff.TOPIC:
            text = text_of(job, case, tap, name)
            if text is None:
                return job.for_staff.label("meja_tombol_lama")
            send = Staff.SEND_REPLY if tap.verb is Staff.REPLY else Staff.SEND_TOPIC
            panel = preview_panel(case, job.for_staff, text, send, tap.argument)
            _show(job, case, tap, message, panel)
        case Staff.SEND_REPLY | Staff.SEND_TOPIC:
            return await _send(job, case, tap, message, name)
        case Staff.KEEP_AS_FAQ if tap.argument.isdecimal():
            return await keep_as_faq(job, case, int(tap.argument))
        case _:
            return job.for_staff.label("meja_tombol_lama")
    return None


_MARK = re.compile(r"<[^>]*>")
_STANDS_FOR_ONE = "\ue000"
_ABOUT_BUTTONS = re.compile(
    r"(?:^|(?<=[.!?\n]))[^.!?\n]*\btombol di bawah\b[^.!?\n]*[.!?]", re.IGNORECASE
)


def text_of(job: Job, case: Filed, tap: StaffTap, name: str) -> Html | None:
    """The text behind a button as the participant gets it; None when it is no longer there."""
    if tap.verb in (Staff.REPLY, Staff.SEND_REPLY):
        ready = job.library.replies.get(tap.argument)
        return filled_reply(ready, case, job.for_person, name) if ready else None
    topic = job.library.topics.get(tap.argument)
    if topic is None:
        return None
    today = job.desk.brain.today()
    source = job.for_person.source(topic.stands_on, below=topic.body)
    answer = without_buttons(job.library.html(topic, today))
    return paragraphs(bold(topic.title), answer, source)


def without_buttons(answer: Html) -> Html:
    """An answer without the sentences that name the bot's buttons: none go along with it.

    Every mark stays, also of what goes: one left open would make the whole answer undeliverable.
    """
    marks = iter(_MARK.findall(answer))
    words = _ABOUT_BUTTONS.sub(_only_marks, _MARK.sub(_STANDS_FOR_ONE, answer))
    whole = re.sub(_STANDS_FOR_ONE, lambda _: next(marks), words)
    return Html.vouched(whole.strip())


def _only_marks(gone: re.Match[str]) -> str:
    return _STANDS_FOR_ONE * gone[0].count(_STANDS_FOR_ONE)


_PANEL = frozenset({Staff.REPLIES, Staff.REPLY})
"""Buttons that stand on a panel, unless on the card; `TOPIC` stands below messages and searches."""


def _show(job: Job, case: Filed, tap: StaffTap, message: Message, card: Card) -> None:
    """A panel: in place of the panel that was pressed, else below the pressed message.

    The buttons of that message do not come with the press (`loops.receive`).
    """
    own = message.message_id
    if own == case.card_message_id:
        job.panel(case, card)
    elif tap.verb not in _PANEL:
        job.panel(case, card, own)
    else:
        where = {"chat_id": case.group_id, "message_id": own}
        shown = {**unlinked(card.text), "reply_markup": keyboard(card.rows)}
        job.send("editMessageText", {**where, **shown})


async def _send(job: Job, case: Filed, tap: StaffTap, message: Message, name: str) -> str | None:
    text = text_of(job, case, tap, name)
    known = await carried.of_topic(job.db, case.id, message.message_id)
    if text is None or any(one.direction == OUT for one in known):
        return job.for_staff.label("meja_tombol_lama")
    await _give(job, case, text, message.message_id, job.actor)
    where = {"chat_id": case.group_id, "message_id": message.message_id}
    job.send("editMessageText", {**where, **worded(text)})
    return None


async def _give(job: Job, case: Filed, text: Html, stands_at: int, officer: int) -> None:
    """Send a ready text to the participant; `stands_at` is the message of the topic with it."""
    words, marks = taken_apart(text)
    writing = Writing(
        case.id, OUT, officer, READY, job.at, topic_message_id=stands_at, text=words,
        entities=json.dumps(marks), state="sending",
    )  # fmt: skip
    row = await carried.add(job.db, writing)
    payload = {"chat_id": case.chat_id, "text": words, "entities": marks, **UNLINKED}
    about = CarriedOut(case.id, (row.id,))
    job.send("sendMessage", payload, about=about, delivery=Delivery.ASK)


def greet(job: Job, case: Filed) -> None:
    """The greeting, in the topic first: what stands there is what the participant gets."""
    text = _greeting(job, case)
    if text is not None:
        job.to_topic(case, text, about=Greeting(case.id))


async def greeted(job: Job, about: Greeting, outcome: Outcome) -> None:
    """The greeting stands in the topic: now it goes out, unless nobody holds the case any more."""
    case = await job.case(about.case)
    if case is None or case.state is not State.HELD or not outcome.message_ids:
        return
    text = _greeting(job, case)
    if text is not None and case.officer_id is not None:
        await _give(job, case, text, outcome.message_ids[0], case.officer_id)


def _greeting(job: Job, case: Filed) -> Html | None:
    ready = job.library.replies.get(GREETING)
    return filled_reply(ready, case, job.for_person, case.officer_name) if ready else None


async def with_faq(job: Job, case: Filed) -> Card:
    """The panel for closing, with the last answer offered for the editors' list."""
    card = close_panel(case, job.for_staff)
    last = await carried.last_answer(job.db, case.id)
    if last is None:
        return card
    keep = staff_button(job.for_staff, "tombol_jadi_faq", Staff.KEEP_AS_FAQ, case.id, last)
    return Card(card.text, (*card.rows, (keep,)))


async def keep_as_faq(job: Job, case: Filed, row: int) -> str:
    """A good answer goes on the editors' list, masked, with the question before it."""
    one = await carried.one(job.db, row)
    if one is None or one.case_id != case.id or one.direction != OUT or not one.text:
        return job.for_staff.label("meja_tombol_lama")
    question = await carried.question_before(job.db, case.id, one.id)
    troubles.draft(job.db, job.at, question or case.context.about, one.text)
    job.audit(AuditAct.FAQ, case.id, str(row))
    return job.for_staff.label("meja_jadi_faq")
