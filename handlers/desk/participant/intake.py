"""The answers to the two questions before a case is open: buttons' numbers, words, a location."""

from __future__ import annotations

from telegram import Message

from flows.aside import View
from flows.content.offices import NATIONAL
from flows.conversation import Conversation
from flows.ears import Heard
from flows.events import Sent
from handlers.desk.carry.messages import is_kept_back, sort_of
from handlers.desk.case import opening
from handlers.desk.job import Visit
from handlers.desk.participant import asking

KEYS = frozenset({"0", "9"})
WAY_OUT = frozenset({"menu", "kembali"})
"""Keys and commands that are no answer: the bot understands them as always."""
CALLED_OFF = "urung"
"""No officer after all; the bot takes the question away."""


async def wrote(visit: Visit, heard: Heard) -> bool:
    """An answer in words; False when it is none."""
    text = heard.text.strip()
    if heard.command == CALLED_OFF:
        visit.keep(visit.talk.with_(calling=None))
        return False
    if text in KEYS or heard.command in WAY_OUT:
        visit.keep(visit.talk.with_(aside=None, calling=None))
        return False
    if _asks_about(visit.talk):
        _about(visit, text)
    else:
        await _branch(visit, heard)
    return True


def _asks_about(talk: Conversation) -> bool:
    return talk.under(View.OFFICER) is not None


def _about(visit: Visit, text: str) -> None:
    suggested = asking.suggested(visit, visit.talk)
    if suggested is not None and text == "2":
        asking.about_again(visit)
    else:
        asking.branch(visit, suggested if suggested is not None and text == "1" else text)


async def _branch(visit: Visit, heard: Heard) -> None:
    text, talk, offices = heard.text.strip(), visit.talk, visit.desk.offices
    offered = talk.aside.args if talk.aside else ()
    remembered = offices.get(talk.office)
    if text.isdecimal() and 1 <= int(text) <= len(offered):
        await opening.open_case(visit, offered[int(text) - 1])
    elif remembered is not None and not offered and text == "1":
        await opening.open_case(visit, remembered.id)
    elif remembered is not None and not offered and text == "2":
        asking.branch_by_name(visit)
    else:
        await _named(visit, heard)


async def _named(visit: Visit, heard: Heard) -> None:
    """A branch by its name."""
    found = visit.desk.offices.find(heard.folded)
    if found.unknown:
        await opening.open_case(visit, NATIONAL)
    elif found.sure is not None:
        await opening.open_case(visit, found.sure.id)
    else:
        name = "cabang_pilih" if found.offered else "cabang_tidak_ketemu"
        asking.branch_of(visit, name, found.offered)


def sent(visit: Visit, message: Message, event: Sent) -> bool:
    """An answer that is not text; False when it is none."""
    asks_about = _asks_about(visit.talk)
    if message.location is not None and not asks_about:
        near = visit.desk.offices.nearest(message.location.latitude, message.location.longitude)
        asking.branch_of(visit, "cabang_dekat", tuple(one.office for one in near))
        return True
    if event.masked or is_kept_back(sort_of(message)):
        return False
    asking.attach(visit, message)
    if asks_about:
        asking.branch(visit, event.caption or visit.for_staff.label(f"kartu_kiriman_{event.kind}"))
    else:
        asking.branch_again(visit)
    return True
