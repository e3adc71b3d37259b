"""The participant's buttons that belong to a case."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from telegram import CallbackQuery

from flows.aside import Aside, View
from flows.desk.case import Closer, CloseReason, State
from flows.desk.screens import (
    about_screen,
    code_screen,
    held_screen,
    is_calling,
    queue_screen,
    sure_screen,
)
from flows.desk.texts import queue_text
from flows.events import Pressed
from flows.presses import ABOUT_SUGGESTED, CaseTap, Participant
from flows.screen import Screen
from flows.views import current_screen
from handlers.desk.case import ending, opening
from handlers.desk.filed import Filed
from handlers.desk.job import Visit
from handlers.desk.participant import asking
from handlers.outgoing import message
from store import cases


@dataclass(frozen=True)
class CaseTapped:
    """A tap in the private chat. `case` is the open one, None while the bot speaks.

    message_id: where the button stands; None when Telegram no longer says.
    """

    visit: Visit
    tap: CaseTap
    case: Filed | None
    message_id: int | None

    @property
    def own(self) -> Filed | None:
        """The open case, if the button belongs to it."""
        return self.case if self.case is not None and self.case.id == self.tap.case_id else None

    @property
    def is_calling(self) -> bool:
        """Whether the two questions are being asked."""
        return self.case is None and is_calling(self.visit.talk)

    def show(self, screen: Screen) -> None:
        """A screen in place of the message whose button was pressed."""
        _in_place(self.visit, self.message_id, screen)


async def pressed_for_case(
    visit: Visit, query: CallbackQuery | None, event: Pressed, case: Filed | None = None
) -> None:
    """A tap while a case is open (`case`), or on a button of the desk."""
    if query is None:
        return
    message_id = query.message.message_id if query.message else None
    tap = event.press if isinstance(event.press, CaseTap) else None
    act = ACTS.get(tap.verb) if tap else None
    answer = {"callback_query_id": query.id}
    if tap is None or act is None or not await act(CaseTapped(visit, tap, case, message_id)):
        answer["text"] = visit.for_person.label("tombol_lama")
        scene = visit.scene(visit.talk)
        _in_place(visit, message_id, await _status(visit, case) if case else current_screen(scene))
    visit.send("answerCallbackQuery", answer)


def _in_place(visit: Visit, message_id: int | None, screen: Screen) -> None:
    if message_id is not None:
        where = {**message(visit.chat_id, screen), "message_id": message_id}
        visit.send("editMessageText", where)


async def _status(visit: Visit, case: Filed) -> Screen:
    scene = visit.scene(visit.talk)
    if case.state is State.HELD:
        return held_screen(scene, case)
    place, wait = await visit.wait(case)
    return queue_screen(scene, case, queue_text(case, visit.for_person, visit.now, place, wait))


async def _about(tapped: CaseTapped) -> bool:
    if not tapped.is_calling:
        return False
    visit = tapped.visit
    suggested = asking.suggested(visit, visit.talk)
    if suggested is not None and tapped.tap.argument == ABOUT_SUGGESTED:
        asking.branch(visit, suggested, tapped.message_id)
    else:
        tapped.show(about_screen(visit.scene(visit.talk), None))
    return True


async def _office(tapped: CaseTapped) -> bool:
    office = tapped.tap.argument
    if not tapped.is_calling or tapped.visit.desk.offices.get(office) is None:
        return False
    await opening.open_case(tapped.visit, office)
    return True


async def _other_office(tapped: CaseTapped) -> bool:
    if tapped.is_calling:
        asking.branch_by_name(tapped.visit)
    return tapped.is_calling


async def _sure(tapped: CaseTapped) -> bool:
    if tapped.own is None:
        return False
    tapped.show(sure_screen(tapped.visit.scene(tapped.visit.talk), tapped.own))
    return True


async def _stay(tapped: CaseTapped) -> bool:
    if tapped.own is None:
        return False
    tapped.show(await _status(tapped.visit, tapped.own))
    return True


async def _leave(tapped: CaseTapped) -> bool:
    """The participant closes the case: the bot goes on at the same step."""
    visit, case = tapped.visit, tapped.own
    if case is None:
        return False
    waited = case.state is State.WAITING
    reason = CloseReason.LEFT if waited else CloseReason.PARTICIPANT
    await ending.close(visit, case, Closer.PARTICIPANT, reason, visit.turn)
    text = visit.for_person.say("kasus_pergi" if waited else "kasus_ditutup_sendiri")
    tapped.show(Screen(id="desk/left", text=text))
    visit.show(current_screen(visit.scene(visit.talk)))
    return True


async def _rate(tapped: CaseTapped) -> bool:
    visit, points = tapped.visit, tapped.tap.argument
    rated = await visit.case(tapped.tap.case_id)
    if rated is None or rated.chat_id != visit.chat_id or rated.open:
        return False
    if points not in {"1", "2", "3", "4", "5"}:
        return False
    if rated.officer_id == visit.chat_id:
        own = visit.for_person.say("kasus_nilai_sendiri")
        tapped.show(Screen(id="desk/own", text=own))
        return True
    screen = await ending.rate(visit, rated, int(points))
    visit.keep(visit.talk.with_(aside=_comment_on(rated.id)))
    tapped.show(screen)
    return True


async def _enough(tapped: CaseTapped) -> bool:
    if tapped.visit.talk.aside != _comment_on(tapped.tap.case_id):
        return False
    thank(tapped.visit)
    return True


def _comment_on(case_id: int) -> Aside:
    """The question for a comment, as it covers the step."""
    return Aside(View.COMMENT, (str(case_id),))


def thank(visit: Visit) -> None:
    """After the rating: thanks, and on where the conversation was."""
    visit.keep(visit.talk.with_(aside=None))
    screen = current_screen(visit.scene(visit.talk))
    visit.show(screen.under("thanks", visit.for_person.say("kasus_terima_kasih")))


async def _code(tapped: CaseTapped) -> bool:
    """ "Kode saya": to be read out to 175."""
    if tapped.case is not None:
        return False
    visit = tapped.visit
    known = await opening.promised(visit, visit.chat_id)
    code, words = known or (await opening.fresh_code(visit), opening.fresh_words(visit))
    if known is None:
        cases.keep_code(visit.db, visit.chat_id, code, words, visit.at)
    tapped.show(code_screen(visit.scene(visit.talk), code, words))
    return True


TapHandler = Callable[[CaseTapped], Awaitable[bool]]
"""Does what a button says; False when the button is too old for it."""

ACTS: dict[Participant, TapHandler] = {
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
