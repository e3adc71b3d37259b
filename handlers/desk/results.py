"""What became of the desk's calls, told in the transaction that records it."""

from __future__ import annotations

from typing import assert_never

import structlog

from handlers.desk import board, follow_up
from handlers.desk.carry import inward, outward
from handlers.desk.desk import Desk
from handlers.desk.job import Job
from handlers.desk.staff import members
from handlers.desk.topic import card, making
from store import staff
from store.about import (
    About,
    BoardShown,
    CardDrawn,
    CarriedIn,
    CarriedOut,
    FirstCard,
    GroupMessage,
    Marker,
    Membership,
    Note,
    Probe,
    Told,
    TopicMade,
    Unknown,
    Upload,
)
from store.outcome import Kind, Outcome
from store.unit import OpenUnit

log = structlog.get_logger()


async def heard(desk: Desk, outcome: Outcome, unit: OpenUnit) -> None:
    """One settled call that was about something."""
    about = outcome.about
    if about is None:
        return
    job = Job(desk, unit.transaction, unit)
    into_topic = about if isinstance(about, FirstCard | CardDrawn | Note | CarriedIn) else None
    if into_topic is not None and outcome.fate.kind is Kind.TOPIC_GONE:
        await making.gone(job, into_topic.case, outcome.call.chat_id)
    else:
        await _hear(job, about, outcome)
    await follow_up.done(job)
    chat_id = outcome.call.chat_id
    if chat_id is not None and chat_id < 0:
        for number in outcome.message_ids:
            staff.seen_message(job.db, chat_id, number)


async def _hear(job: Job, about: About, outcome: Outcome) -> None:  # noqa: C901 (a list)
    """Each to its own; mypy finds what nobody hears."""
    match about:
        case TopicMade():
            await making.made(job, about, outcome)
        case Marker():
            await making.marked(job, about, outcome)
        case Probe():
            await making.probed(job, about, outcome)
        case FirstCard():
            await card.carded(job, about, outcome)
        case CardDrawn():
            await card.drawn(job, about, outcome)
        case Note():
            await _noted(job, about, outcome)
        case CarriedIn():
            await inward.landed(job, about, outcome)
        case CarriedOut():
            await outward.landed(job, about, outcome)
        case Membership():
            await members.answered(job, about, outcome)
        case BoardShown():
            board.shown(job, about, outcome)
        case GroupMessage() | Upload() | Told():
            pass
        case Unknown():
            log.warning("about_unknown", method=outcome.call.method)
        case _:
            assert_never(about)


async def _noted(job: Job, about: Note, outcome: Outcome) -> None:
    """A word to one of the two sides."""
    case = await job.case(about.case)
    if case is None:
        return
    if outcome.call.chat_id == case.chat_id:
        await outward.noted(job, case, outcome)
    else:
        await inward.noted(job, case, about, outcome)
