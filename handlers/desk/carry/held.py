"""Held: an officer's message that may not go out before a supervisor has read it."""

from __future__ import annotations

import json
from collections.abc import Sequence

from flows.desk.addressed import names_case
from flows.desk.card import Card
from flows.desk.case import AuditAct
from flows.desk.panels import held_panel, meant_panel
from flows.files import Fate
from flows.guard import doubts as guard
from flows.guard.doubts import NEVER, Doubt
from flows.mask import PLACES
from flows.texts.html import Html
from handlers.desk.carry.messages import kept_back
from handlers.desk.filed import Filed
from handlers.desk.job import Job
from store import carried
from store.carried import Carried
from store.ledger import What


def doubts(job: Job, row: Carried) -> Sequence[Doubt]:
    """What speaks against sending a message: its words, a shared contact, the kind of its file."""
    links = [one["url"] for one in json.loads(row.entities or "[]") if one.get("url")]
    text = PLACES["hp"] if row.kind == "kontak" else row.text or ""
    found = guard.doubts(text, job.library.guard, job.library.official, links)
    fate, ending = kept_back(row.kind)
    if fate is Fate.CARRIED:
        return found
    kind = "program" if fate is Fate.PROGRAM else "berkas"
    named = f".{ending}" if ending else job.for_staff.label("berkas_tanpa_akhiran")
    return (Doubt(kind, named), *found)


def never(job: Job, row: Carried) -> bool:
    """Whether nobody may let a message pass."""
    return any(doubt.kind in NEVER for doubt in doubts(job, row))


async def hold(job: Job, case: Filed, row: Carried, reasons: Sequence[Doubt]) -> None:
    """Keep a message back and say why, with the supervisor's buttons."""
    job.audit(AuditAct.HELD, case.id, str(row.id))
    _keep_back(job, case, row, held_panel(case, job.for_staff, row.id, reasons))


def ask(job: Job, case: Filed, row: Carried, question: Html) -> None:
    """Keep a message back until its author says whether it is meant for this participant."""
    _keep_back(job, case, row, meant_panel(case, job.for_staff, row.id, question))


def _keep_back(job: Job, case: Filed, row: Carried, card: Card) -> None:
    carried.set_state(job.db, [row.id], "held", job.at)
    job.to_topic(
        case, card.text, rows=card.rows, reply_to=row.topic_message_id,
        what=What.HELD, subject=row.id,
    )  # fmt: skip


async def slip(job: Job, case: Filed, row: Carried) -> Html | None:
    """What makes a message look as if it were meant for another topic; None when nothing does."""
    others = [
        # Two words are drawn for each case; two cases may have got the same.
        one for one in await job.open_cases()
        if one.id != case.id and one.trust_words != case.trust_words
    ]  # fmt: skip
    other = names_case(row.text or "", others) if others else None
    return job.for_staff.say("meja_topik_lain", kasus=other.code) if other else None


async def keep_edit(job: Job, case: Filed, row: Carried, reasons: Sequence[Doubt]) -> None:
    """A sent message was changed into one that may not go out: copy and store stay as they were."""
    job.audit(AuditAct.HELD, case.id, str(row.id))
    card = held_panel(case, job.for_staff, row.id, reasons)
    job.to_topic(case, card.text, reply_to=row.topic_message_id)


async def find(job: Job, case: Filed, row: int) -> Carried | None:
    """The held message behind a button of this case; None when it is no longer held."""
    one = await carried.one(job.db, row)
    if one is None or one.case_id != case.id or one.state != "held":
        return None
    return one
