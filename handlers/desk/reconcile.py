"""Reconcile: what each side ought to see is compared with what Telegram accepted that it sees.

Nothing here remembers an attempt: whatever lost a call (a cut line, a refusal, a kill, a mistake in
a hook), the difference is still in the store, and is sent. Some queries a look, however many cases
are open.
"""

from __future__ import annotations

import json
from typing import Final

from flows.desk.case import State
from handlers.desk.carry import changes, marks, warnings
from handlers.desk.filed import Filed, ForumTopic
from handlers.desk.job import Job
from handlers.desk.saying import next_try
from handlers.desk.topic import card, farewell
from store import about_text, carried, ledger, outbox, revisions
from store.about import (
    About,
    CardDrawn,
    CarriedIn,
    CarriedOut,
    Changed,
    FirstCard,
    Named,
    Said,
    TakenBack,
)
from store.ledger import Key, Side, Told, What
from store.outcome import MESSAGE_LOST, PERSON_LOST, Fate, Kind, Outcome

AT_ONCE: Final = 100
"""Differences looked at in one go."""

OVERDUE: Final = 30.0
"""Seconds after which it is asked whether a call is still on its way."""

LOST: Final = Fate(Kind.UNCERTAIN, "nobody wrote down what became of it")

DRAWN: Final = frozenset({What.CARD, What.NAME, What.PINNED})
"""Drawn anew from the case; everything else is sent as it was said."""

WHILE_WAITING: Final = frozenset({What.REMINDER, What.CALL, What.RETURNED, What.PASSED_ON})
"""Of interest only while nobody holds the case."""


async def due(job: Job) -> None:
    """Send what is wanted and not shown, and bring changes to the other side."""
    seen: set[tuple[int, Side]] = set()
    drawn: set[int] = set()
    for told in await ledger.due(job.db, job.at, AT_ONCE):
        where = (told.key.case_id, told.key.side)
        if told.key.what in DRAWN:
            if told.key.case_id in drawn:
                continue
            drawn.add(told.key.case_id)
        # One of a side that refuses shows whether it does so still; in their order, too.
        if told.tries == 0 or where not in seen:
            seen.add(where)
            await _send(job, told)
    await farewell.due(job)
    for row in await revisions.to_change(job.db, job.at):
        case = await job.case(row.case_id)
        if case is not None:
            await changes.bring(job, case, row)


async def _send(job: Job, told: Told) -> None:
    key = told.key
    case = await job.case(key.case_id)
    if case is None or not _holds(case, told):
        ledger.drop(job.db, [key])
    elif key.side is Side.STAFF and case.topic is not ForumTopic.THERE:
        # It waits for the topic, and is looked at again then.
        later = job.at + OVERDUE
        ledger.want(job.db, key, told.wanted, job.at, said=told.said, sending=False, next_at=later)
    elif key.what in DRAWN:
        await card.draw(job, case)
    elif key.what is What.MARK:
        await _mark(job, case, told)
    elif told.said is not None:
        ledger.sending(job.db, [key], job.at)
        job.say(case, key, json.loads(told.said), again=True)
    else:
        ledger.drop(job.db, [key])


def _holds(case: Filed, told: Told) -> bool:
    """Whether it is still worth saying."""
    key = told.key
    if key.what in WHILE_WAITING:
        return case.state is State.WAITING
    if key.what is What.TAKEN:
        return case.state is State.HELD
    if key.what in (What.OPENED, What.REOPENED, What.MOVED):
        return case.open
    # A closed case without a topic gets none any more: nobody would read it.
    return case.open or key.side is Side.PARTICIPANT or case.topic is not ForumTopic.NONE


async def _mark(job: Job, case: Filed, told: Told) -> None:
    row = await carried.one(job.db, told.key.subject)
    if row is None or row.topic_message_id is None or row.topic_message_id < 0:
        ledger.drop(job.db, [told.key])
        return
    mark = marks.fitting(row)
    ledger.want(job.db, told.key, mark, job.at)
    job.react(case, row, mark)


async def settled(job: Job, about: Said, outcome: Outcome) -> Filed | None:
    """What became of something told; returns the case when its person can no longer be reached."""
    case = await job.case(about.case)
    key = Key(about.case, Side(about.side), What(about.what), about.subject)
    told = await ledger.one(job.db, key)
    if case is None:
        return None
    if outcome.is_accepted:
        number = next(iter(outcome.message_ids), None)
        if told is None and key.what is What.WARNING and number is not None:
            job.remove(case, number)  # mended while it was on its way
        ledger.shown(job.db, key, about.revision, number, job.at)
        return None
    reason = outcome.fate.reason or outcome.fate.kind.value
    kind = outcome.fate.kind
    if kind in PERSON_LOST or (kind in MESSAGE_LOST and told is not None and told.tries > 1):
        ledger.given_up(job.db, key, about.revision, reason, job.at)
    else:
        later = next_try(job.at, told.tries if told else 0, kind)
        ledger.failed(job.db, key, about.revision, reason, later, job.at)
    return case if kind in PERSON_LOST and key.side is Side.PARTICIPANT else None


async def overdue(job: Job) -> None:
    """What is said to be on its way, and is in the outbox no more: nobody heard what became of it.

    An outcome and the end of its call are one commit: what the outbox lacks is lost for certain.
    """
    for case_id in await ledger.without_card(job.db, job.at - OVERDUE):
        case = await job.case(case_id)
        if case is not None:
            await card.draw(job, case)
    told = await ledger.overdue(job.db, job.at - OVERDUE, AT_ONCE)
    rows = await carried.sending(job.db, job.at - OVERDUE, AT_ONCE)
    if not told and not rows:
        return
    known = [about_text.load(text) for text in await outbox.abouts(job.db)]
    keys, numbers = _under_way(known)
    for one in told:
        if one.key not in keys:
            ledger.failed(job.db, one.key, one.wanted, LOST.reason, job.at, job.at)
    for row in rows:
        if row.id not in numbers:
            await _lost(job, row)


def _under_way(known: list[About]) -> tuple[set[Key], set[int]]:
    """What the outbox holds: keys of the ledger, and numbers of carried messages."""
    keys: set[Key] = set()
    numbers: set[int] = set()
    for about in known:
        match about:
            case Said():
                keys.add(Key(about.case, Side(about.side), What(about.what), about.subject))
            case FirstCard() | CardDrawn():
                keys.add(Key(about.case, Side.STAFF, What.CARD))
            case Named():
                keys.add(Key(about.case, Side.STAFF, What.NAME))
            case CarriedIn():
                numbers.update(about.rows + about.left)
            case CarriedOut():
                numbers.update(about.rows)
            case Changed() | TakenBack():
                numbers.add(about.row)
    return keys, numbers


async def _lost(job: Job, row: carried.Carried) -> None:
    if row.state == "delivered":
        revisions.unchanged(job.db, row.id, LOST.reason, job.at)
    elif row.direction == carried.IN:
        carried.failed(job.db, [row.id], "pending", LOST.reason, job.at)
    else:
        carried.failed(job.db, [row.id], "uncertain", LOST.reason, job.at)
        case = await job.case(row.case_id)
        if case is not None:
            job.warn(case, row, warnings.unsent(job.for_staff, row, LOST))
