"""Topics: made once for each case, found again after a crash, replaced when somebody deletes them.

Telegram has no way to ask which topics there are. A creation whose outcome is unknown is therefore
searched for: one message to the group shows how far its numbers have come, and the numbers below
it that belong to nothing we know are tried with `reopenForumTopic`, which an open topic answers
with "not modified". See docs/decisions/desk.md.
"""

from __future__ import annotations

import structlog

from flows.desk.card import case_card, topic_name
from flows.desk.case import State
from handlers.desk.filed import Filed, ForumTopic
from handlers.desk.job import Job, in_topic
from handlers.desk.landed import UNCERTAIN, Landed
from handlers.outgoing import keyboard, unlinked, worded
from store import carried, cases, staff

log = structlog.get_logger()

YELLOW = 0xFFD67E
"""Icon colour; the state is an emoji in the name, because a colour cannot be changed later."""

RETRY = 60.0
"""Seconds before a refused topic is tried again."""

IN_FLIGHT = 20
"""More messages than this are never on their way into one group at the same time."""


async def ensure(job: Job, case: Filed) -> Filed:
    """Ask for the topic of an open case, unless it is there or asked for."""
    if case.topic is not ForumTopic.NONE or not case.open:
        return case
    if job.desk.not_before.get(case.id, 0.0) > job.at:
        return case
    name = topic_name(case, job.library)
    payload = {"chat_id": case.group_id, "name": name, "icon_color": YELLOW}
    about = {"desk": "topic", "case": case.id, "name": name}
    job.send("createForumTopic", payload, lane=f"{case.group_id}:new:{case.id}", about=about)
    return await job.save(case.with_(topic=ForumTopic.CREATING))


async def made(job: Job, landed: Landed) -> None:
    """What became of the creation."""
    case = await job.case(landed.about["case"])
    if case is None or case.topic is not ForumTopic.CREATING:
        return
    if landed.accepted:
        thread = int(landed.result["message_thread_id"])
        await _there(job, case, thread, landed.about["name"])
    elif landed.kind == UNCERTAIN:
        await job.save(case.with_(topic=ForumTopic.LOST))
        text = job.say("meja_mencari_topik", kasus=case.code)
        job.send(
            "sendMessage",
            {"chat_id": case.group_id, **worded(text)},
            about={"desk": "marker", "case": case.id},
        )
    else:
        log.error("topic_refused", case=case.id, group=case.group_id, reason=landed.reason)
        await _refused(job, case)


async def _refused(job: Job, case: Filed) -> None:
    """No topic here: the national group takes over, and that one is asked again later."""
    national = job.desk.now_called(job.desk.group)
    job.desk.not_before[case.id] = 0.0 if case.group_id != national else job.at + RETRY
    await job.save(case.with_(topic=ForumTopic.NONE, group_id=national))


async def _there(job: Job, case: Filed, thread: int, name: str) -> None:
    """The topic is there: its card is its first message."""
    place = await job.place(case) if case.open else 1
    case = case.with_(topic=ForumTopic.THERE, topic_id=thread, topic_name=name, card_due=False)
    case = await job.save(case)
    card = case_card(case, job.voice, job.now, place=place)
    about = {"desk": "card", "case": case.id}
    job.to_topic(case, card.text, rows=card.rows, about=about)


async def marked(job: Job, landed: Landed) -> None:
    """The group's numbers have come as far as this message: look below it."""
    case = await job.case(landed.about["case"])
    if case is None or case.topic is not ForumTopic.LOST:
        return
    if not landed.accepted or not landed.message_ids:
        await _refused(job, case)
        return
    marker = landed.message_ids[0]
    job.send("deleteMessage", {"chat_id": case.group_id, "message_id": marker})
    known = await cases.topics(job.db, case.group_id)
    known |= await carried.known_in_group(job.db, case.group_id)
    known |= {thread for group, thread in job.desk.strangers if group == case.group_id}
    newest = await staff.last_message(job.db, case.group_id)
    first = max(2, min(newest, marker) - IN_FLIGHT)
    left = [number for number in range(marker - 1, first - 1, -1) if number not in known]
    await _look(job, case, left, landed.about.get("name"))


async def _look(job: Job, case: Filed, left: list[int], name: str | None) -> None:
    """Try the next number; when none is left there is no topic, and one is made."""
    if not left:
        await ensure(job, await job.save(case.with_(topic=ForumTopic.NONE)))
        return
    payload = {"chat_id": case.group_id, "message_thread_id": left[0]}
    about = {"desk": "probe", "case": case.id, "left": left}
    job.send("reopenForumTopic", payload, lane=f"{case.group_id}:new:{case.id}", about=about)


async def probed(job: Job, landed: Landed) -> None:
    """An accepted number is the topic we lost."""
    case = await job.case(landed.about["case"])
    if case is None or case.topic is not ForumTopic.LOST:
        return
    number, *left = landed.about["left"]
    if landed.accepted and number not in await cases.topics(job.db, case.group_id):
        await _there(job, case, number, topic_name(case, job.library))
    else:
        await _look(job, case, left, None)


async def gone(job: Job, case_id: int, chat_id: int | None) -> None:
    """Somebody deleted the topic: what was on its way waits for a new one."""
    case = await job.case(case_id)
    if case is None or case.topic is not ForumTopic.THERE or chat_id != case.group_id:
        return
    carried.topic_lost(job.db, case.id)
    job.desk.drawing.discard(case.id)
    case = case.with_(topic=ForumTopic.NONE, topic_id=None, card_message_id=None)
    await ensure(job, await job.save(case))


async def carded(job: Job, landed: Landed) -> None:
    """The first card is in the topic."""
    case = await job.case(landed.about["case"])
    if case is not None and landed.message_ids and case.card_message_id is None:
        await job.save(case.with_(card_message_id=landed.message_ids[0]))


async def draw(job: Job, case: Filed, new: int = 0) -> None:
    """Draw the card again and give the topic the name of its state."""
    if case.topic is not ForumTopic.THERE or case.id in job.desk.drawing:
        return
    place = await job.place(case) if case.state is State.WAITING else 1
    card = case_card(case, job.voice, job.now, place=place, new=new)
    about = {"desk": "drawn", "case": case.id}
    if case.card_message_id is not None:
        job.desk.drawing.add(case.id)
        payload = {
            **in_topic(case), "message_id": case.card_message_id, **unlinked(card.text),
            "reply_markup": keyboard(card.rows),
        }  # fmt: skip
        job.send("editMessageText", payload, about=about, lane=lane(case))
    name = topic_name(case, job.library)
    if name != case.topic_name:
        note = {"desk": "note", "case": case.id}
        job.send("editForumTopic", {**in_topic(case), "name": name}, about=note)
    await job.save(case.with_(topic_name=name, card_due=False))


async def drawn(job: Job, landed: Landed) -> None:
    """The card shows the truth again; a deleted one came back under a new number."""
    job.desk.drawing.discard(landed.about["case"])
    case = await job.case(landed.about["case"])
    found = landed.message_ids
    if case is not None and found and found[0] != case.card_message_id:
        await job.save(case.with_(card_message_id=found[0]))


def lane(case: Filed) -> str:
    """The lane of everything that goes into the topic."""
    return f"{case.group_id}:{case.topic_id}"
