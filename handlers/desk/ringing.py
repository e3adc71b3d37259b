"""Ringing: whoever is meant is named in the topic, and called in private if they started the bot.

A muted group rings for who is mentioned; the private chat rings for who does not look there.
Telegram lets a bot write only to who has started it, so one /start by somebody of the staff turns
the bell on, and /lonceng turns it off and on again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from flows.commands import START
from flows.desk.mention import mentions
from flows.events import Commanded, Event
from flows.texts.html import Html
from handlers.desk.desk import Desk
from handlers.desk.filed import Filed, link
from handlers.desk.job import Job
from handlers.outgoing import unlinked
from store import bells
from store.about import Rung
from store.outbox import Delivery
from store.outcome import PERSON_LOST, Outcome

BELL: Final = "lonceng"
"""The command of the staff in their private chats."""


def named(job: Job, people: Mapping[int, str]) -> Html:
    """These people, so that their telephones ring; where nobody is known, what they would be."""
    if people:
        return mentions(people)
    return Html.escape(job.for_staff.label("meja_supervisor_siapa"))


async def ring(job: Job, people: Iterable[int], text: str, case: Filed, **values: object) -> None:
    """Call these people in private, those who want it (`text`: the message of the desk)."""
    said = job.for_staff.say(text, kasus=case.code, tautan=_linked(job, case), **values)
    for user_id in people:
        if await bells.rings(job.db, user_id):
            _to(job, user_id, said)


def _linked(job: Job, case: Filed) -> Html:
    address, label = link(case), job.for_staff.label("meja_lonceng_buka")
    return Html('<a href="{}">{}</a>').format(address, label) if address else Html()


def _to(job: Job, user_id: int, text: Html) -> None:
    """In a lane of its own: a screen of the guide in the same chat must not take its place."""
    job.send(
        "sendMessage",
        {"chat_id": user_id, **unlinked(text)},
        lane=f"bell:{user_id}",
        delivery=Delivery.AGAIN,
        about=Rung(user_id),
    )


def concerns(desk: Desk, user_id: int, event: Event) -> bool:
    """Whether it is a word of somebody of the staff about being called."""
    asks = isinstance(event, Commanded) and event.name in (START, BELL)
    return asks and user_id in desk.known.staff


async def asked(job: Job, user_id: int, event: Event) -> bool:
    """The first /start turns the bell on, /lonceng turns it round; says whether that was all."""
    before = await bells.rings(job.db, user_id)
    is_bell = isinstance(event, Commanded) and event.name == BELL
    if is_bell or before is None:
        rings = not before
        bells.keep(job.db, user_id, rings=rings, now=job.at)
        _to(job, user_id, job.for_staff.say("meja_lonceng_nyala" if rings else "meja_lonceng_mati"))
    return is_bell


def heard(job: Job, about: Rung, outcome: Outcome) -> None:
    """Who stopped the bot is not called any more."""
    if outcome.fate.kind in PERSON_LOST:
        bells.keep(job.db, about.user, rings=False, now=job.at)
