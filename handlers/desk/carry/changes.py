"""Changes: what a side has of a message becomes what its author says now, or is taken away.

A change is brought when the difference is there, whatever caused it; one at a time for a message.
"""

from __future__ import annotations

import json
from typing import Any, Final

from handlers.desk.carry import elsewhere, parts, shapes, warnings
from handlers.desk.carry.messages import has_other_file
from handlers.desk.filed import Filed, ForumTopic, in_topic, is_here, lane
from handlers.desk.job import Job
from handlers.desk.saying import next_try
from handlers.outgoing import unlinked, worded
from store import carried, revisions
from store.about import Changed, Note, Part, TakenBack
from store.carried import OUT, TEXT, Carried
from store.ledger import What
from store.outcome import MESSAGE_LOST, PERSON_LOST, Outcome

DELETABLE: Final = 47 * 3600.0
"""Seconds for which we may take a message back: Telegram allows 48 hours."""

NEVER: Final = 1e12
"""No moment at all, in Unix seconds."""

WANTED, GONE, KEPT = "wanted", "gone", "kept"


async def bring(job: Job, case: Filed, row: Carried) -> None:
    """See to the difference between what a side has and what it ought to have."""
    if row.state == "sending" or row.changing:
        return
    if row.back == WANTED:
        await _take_back(job, case, row)
    elif row.state == "delivered" and row.sent_revision != row.revision and not row.back:
        await (_at_person if row.direction == OUT else _in_topic)(job, case, row)


async def _take_back(job: Job, case: Filed, row: Carried) -> None:
    """An officer takes a message back, wherever it is by now."""
    if row.state == "delivered":
        if job.at - (row.sent_at or 0.0) > DELETABLE:
            await _kept(job, case, row, "meja_tarik_lama")
            return
        revisions.changing(job.db, row.id, row.revision)
        where = {"chat_id": case.chat_id, "message_id": row.participant_message_id}
        job.send("deleteMessage", where, about=TakenBack(case.id, row.id))
        await job.mark(case, row)
    elif row.state == "uncertain":
        carried.set_state(job.db, [row.id], "dropped", job.at)
        await _kept(job, case, row, "meja_tarik_tidak_pasti")
    else:
        await _never_sent(job, case, row)


async def _kept(job: Job, case: Filed, row: Carried, why: str) -> None:
    """It cannot be taken back: the officer is told so."""
    await job.unsay(case, What.WARNING, row.id)
    revisions.take_back(job.db, row.id, KEPT)
    job.to_topic(case, job.for_staff.say(why), reply_to=row.topic_message_id)


async def _never_sent(job: Job, case: Filed, row: Carried) -> None:
    """The participant has nothing of it, and will have nothing."""
    await job.unsay(case, What.WARNING, row.id)
    await job.unsay(case, What.HELD, row.id)
    carried.set_state(job.db, [row.id], "dropped", job.at)
    revisions.take_back(job.db, row.id, GONE)
    job.to_topic(case, job.for_staff.say("meja_dibuang"), reply_to=row.topic_message_id)


async def _at_person(job: Job, case: Filed, row: Carried) -> None:
    revisions.changing(job.db, row.id, row.revision)
    where = {"chat_id": case.chat_id, "message_id": row.participant_message_id}
    marked = json.loads(row.entities or "[]")
    about = Changed(case.id, row.id, row.revision)
    caption: dict[str, Any] = {"caption": row.text or "", "caption_entities": marked}
    if row.kind == TEXT:
        job.send("editMessageText", {**where, "text": row.text, "entities": marked}, about=about)
    elif row.file is not None and has_other_file(row):
        found = json.loads(row.file)
        media = {"type": found["sort"], "media": found["id"], **caption}
        job.send("editMessageMedia", {**where, "media": media}, about=about)
    else:
        job.send("editMessageCaption", {**where, **caption}, about=about)
    await job.mark(case, row)


async def _in_topic(job: Job, case: Filed, row: Carried) -> None:
    """All of what stands in one message of the topic, in as many parts as it takes now."""
    if case.topic is not ForumTopic.THERE:
        return
    where = {**in_topic(case), "message_id": row.topic_message_id}
    if has_other_file(row):
        # Files of participants have no number here: the new one is copied, the old one says so.
        old = worded(job.for_staff.say("meja_diganti"), "caption")
        job.send("editMessageCaption", {**where, **old}, about=Note(case.id), lane=lane(case))
        carried.carry_again(job.db, row.id)
        return
    revisions.changing(job.db, row.id, row.revision)
    batch = await carried.of_topic(job.db, case.id, row.topic_message_id or 0)
    told = await elsewhere.together(job.db, job.for_staff, batch)
    shape = shapes.of(job.for_staff, told)
    about = Changed(case.id, row.id, row.revision)
    if row.kind == TEXT:
        method, payload = "editMessageText", unlinked(shape.first)
    else:
        method, payload = "editMessageCaption", worded(shape.first, "caption")
    job.send(method, {**where, **payload}, about=about, lane=lane(case))
    await parts.below(job.db, job.send, in_topic(case), batch[0], shape.rest)


async def changed(job: Job, about: Changed, outcome: Outcome) -> Carried | None:
    """What became of a change; returns the message when its person can no longer be reached."""
    case, row = await job.case(about.case), await carried.one(job.db, about.row)
    if case is None or row is None or row.changing != about.revision:
        return None
    if row.direction != OUT and not is_here(case, outcome):
        return None
    if outcome.is_accepted:
        await _accepted(job, case, row, about.revision, outcome)
    elif row.direction == OUT and outcome.fate.kind in PERSON_LOST:
        revisions.unchanged(job.db, row.id, outcome.fate.kind.value, NEVER)
        return row
    else:
        hopeless = outcome.fate.kind in MESSAGE_LOST
        later = NEVER if hopeless else next_try(job.at, row.tries, outcome.fate.kind)
        why = outcome.fate.reason or outcome.fate.kind.value
        revisions.unchanged(job.db, row.id, why, later)
        if row.direction == OUT and row.tries == 0:
            job.warn(case, row, warnings.unchanged(job.for_staff, row, outcome.fate))
        elif hopeless:
            job.to_topic(
                case,
                job.for_staff.say("meja_ubah_tidak_terbawa"),
                what=What.WARNING,
                subject=row.id,
            )
    return None


async def _accepted(job: Job, case: Filed, row: Carried, revision: int, outcome: Outcome) -> None:
    there = next(iter(outcome.message_ids), None)
    if row.direction == OUT:
        # A copy that was deleted came back under a new number.
        number = there or row.participant_message_id or 0
        carried.with_person(job.db, [(row.id, number, revision)], job.at)
        await job.unsay(case, What.WARNING, row.id)
        await arrived(job, case, row.id)
        return
    batch = await carried.of_topic(job.db, case.id, row.topic_message_id or 0)
    number = there or row.topic_message_id or 0
    seen = [(one.id, number, one.sent_revision) for one in batch if one.id != row.id]
    carried.in_topic(job.db, [(row.id, number, revision), *seen], job.at)
    job.follow_up(case)


async def arrived(job: Job, case: Filed, number: int) -> None:
    """The participant has a revision: marked if it is the newest, else the next is on its way."""
    row = await carried.one(job.db, number)
    if row is not None:
        await bring(job, case, row)
        await job.mark(case, row)


async def taken_back(job: Job, about: TakenBack, outcome: Outcome) -> None:
    """Whether the participant's copy is gone."""
    case, row = await job.case(about.case), await carried.one(job.db, about.row)
    if case is None or row is None or row.back != WANTED:
        return
    if outcome.is_accepted:
        revisions.take_back(job.db, row.id, GONE)
        await job.mark(case, row._replace(back=GONE))
        await job.unsay(case, What.WARNING, row.id)
        job.to_topic(case, job.for_staff.say("meja_ditarik"), reply_to=row.topic_message_id)
    elif outcome.fate.kind in PERSON_LOST | MESSAGE_LOST:
        await _kept(job, case, row, "meja_tarik_gagal")
    else:
        later = next_try(job.at, row.tries, outcome.fate.kind)
        revisions.unchanged(job.db, row.id, outcome.fate.reason, later)


async def part(job: Job, about: Part, outcome: Outcome) -> None:
    """A further part is in the topic; what lacks one is brought there again."""
    case, row = await job.case(about.case), await carried.one(job.db, about.row)
    if case is None or row is None or not is_here(case, outcome):
        return
    if outcome.is_accepted:
        for number in outcome.message_ids:
            carried.part_there(job.db, row.id, about.part, number)
    elif outcome.fate.kind not in MESSAGE_LOST:
        later = next_try(job.at, row.tries, outcome.fate.kind)
        carried.incomplete(job.db, row.id, outcome.fate.reason, later)
    else:
        job.to_topic(case, job.for_staff.say("meja_tidak_terbawa", jumlah=1))
