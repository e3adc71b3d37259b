"""The participant's buttons that belong to a case."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from telegram import Update

from flows.aside import Aside, View
from flows.conversation import Conversation
from flows.desk.case import Closer, CloseReason, State
from flows.desk.screens import about_screen, code_screen, is_calling, status_screen, sure_screen
from flows.events import Pressed
from flows.presses import ABOUT_SUGGESTED, CaseTap, Participant
from flows.screen import Screen
from flows.views import current_screen
from handlers.desk.case import ending, opening
from handlers.desk.filed import Filed
from handlers.desk.job import Job
from handlers.desk.participant import intake
from handlers.outgoing import message
from store import cases
from store.turn import Turn

Tap = CaseTap


async def pressed_for_case(
    job: Job, update: Update, turn: Turn, event: Pressed, case: Filed | None = None
) -> None:
    """A press while a case is open (`case`), or on a button of the desk."""
    query, chat = update.callback_query, update.effective_chat
    if query is None or chat is None:
        return
    tap = event.press if isinstance(event.press, CaseTap) else None
    act = ACTS.get(tap.verb) if tap else None
    answer = {"callback_query_id": query.id}
    if tap is None or act is None or not await act(job, update, turn, tap, case):
        answer["text"] = job.label("tombol_lama")
        if case is not None:
            _edit(job, update, await _status(job, turn, case))
        else:
            talk = Conversation.load(turn.conversation)
            _edit(job, update, current_screen(opening.scene_of(job.desk, talk)))
    job.send("answerCallbackQuery", answer)


async def _status(job: Job, turn: Turn, case: Filed) -> Screen:
    scene = opening.scene_of(job.desk, Conversation.load(turn.conversation))
    return status_screen(scene, case, await job.place(case))


def _edit(job: Job, update: Update, screen: Screen) -> None:
    """Show a screen in place of the message whose button was pressed."""
    query = update.callback_query
    if query is None or query.message is None:
        return
    payload = message(query.message.chat.id, screen)
    job.send("editMessageText", {**payload, "message_id": query.message.message_id})


async def _about(job: Job, update: Update, turn: Turn, tap: Tap, case: Filed | None) -> bool:
    talk = Conversation.load(turn.conversation)
    if case is not None or not is_calling(talk):
        return False
    about = opening.suggested(job.desk, talk) if tap.argument == ABOUT_SUGGESTED else None
    if about is None:
        scene = opening.scene_of(job.desk, talk)
        _edit(job, update, about_screen(scene, None))
        return True
    intake.next_question(job, turn, talk, about, _chat(update), update)
    return True


async def _office(job: Job, update: Update, turn: Turn, tap: Tap, case: Filed | None) -> bool:
    talk = Conversation.load(turn.conversation)
    if case is not None or not is_calling(talk) or job.desk.offices.get(tap.argument) is None:
        return False
    await opening.open_case(job, turn, talk, tap.argument, _chat(update))
    return True


async def _other_office(job: Job, update: Update, turn: Turn, tap: Tap, case: Filed | None) -> bool:
    talk = Conversation.load(turn.conversation)
    if case is not None or not is_calling(talk):
        return False
    opening.ask_branch(job, _chat(update))
    return True


async def _sure(job: Job, update: Update, turn: Turn, tap: Tap, case: Filed | None) -> bool:
    if case is None or tap.case_id != case.id:
        return False
    scene = opening.scene_of(job.desk, Conversation.load(turn.conversation))
    _edit(job, update, sure_screen(scene, case))
    return True


async def _stay(job: Job, update: Update, turn: Turn, tap: Tap, case: Filed | None) -> bool:
    if case is None or tap.case_id != case.id:
        return False
    _edit(job, update, await _status(job, turn, case))
    return True


async def _leave(job: Job, update: Update, turn: Turn, tap: Tap, case: Filed | None) -> bool:
    """The participant closes the case: the bot goes on at the same step."""
    if case is None or tap.case_id != case.id:
        return False
    waited = case.state is State.WAITING
    reason = CloseReason.LEFT if waited else CloseReason.PARTICIPANT
    await ending.close(job, case, Closer.PARTICIPANT, reason, turn)
    text = job.say("kasus_pergi" if waited else "kasus_ditutup_sendiri")
    scene = opening.scene_of(job.desk, Conversation.load(turn.conversation))
    _edit(job, update, Screen(id="desk/left", text=text))
    job.to_person(_chat(update), current_screen(scene))
    return True


async def _rate(job: Job, update: Update, turn: Turn, tap: Tap, case: Filed | None) -> bool:
    rated = await job.case(tap.case_id)
    if rated is None or rated.chat_id != _chat(update) or rated.open:
        return False
    if tap.argument not in {"1", "2", "3", "4", "5"}:
        return False
    screen = await ending.rate(job, rated, int(tap.argument), turn)
    talk = Conversation.load(turn.conversation)
    turn.conversation = talk.with_(aside=_comment_on(rated.id)).dump()
    _edit(job, update, screen)
    return True


async def _enough(job: Job, update: Update, turn: Turn, tap: Tap, case: Filed | None) -> bool:
    talk = Conversation.load(turn.conversation)
    if case is not None or talk.aside != _comment_on(tap.case_id):
        return False
    thank(job, turn, _chat(update), talk)
    return True


def _comment_on(case_id: int) -> Aside:
    """The question for a comment, as it covers the step."""
    return Aside(View.COMMENT, (str(case_id),))


def thank(job: Job, turn: Turn, chat_id: int, talk: Conversation) -> None:
    """After the rating: thanks, and on where the conversation was."""
    talk = talk.with_(aside=None)
    turn.conversation = talk.dump()
    screen = current_screen(opening.scene_of(job.desk, talk))
    job.to_person(chat_id, screen.under("thanks", job.say("kasus_terima_kasih")))


async def _code(job: Job, update: Update, turn: Turn, tap: Tap, case: Filed | None) -> bool:
    """ "Kode saya": to be read out to 175."""
    if case is not None:
        return False
    chat_id = _chat(update)
    known = await opening.promised(job, chat_id)
    code, words = known or (await opening.fresh_code(job), opening.fresh_words(job))
    if known is None:
        cases.keep_code(job.db, chat_id, code, words, job.at)
    talk = Conversation.load(turn.conversation)
    _edit(job, update, code_screen(opening.scene_of(job.desk, talk), code, words))
    return True


def _chat(update: Update) -> int:
    chat = update.effective_chat
    assert chat is not None
    return chat.id


Act = Callable[[Job, Update, Turn, Tap, Filed | None], Awaitable[bool]]

ACTS: dict[Participant, Act] = {
    Participant.ABOUT: _about,
    Participant.OFFICE: _office,
    Participant.OTHER_OFFICE: _other_office,
    Participant.LEAVE: _sure,
    Participant.CLOSE: _sure,
    Participant.SURE: _leave,
    Participant.STAY: _stay,
    Participant.RATE: _rate,
    Participant.NO_COMMENT: _enough,
    Participant.CODE: _code,
}
