"""The answers to the two questions before a case is open: buttons' numbers, words, a location."""

from __future__ import annotations

from telegram import Update

from flows.aside import View
from flows.content.offices import NATIONAL
from flows.conversation import Conversation
from flows.desk.screens import about_screen, offices_screen, remembered_screen
from flows.events import Sent, Wrote
from flows.screen import Screen
from handlers.desk.case import opening
from handlers.desk.desk import Desk
from handlers.desk.job import Job
from handlers.outgoing import message
from store.turn import Turn

WAY_OUT = frozenset({"0", "9", "menu", "kembali", "batal", "tidak jadi"})
"""Words that are no answer: the bot understands them as always."""


async def answered(
    desk: Desk, update: Update, turn: Turn, event: Wrote | Sent, talk: Conversation
) -> bool:
    """An answer in words; False when it is none."""
    chat, sent = update.effective_chat, update.message
    if chat is None or sent is None:
        return False
    job = Job(desk, await turn.store(), turn)
    if isinstance(event, Sent):
        return await _sent(job, update, turn, event, talk)
    text = event.text.strip()
    if text.lower() in WAY_OUT:
        turn.conversation = talk.with_(aside=None, calling=None).dump()
        return False
    if _asks_about(talk):
        return _about(job, turn, talk, text, chat.id)
    return await _branch(job, turn, talk, text, chat.id)


def _asks_about(talk: Conversation) -> bool:
    return talk.under(View.OFFICER) is not None


def _about(job: Job, turn: Turn, talk: Conversation, text: str, chat_id: int) -> bool:
    suggested = opening.suggested(job.desk, talk)
    if suggested is not None and text == "2":
        scene = opening.scene_of(job.desk, talk)
        job.to_person(chat_id, about_screen(scene, None))
        return True
    about = suggested if suggested is not None and text == "1" else text
    next_question(job, turn, talk, about, chat_id)
    return True


def next_question(
    job: Job, turn: Turn, talk: Conversation, about: str, chat_id: int, update: Update | None = None
) -> None:
    """Which branch? In place of the pressed question, else below."""
    talk, screen = opening.about_known(job.desk, talk, about)
    turn.conversation = talk.dump()
    pressed = update.callback_query.message if update and update.callback_query else None
    if screen is None:
        if pressed is not None:  # the keyboard below the text field comes instead of its buttons
            where = {"chat_id": chat_id, "message_id": pressed.message_id}
            job.send("editMessageReplyMarkup", where)
        opening.ask_branch(job, chat_id)
        return
    payload = message(chat_id, screen)
    if pressed is not None:
        job.send("editMessageText", {**payload, "message_id": pressed.message_id})
    else:
        job.send("sendMessage", payload)


async def _branch(job: Job, turn: Turn, talk: Conversation, text: str, chat_id: int) -> bool:
    offices = job.desk.offices
    offered = talk.aside.args if talk.aside else ()
    if text.isdigit() and 1 <= int(text) <= len(offered):
        await opening.open_case(job, turn, talk, offered[int(text) - 1], chat_id)
        return True
    remembered = offices.get(talk.office)
    if remembered is not None and not offered and text in ("1", "2"):
        if text == "1":
            await opening.open_case(job, turn, talk, remembered.id, chat_id)
        else:
            opening.ask_branch(job, chat_id)
        return True
    found = offices.find(text)
    if found.unknown:
        await opening.open_case(job, turn, talk, NATIONAL, chat_id)
    elif found.sure is not None:
        await opening.open_case(job, turn, talk, found.sure.id, chat_id)
    else:
        name = "cabang_pilih" if found.offered else "cabang_tidak_ketemu"
        talk, screen = opening.choose(job.desk, talk, name, found.offered)
        turn.conversation = talk.dump()
        job.to_person(chat_id, screen)
    return True


async def _sent(job: Job, update: Update, turn: Turn, event: Sent, talk: Conversation) -> bool:
    sent, chat = update.message, update.effective_chat
    if sent is None or chat is None:
        return False
    if sent.location is not None and not _asks_about(talk):
        near = job.desk.offices.nearest(sent.location.latitude, sent.location.longitude)
        offices = tuple(one.office for one in near)
        talk, screen = opening.choose(job.desk, talk, "cabang_dekat", offices)
        turn.conversation = talk.dump()
        job.to_person(chat.id, screen)
        return True
    if event.masked:
        return False
    talk = opening.keeps(talk, sent)
    turn.conversation = talk.dump()
    if _asks_about(talk):
        about = event.caption or job.label(f"kasus_kiriman_{event.kind}")
        next_question(job, turn, talk, about, chat.id)
    else:
        job.to_person(chat.id, _again(job, talk))
    return True


def _again(job: Job, talk: Conversation) -> Screen:
    """The second question once more."""
    scene = opening.scene_of(job.desk, talk)
    known = [job.desk.offices.get(name) for name in (talk.aside.args if talk.aside else ())]
    offered = [office for office in known if office is not None]
    remembered = job.desk.offices.get(talk.office)
    if remembered is not None and not offered:
        return remembered_screen(scene, remembered)
    return offices_screen(scene, "cabang_tanya", offered)
