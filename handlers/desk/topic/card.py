"""The card of a case and the name of its topic: drawn until Telegram shows what is true.

What they ought to say is computed each time; the ledger knows what Telegram has accepted of it.
"""

from __future__ import annotations

import json
from typing import Any

from flows.desk.card import case_card, topic_name
from flows.desk.elapsed import is_over
from handlers.desk.filed import Filed, ForumTopic, in_topic, is_here, lane
from handlers.desk.job import Job
from handlers.desk.saying import digest, next_try
from handlers.outgoing import keyboard, unlinked
from store import ledger
from store.about import CardDrawn, FirstCard, Named, Pinned
from store.ledger import Key, Side, Told, What
from store.outbox import CARD, NOTICE
from store.outcome import Outcome

SELDOM = 10.0
"""Seconds between two drawings of a card whose case is in the same state."""


async def draw(job: Job, case: Filed) -> Filed:
    """Send the card and the name that are true now; one drawing of each at a time."""
    if case.topic is not ForumTopic.THERE:
        return case
    known = await ledger.of_topic(job.db, case.id)
    later = False
    for what, drawing in ((What.CARD, _card), (What.NAME, _name), (What.PINNED, _pin)):
        told = known.get(what)
        if told is not None and told.state == "sending":
            later = True  # what it says now is sent when this is settled
        else:
            later |= await drawing(job, case, told)
    name = topic_name(case, job.library)
    return await job.save(case.with_(topic_name=name, card_due=later))


async def _card(job: Job, case: Filed, told: Told | None) -> bool:
    """Says whether it has to be looked at later: what somebody tells in the queue is gathered."""
    card = case_card(case, job.for_staff)
    drawn: dict[str, Any] = {**unlinked(card.text), "reply_markup": keyboard(card.rows)}
    revision = f"{case.state.value}:{digest(json.dumps(drawn))}"
    if case.card_message_id is not None and told is not None:
        if _says(told, revision):
            return False
        is_shown = told.state == "shown" and told.shown.startswith(f"{case.state.value}:")
        if is_shown and not is_over(told.at, SELDOM, job.at):
            return True
    ledger.want(job.db, Key(case.id, Side.STAFF, What.CARD), revision, job.at)
    if case.card_message_id is None:
        first = FirstCard(case.id, revision)
        job.send("sendMessage", {**in_topic(case), **drawn}, about=first, priority=CARD)
    else:
        where = {**in_topic(case), "message_id": case.card_message_id}
        about = CardDrawn(case.id, revision)
        # Words of people go first: a card that is a little behind still opens the case.
        job.send(
            "editMessageText", {**where, **drawn},
            about=about, lane=f"{lane(case)}:card", priority=NOTICE,
        )  # fmt: skip
    return False


async def _name(job: Job, case: Filed, told: Told | None) -> bool:
    name = topic_name(case, job.library)
    if _says(told, name):
        return False
    ledger.want(job.db, Key(case.id, Side.STAFF, What.NAME), name, job.at)
    payload = {**in_topic(case), "name": name}
    job.send("editForumTopic", payload, about=Named(case.id, name), priority=NOTICE)
    return False


async def _pin(job: Job, case: Filed, told: Told | None) -> bool:
    """Hold the card at the top of its topic, so that its buttons are found without scrolling."""
    card = case.card_message_id
    if card is None or (told is not None and told.shown == str(card)):
        return False
    ledger.want(job.db, Key(case.id, Side.STAFF, What.PINNED), str(card), job.at)
    where = {"chat_id": case.group_id, "message_id": card, "disable_notification": True}
    about = Pinned(case.id, card)
    job.send("pinChatMessage", where, about=about, lane=f"{lane(case)}:pin", priority=NOTICE)
    return False


def _says(told: Told | None, revision: str) -> bool:
    """Whether Telegram shows just that. After a try that failed nobody knows what it shows."""
    return told is not None and told.state == "shown" and told.shown == revision


async def drawn(job: Job, about: FirstCard | CardDrawn, outcome: Outcome) -> None:
    """What became of the card; a deleted one came back under a new number."""
    case = await job.case(about.case)
    if case is None or not is_here(case, outcome):
        return
    found = outcome.message_ids
    if found and found[0] != case.card_message_id:
        case = await job.save(case.with_(card_message_id=found[0]))
    await _settled(job, case, What.CARD, about.revision, outcome)
    if isinstance(about, FirstCard):
        await _pin(job, case, None)
        job.follow_up(case)


async def pinned(job: Job, about: Pinned, outcome: Outcome) -> None:
    """What became of pinning; without the right to it the next drawing tries again."""
    key = Key(about.case, Side.STAFF, What.PINNED)
    if outcome.is_accepted:
        ledger.shown(job.db, key, str(about.message), about.message, job.at)
    else:
        ledger.drop(job.db, [key])


async def named(job: Job, about: Named, outcome: Outcome) -> None:
    """What became of the name."""
    case = await job.case(about.case)
    if case is not None and is_here(case, outcome):
        await _settled(job, case, What.NAME, about.name, outcome)


async def _settled(job: Job, case: Filed, what: What, revision: str, outcome: Outcome) -> None:
    key = Key(case.id, Side.STAFF, what)
    if outcome.is_accepted:
        ledger.shown(job.db, key, revision, next(iter(outcome.message_ids), None), job.at)
        return
    told = await ledger.one(job.db, key)
    tries = told.tries if told else 0
    reason = outcome.fate.reason or outcome.fate.kind.value
    ledger.failed(job.db, key, revision, reason, next_try(job.at, tries, outcome.fate.kind), job.at)
