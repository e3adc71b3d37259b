"""Leaving: topics are deleted, with all that was copied into them, and it is known which are not.

Photos and recordings of a participant stand in the topic of the case and nowhere else with us. So
what /privasi promises is kept by `deleteForumTopic`, asked until Telegram says that it is gone.
"""

from __future__ import annotations

from typing import Final

from flows.desk.case import AuditAct
from handlers.desk.job import Job
from handlers.outgoing import worded
from store import leaving
from store.about import GroupMessage, TopicLeaving
from store.leaving import Leaving
from store.outbox import NOTICE
from store.outcome import Kind, Outcome

DAY: Final = 24 * 3600.0
MOST: Final = 20
"""Topics asked for at one look: deleting counts like a message."""

ON_ITS_WAY: Final = 600.0
"""Seconds for which nothing is asked twice."""

AGAIN: Final = 3600.0
"""Seconds before a refused topic is asked for again."""

PATIENCE: Final = 3 * DAY
"""Seconds after which a supervisor is told that a topic does not go."""


def expire(job: Job) -> None:
    """The topics of cases that were kept long enough have to go."""
    leaving.expire(job.db, job.at - job.desk.offices.settings.simpan_hari * DAY, job.at)


async def erase(job: Job, chat_id: int) -> None:
    """Every topic of somebody's cases goes, now."""
    leaving.erase(job.db, chat_id, job.at)
    await ask(job)


async def ask(job: Job) -> None:
    """Ask Telegram for what is due."""
    for one in await leaving.due(job.db, job.at, MOST):
        leaving.again(job.db, one.group_id, one.topic_id, job.at + ON_ITS_WAY)
        job.send(
            "deleteForumTopic",
            {"chat_id": one.group_id, "message_thread_id": one.topic_id},
            lane=f"{one.group_id}:leaving",
            priority=NOTICE,
            about=TopicLeaving(one.group_id, one.topic_id),
        )
        if one.told_at is None and job.at - one.since >= PATIENCE:
            _tell(job, one)


async def heard(job: Job, about: TopicLeaving, outcome: Outcome) -> None:
    """Gone is gone, by whomever; anything else is asked for again."""
    group_id = job.desk.now_called(about.group)
    one = await leaving.one(job.db, group_id, about.topic)
    if one is None:
        return
    if outcome.is_accepted or outcome.fate.kind is Kind.TOPIC_GONE:
        leaving.gone(job.db, group_id, about.topic)
        job.audit(AuditAct.TOPIC_DELETED, one.case_id, one.why)
    else:
        leaving.again(job.db, group_id, about.topic, job.at + AGAIN)


def _tell(job: Job, one: Leaving) -> None:
    """In the common topic of the group: it is a matter of the bot's rights there."""
    leaving.told(job.db, one.group_id, one.topic_id, job.at)
    text = job.for_staff.say("meja_topik_tidak_terhapus", hari=round(PATIENCE / DAY))
    job.send("sendMessage", {"chat_id": one.group_id, **worded(text)}, about=GroupMessage())
