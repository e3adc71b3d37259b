"""The card of a case, the first message of its topic; drawn again when it is no longer true."""

from __future__ import annotations

from flows.desk.card import case_card, topic_name
from handlers.desk.filed import Filed, ForumTopic
from handlers.desk.job import Job, in_topic, lane
from handlers.outgoing import keyboard, unlinked
from store import outbox
from store.about import CardDrawn, FirstCard, Note
from store.outcome import Outcome


async def carded(job: Job, about: FirstCard, outcome: Outcome) -> None:
    """The first card is in the topic."""
    case = await job.case(about.case)
    if case is not None and outcome.message_ids and case.card_message_id is None:
        case = await job.save(case.with_(card_message_id=outcome.message_ids[0]))
    if case is not None:
        job.follow_up(case)


async def draw(job: Job, case: Filed) -> None:
    """Draw the card again and give the topic the name of its state; one drawing at a time."""
    if case.topic is not ForumTopic.THERE or await outbox.is_under_way(job.db, card_lane(case)):
        return
    card = case_card(case, job.for_staff)
    if case.card_message_id is not None:
        payload = {
            **in_topic(case), "message_id": case.card_message_id, **unlinked(card.text),
            "reply_markup": keyboard(card.rows),
        }  # fmt: skip
        job.send("editMessageText", payload, about=CardDrawn(case.id), lane=card_lane(case))
    name = topic_name(case, job.library)
    if name != case.topic_name:
        payload = {**in_topic(case), "name": name}
        job.send("editForumTopic", payload, about=Note(case.id), priority=outbox.NOTICE)
    await job.save(case.with_(topic_name=name, card_due=False))


async def drawn(job: Job, about: CardDrawn, outcome: Outcome) -> None:
    """The card shows the truth again; a deleted one came back under a new number."""
    case = await job.case(about.case)
    found = outcome.message_ids
    if case is not None and found and found[0] != case.card_message_id:
        await job.save(case.with_(card_message_id=found[0]))


def card_lane(case: Filed) -> str:
    """The lane of its card alone: what is in it still has to be drawn."""
    return f"{lane(case)}:card"
