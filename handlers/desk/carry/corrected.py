"""Corrected: what an officer does with a message later: changes it, takes it back, notes it."""

from __future__ import annotations

import json

from telegram import Message

from handlers.desk.carry import held, outward
from handlers.desk.carry.changes import GONE, KEPT, WANTED
from handlers.desk.carry.messages import file_of, replaced, words_of
from handlers.desk.filed import Filed
from handlers.desk.job import Job
from store import carried, revisions
from store.carried import NOTE, OUT, Carried
from store.ledger import What

WITH_THEM = frozenset({"sending", "delivered"})
"""States in which the participant may have an earlier revision."""


async def edited(job: Job, case: Filed, message: Message) -> None:
    """The officer changed a message: so does the participant's copy, if it may be sent at all."""
    found = await carried.of_topic(job.db, case.id, message.message_id)
    own = next((one for one in found if one.direction == OUT), None)
    if own is None or own.author_id != job.actor:
        return
    text, file = words_of(message), replaced(own, file_of(message))
    if (text or "") == (own.text or "") and file is None:
        return
    entities = message.entities if message.text is not None else message.caption_entities
    marked = json.dumps([one.to_dict() for one in entities or ()])
    after = own._replace(text=text, entities=marked, file=file or own.file)
    job.follow_up(case)
    if outward.note(message, case) is not None:
        _becomes_note(job, after)
        return
    doubts = held.doubts(job, after)
    if doubts and own.state in WITH_THEM and own.back != GONE:
        await held.keep_edit(job, case, after, doubts)
        return
    revisions.edit(job.db, own.id, text, marked, after.file)
    after = after._replace(revision=own.revision + 1)
    if own.back in (WANTED, KEPT):
        revisions.take_back(job.db, own.id, "")
    if doubts:
        if own.state == "pending":
            await held.hold(job, case, after, doubts)
    elif _goes_anew(own) and outward.refusal(job, case) is None:
        await _send_anew(job, case, after)


def _becomes_note(job: Job, row: Carried) -> None:
    """It is for the staff only from now on; what the participant has of it is taken back."""
    revisions.edit(job.db, row.id, row.text, row.entities, row.file)
    if row.kind != NOTE and row.back != GONE:
        revisions.take_back(job.db, row.id, WANTED)


def _goes_anew(row: Carried) -> bool:
    """Whether the participant has nothing of it, or nobody knows: the newest words are sent."""
    return row.back == GONE or row.state in ("held", "refused", "uncertain")


async def _send_anew(job: Job, case: Filed, row: Carried) -> None:
    if row.state == "held":
        await job.unsay(case, What.HELD, row.id)
    revisions.take_back(job.db, row.id, "")
    await outward.send(job, case, [row._replace(back="")])
