"""Asking: the two questions before there is a case, what it is about and which branch."""

from __future__ import annotations

from dataclasses import replace

from telegram import KeyboardButton as Key
from telegram import Message, ReplyKeyboardMarkup

from flows.aside import View
from flows.content.offices import NATIONAL, Office
from flows.conversation import Calling, Conversation
from flows.desk.case import Opening
from flows.desk.context import context_of_call, suggestion
from flows.desk.screens import (
    QUESTIONS,
    about_screen,
    branch_aside,
    offices_screen,
    remembered_screen,
)
from flows.events import Event, Pressed
from flows.talk import Reply
from flows.texts.shortened import shortened
from handlers.desk.job import Job, Visit
from handlers.outgoing import message, worded


def started(job: Job, before: Conversation, event: Event, decided: Reply) -> Reply:
    """Instead of the telephone numbers: what is it about?"""
    came_from = None if before.under(*QUESTIONS) else before.aside
    calling = Calling(came_from=came_from, opening=_opening(job, before, event).value)
    talk = decided.conversation.with_(calling=calling)
    screen = about_screen(job.scene(talk), suggested(job, talk))
    return replace(decided, conversation=talk, screens=(screen,), toast=None)


def _opening(job: Job, before: Conversation, event: Event) -> Opening:
    met = before.under(View.TROUBLE)
    trouble = job.library.troubles.get(met.about) if met else None
    if trouble is not None and trouble.fix_by == "kantor":
        return Opening.TROUBLE
    if before.unclear >= 2:
        return Opening.UNCLEAR
    return Opening.BUTTON if isinstance(event, Pressed) else Opening.WORD


def suggested(job: Job, talk: Conversation) -> str | None:
    """What it is probably about."""
    return suggestion(context_of_call(job.scene(talk)))


def about_again(visit: Visit) -> None:
    """It is about something else: in their own words, please."""
    visit.show(about_screen(visit.scene(visit.talk), None))


def branch(visit: Visit, about: str, pressed: int | None = None) -> None:
    """It is known what it is about; now the branch, unless there is nothing to ask.

    pressed: the message of the first question, when a button of it was pressed.
    """
    talk = visit.talk
    calling = (talk.calling or Calling()).model_copy(update={"about": shortened(about)})
    talk = talk.with_(calling=calling, aside=branch_aside())
    visit.keep(talk)
    where = {"chat_id": visit.chat_id, "message_id": pressed}
    office = visit.desk.offices.get(talk.office)
    if office is None or office.id == NATIONAL:
        if pressed is not None:  # the keyboard below the text field comes instead of its buttons
            visit.send("editMessageReplyMarkup", where)
        branch_by_name(visit)
        return
    screen = remembered_screen(visit.scene(talk), office)
    if pressed is None:
        visit.show(screen)
    else:
        visit.send("editMessageText", {**message(visit.chat_id, screen), **where})


def branch_by_name(visit: Visit) -> None:
    """Which branch? By name, by location, or not known."""
    rows = [
        [Key(visit.for_person.label("tombol_lokasi"), request_location=True)],
        [Key(visit.for_person.label("tombol_cabang_tidak_tahu"))],
    ]
    markup = ReplyKeyboardMarkup(rows, one_time_keyboard=True, resize_keyboard=True)
    asked = {**worded(visit.for_person.say("cabang_tanya")), "reply_markup": markup.to_dict()}
    visit.send("sendMessage", {"chat_id": visit.chat_id, **asked})


def branch_of(visit: Visit, text: str, offices: tuple[Office, ...]) -> None:
    """Several branches may be meant."""
    talk = visit.talk.with_(aside=branch_aside(offices))
    visit.keep(talk)
    visit.show(offices_screen(visit.scene(talk), text, offices))


def branch_again(visit: Visit) -> None:
    """The second question once more."""
    talk, offices = visit.talk, visit.desk.offices
    known = [offices.get(name) for name in (talk.aside.args if talk.aside else ())]
    offered = [office for office in known if office is not None]
    remembered = offices.get(talk.office)
    if remembered is not None and not offered:
        visit.show(remembered_screen(visit.scene(talk), remembered))
    else:
        visit.show(offices_screen(visit.scene(talk), "cabang_tanya", offered))


def attach(visit: Visit, sent: Message) -> None:
    """Something that is not text came before the case is open: it will be attached to it."""
    calling = visit.talk.calling or Calling()
    attached = (*calling.attached, sent.message_id)[-10:]
    visit.keep(visit.talk.with_(calling=calling.model_copy(update={"attached": attached})))
