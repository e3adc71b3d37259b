"""Getting a person: at most two questions, then a case with a number and a place in the queue."""

from __future__ import annotations

from dataclasses import replace

from telegram import KeyboardButton as Key
from telegram import Message, ReplyKeyboardMarkup, ReplyKeyboardRemove

from flows.aside import View
from flows.content.offices import NATIONAL, Office
from flows.conversation import Calling, Conversation
from flows.desk.case import AuditAct, CaseContext, Opening, Stage, State
from flows.desk.code import new_code, new_trust_words
from flows.desk.context import context_of, suggestion
from flows.desk.screens import (
    QUESTIONS,
    about_screen,
    branch_aside,
    offices_screen,
    remembered_screen,
    waiting_rows,
)
from flows.desk.texts import opened_text
from flows.desk.wait import place_in_queue
from flows.events import Event, Pressed
from flows.scene import Scene
from flows.screen import Screen
from flows.talk import Reply
from flows.views.menu import SORRY
from handlers.desk.carry import inward
from handlers.desk.desk import Desk
from handlers.desk.filed import Filed, stored
from handlers.desk.job import Job
from handlers.desk.queue import estimated
from handlers.outgoing import worded
from store import cases
from store.turn import Turn

CODE_HOURS = 24
"""How long "Kode saya" is valid before there is a case."""


def scene_of(desk: Desk, talk: Conversation) -> Scene:
    """The moment of a conversation."""
    return Scene(desk.brain.library, desk.brain.today(), talk)


def started(desk: Desk, before: Conversation, event: Event, decided: Reply) -> Reply:
    """Instead of the telephone numbers: what is it about?"""
    came_from = None if before.under(*QUESTIONS) else before.aside
    calling = Calling(came_from=came_from, opening=_opening(desk, before, event).value)
    talk = decided.conversation.with_(calling=calling)
    screen = about_screen(scene_of(desk, talk), suggested(desk, talk))
    return replace(decided, conversation=talk, screens=(screen,), toast=None)


def _opening(desk: Desk, before: Conversation, event: Event) -> Opening:
    met = before.under(View.TROUBLE)
    trouble = desk.brain.library.troubles.get(met.about) if met else None
    if trouble is not None and trouble.fix_by == "kantor":
        return Opening.TROUBLE
    if before.aside == SORRY:
        return Opening.FAILED
    if before.unclear >= 2:
        return Opening.UNCLEAR
    return Opening.BUTTON if isinstance(event, Pressed) else Opening.WORD


def context(desk: Desk, talk: Conversation) -> CaseContext:
    """Where the person was stuck when they asked for an officer."""
    calling = talk.calling or Calling()
    scene = scene_of(desk, talk.with_(aside=calling.came_from))
    typed = (calling.about,) if calling.about else ()
    return context_of(scene, Opening(calling.opening), about=calling.about, typed=typed)


def suggested(desk: Desk, talk: Conversation) -> str | None:
    """What it is probably about."""
    return suggestion(context(desk, talk))


def about_known(desk: Desk, talk: Conversation, about: str) -> tuple[Conversation, Screen | None]:
    """The first question is answered; the second, unless there is nothing to ask.

    None stands for the question that needs the keyboard with the location button.
    """
    calling = (talk.calling or Calling()).model_copy(update={"about": about})
    talk = talk.with_(calling=calling, aside=branch_aside())
    office = desk.offices.get(talk.office)
    if office is None or office.id == NATIONAL:
        return talk, None
    return talk, remembered_screen(scene_of(desk, talk), office)


def ask_branch(job: Job, chat_id: int) -> None:
    """Which branch? By name, by location, or not known."""
    rows = [
        [Key(job.label("tombol_lokasi"), request_location=True)],
        [Key(job.label("tombol_cabang_tidak_tahu"))],
    ]
    markup = ReplyKeyboardMarkup(rows, one_time_keyboard=True, resize_keyboard=True)
    asked = {**worded(job.say("cabang_tanya")), "reply_markup": markup.to_dict()}
    job.send("sendMessage", {"chat_id": chat_id, **asked})


def choose(
    desk: Desk, talk: Conversation, text: str, offices: tuple[Office, ...]
) -> tuple[Conversation, Screen]:
    """Several branches may be meant."""
    talk = talk.with_(aside=branch_aside(offices))
    return talk, offices_screen(scene_of(desk, talk), text, offices)


async def open_case(
    job: Job, turn: Turn, talk: Conversation, office_id: str, chat_id: int
) -> Filed:
    """Open the case: from here on the bot is silent in this chat."""
    case = await file_case(job, chat_id, office_id, context(job.desk, talk))
    turn.chat.case_id = case.id
    calling = talk.calling or Calling()
    office = job.desk.offices.get(office_id)
    kept = office_id if office is not None and office.id != NATIONAL else talk.office
    talk = talk.with_(aside=None, calling=None, unclear=0, office=kept)
    turn.conversation = talk.dump()
    await welcome(job, case, talk, office)
    for number in calling.attached:
        case = await inward.attached(job, case, number)
    return await inward.flush(job, case)


async def file_case(job: Job, chat_id: int, office_id: str, found: CaseContext) -> Filed:
    """Store a new waiting case."""
    offices = job.desk.offices
    desk = offices.desk(office_id)
    waiting = [c for c in await job.open_cases() if offices.answering(c).id == desk.id]
    code, trust_words = await promised(job, chat_id) or (await fresh_code(job), fresh_words(job))
    values = {
        "code": code, "trust_words": trust_words,
        "chat_id": chat_id, "office": office_id if offices.get(office_id) else NATIONAL,
        "desk": None, "group_id": job.desk.group_of(desk), "state": State.WAITING,
        "place": place_in_queue(job.now, waiting), "stage": Stage.DESK, "stage_at": job.now,
        "opened_at": job.now, "waiting_since": job.now,
        "unanswered_since": job.now if found.about else None, "last_at": job.now,
        "context": found,
    }  # fmt: skip
    number = await cases.add(job.db, {name: stored(value) for name, value in values.items()})
    cases.drop_code(job.db, chat_id)
    job.audit(AuditAct.OPENED, number, found.opening.value)
    case = await job.case(number)
    assert case is not None
    return case


async def promised(job: Job, chat_id: int) -> tuple[str, str] | None:
    """The code and trust words that "Kode saya" gave this chat, while they are valid."""
    return await cases.code_of(job.db, chat_id, job.at - CODE_HOURS * 3600)


def fresh_words(job: Job) -> str:
    """Two trust words."""
    trust = job.library.trust_words
    return new_trust_words(job.desk.chance, trust) if trust else ""


async def fresh_code(job: Job) -> str:
    """A code no case has or is promised."""
    while await cases.is_code_taken(job.db, code := new_code(job.desk.chance)):
        pass
    return code


async def welcome(job: Job, case: Filed, talk: Conversation, office: Office | None) -> None:
    """The number, the trust words, the place and the wait; the keyboard of the question goes."""
    if office is not None:
        chosen = worded(job.say("cabang_dipilih", kantor=office.nama))
        gone = {"reply_markup": ReplyKeyboardRemove().to_dict()}
        job.send("sendMessage", {"chat_id": case.chat_id, **chosen, **gone})
    scene = scene_of(job.desk, talk)
    place, wait = await estimated(job, case)
    text = opened_text(case, job.voice, job.now, place, wait)
    job.tell(case, text, rows=waiting_rows(scene, case))


def keeps(talk: Conversation, message: Message) -> Conversation:
    """Something that is not text came before the case is open: it is attached to it."""
    calling = talk.calling or Calling()
    attached = (*calling.attached, message.message_id)[-10:]
    return talk.with_(calling=calling.model_copy(update={"attached": attached}))
