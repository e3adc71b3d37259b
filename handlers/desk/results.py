"""What became of the desk's calls, told in the transaction that records it."""

from __future__ import annotations

from functools import partial
from typing import assert_never

import structlog

from handlers.desk import board, follow_up, reconcile, ringing
from handlers.desk.carry import changes, inward, outward
from handlers.desk.desk import Desk
from handlers.desk.job import Job
from handlers.desk.staff import members, offered
from handlers.desk.topic import card, farewell, leaving, making
from store import staff
from store.about import (
    About,
    BoardShown,
    CardDrawn,
    CarriedIn,
    CarriedOut,
    Changed,
    Farewell,
    FirstCard,
    Greeting,
    GroupMessage,
    Marker,
    Membership,
    Named,
    Note,
    Part,
    Pinned,
    Probe,
    Rung,
    Said,
    TakenBack,
    Told,
    TopicLeaving,
    TopicMade,
    Unknown,
    Upload,
)
from store.outcome import PERSON_LOST, Kind, Outcome
from store.unit import OpenUnit

log = structlog.get_logger()


INTO_TOPIC = (FirstCard, CardDrawn, Named, Said, Note, CarriedIn, Changed, Part, Pinned, Greeting)
"""What may find the topic deleted."""


_WRITES = ("send", "copy")


async def heard(desk: Desk, outcome: Outcome, unit: OpenUnit) -> None:
    """One settled call that was about something."""
    about = outcome.about
    if about is None:
        return
    job = Job(desk, unit.transaction, unit)
    if isinstance(about, INTO_TOPIC) and outcome.fate.kind is Kind.TOPIC_GONE:
        await making.gone(job, about.case, outcome)
    elif isinstance(about, INTO_TOPIC) and outcome.fate.kind is Kind.TOPIC_CLOSED:
        await making.opened_again(job, about.case, outcome)
    await _hear(job, about, outcome)
    await follow_up.done(job)
    chat_id = outcome.call.chat_id
    if chat_id is not None and chat_id < 0:
        if outcome.fate.kind is Kind.FORBIDDEN and outcome.call.method.startswith(_WRITES):
            job.db.after_commit(partial(desk.was_refused, chat_id))
        for number in outcome.message_ids:
            staff.seen_message(job.db, chat_id, number)


async def _hear(job: Job, about: About, outcome: Outcome) -> None:  # noqa: C901, PLR0915 (a list)
    """Each to its own; mypy finds what nobody hears."""
    match about:
        case TopicMade():
            await making.made(job, about, outcome)
        case Marker():
            await making.marked(job, about, outcome)
        case Probe():
            await making.probed(job, about, outcome)
        case FirstCard() | CardDrawn():
            await card.drawn(job, about, outcome)
        case Named():
            await card.named(job, about, outcome)
        case Pinned():
            await card.pinned(job, about, outcome)
        case Greeting():
            await offered.greeted(job, about, outcome)
        case Said():
            await _said(job, about, outcome)
        case Note():
            await _noted(job, about, outcome)
        case CarriedIn():
            await inward.landed(job, about, outcome)
        case CarriedOut():
            await outward.landed(job, about, outcome)
        case Changed():
            await _changed(job, about, outcome)
        case Part():
            await changes.part(job, about, outcome)
        case TakenBack():
            await changes.taken_back(job, about, outcome)
        case Farewell():
            await farewell.done(job, about, outcome)
        case Membership():
            await members.answered(job, about, outcome)
        case BoardShown():
            board.shown(job, about, outcome)
        case Rung():
            ringing.heard(job, about, outcome)
        case TopicLeaving():
            await leaving.heard(job, about, outcome)
        case GroupMessage() | Upload() | Told():
            pass
        case Unknown():
            log.warning("about_unknown", method=outcome.call.method)
        case _:
            assert_never(about)


async def _said(job: Job, about: Said, outcome: Outcome) -> None:
    """Something of the ledger; a participant whom nothing reaches any more ends the case."""
    lost = await reconcile.settled(job, about, outcome)
    if lost is not None:
        await outward.lost(job, lost, outcome.fate.kind)


async def _changed(job: Job, about: Changed, outcome: Outcome) -> None:
    """A copy that was changed on either side."""
    row = await changes.changed(job, about, outcome)
    case = await job.case(about.case) if row is not None else None
    if case is not None and row is not None:
        await outward.lost(job, case, outcome.fate.kind, reply_to=row.topic_message_id)


async def _noted(job: Job, about: Note, outcome: Outcome) -> None:
    """A word of the moment, also of an earlier release to the participant."""
    case = await job.case(about.case)
    kind = outcome.fate.kind
    if case is not None and outcome.call.chat_id == case.chat_id and kind in PERSON_LOST:
        await outward.lost(job, case, kind)
