"""Farewell: a topic that its case has left says where that is now, and is closed."""

from __future__ import annotations

from typing import Any, Final

from flows.texts.html import Html
from handlers.desk.filed import Filed, ForumTopic, link
from handlers.desk.job import Job
from handlers.desk.saying import next_try
from handlers.outgoing import unlinked
from store import farewells
from store.about import Farewell
from store.farewells import STEPS, LeftTopic
from store.outcome import MESSAGE_LOST, Kind, Outcome

AGAIN: Final = 60.0
"""Seconds after which a step of which nothing was heard is done again; none shows twice."""


def leave(job: Job, case: Filed) -> None:
    """Before a case gets another topic: what is to be done in the one it has is noted."""
    if case.topic is ForumTopic.THERE and case.topic_id is not None:
        farewells.add(job.db, case.group_id, case.topic_id, case.id, case.card_message_id, job.at)


async def due(job: Job) -> None:
    """The next step in every topic that was left, once it is known where its case is."""
    for topic in await farewells.due(job.db, job.at):
        case = await job.case(topic.case_id)
        if case is None:
            farewells.do(job.db, topic, STEPS[-1], 0, 0.0)
        elif case.topic is ForumTopic.THERE or not case.open:
            _do(job, case, topic)


def _do(job: Job, case: Filed, topic: LeftTopic) -> None:
    where: dict[str, Any] = {"chat_id": topic.group_id}
    thread = {**where, "message_thread_id": topic.topic_id}
    about = Farewell(topic.group_id, topic.topic_id, topic.step)
    farewells.do(job.db, topic, topic.step, topic.tries, job.at + AGAIN)
    match topic.step:
        case "card" if topic.card_message_id is not None:
            shown = {**where, "message_id": topic.card_message_id, **unlinked(place_of(job, case))}
            job.send("editMessageText", shown, about=about)
        case "card":
            job.send("sendMessage", {**thread, **unlinked(place_of(job, case))}, about=about)
        case "name":
            desk = job.desk.offices.answering(case).nama
            name = job.for_staff.label("meja_pindah_nama", kasus=case.code, kantor=desk)
            job.send("editForumTopic", {**thread, "name": name}, about=about)
        case _:
            job.send("closeForumTopic", thread, about=about)


def place_of(job: Job, case: Filed) -> Html:
    """Where a case is now, with the address of its topic."""
    desk = job.desk.offices.answering(case).nama
    return job.for_staff.say("meja_pindah", kasus=case.code, kantor=desk, tautan=link(case))


async def done(job: Job, about: Farewell, outcome: Outcome) -> None:
    """What became of a step; where nobody can do it any more it is over."""
    topic = await farewells.one(job.db, about.group, about.topic)
    if topic is None or topic.step != about.step:
        return
    kind = outcome.fate.kind
    if outcome.is_accepted or kind in MESSAGE_LOST | {Kind.TOPIC_GONE}:
        farewells.do(job.db, topic, STEPS[STEPS.index(topic.step) + 1], 0, 0.0)
    else:
        later = next_try(job.at, topic.tries, kind)
        farewells.do(job.db, topic, topic.step, topic.tries + 1, later)
