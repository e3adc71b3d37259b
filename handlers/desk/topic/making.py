"""Topics: made once for each case, found again after a crash, replaced when somebody deletes them.

Telegram has no way to ask which topics there are. A creation whose outcome is unknown is therefore
searched for: one message to the group shows how far its numbers have come, and the numbers below
it that belong to nothing we know are tried with `reopenForumTopic`, which an open topic answers
with "not modified". See docs/decisions/desk.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import structlog

from flows.content.offices import NATIONAL
from flows.desk.card import topic_name
from flows.texts.html import Html
from handlers.desk.carry import elsewhere
from handlers.desk.filed import Filed, ForumTopic, in_topic, is_here
from handlers.desk.job import Job
from handlers.outgoing import worded
from store import carried, cases, ledger, staff
from store.about import Marker, Probe, TopicMade
from store.ledger import Key, Side, What
from store.outcome import Kind, Outcome

log = structlog.get_logger()

YELLOW = 0xFFD67E
"""Icon colour; the state is an emoji in the name, because a colour cannot be changed later."""

RETRY = timedelta(seconds=60)
"""Before a refused topic is tried again."""

UNKNOWN = ""
"""Name of a topic that was only found: the next drawing of its card gives it one."""

IN_FLIGHT = 20
"""More messages than this are never on their way into one group at the same time."""


async def ensure(job: Job, case: Filed) -> Filed:
    """Ask for the topic of an open case, unless it is there or asked for."""
    if case.topic is not ForumTopic.NONE or not case.open:
        return case
    if not case.may_have_topic(job.now):
        return case
    name = topic_name(case, job.library)
    payload = {"chat_id": case.group_id, "name": name, "icon_color": YELLOW}
    about = TopicMade(case.id, name)
    # One after the other: the card of each goes before the next, so that it can be taken.
    job.send("createForumTopic", payload, lane=f"{case.group_id}:new", about=about)
    return await job.save(case.with_(topic=ForumTopic.CREATING))


async def made(job: Job, about: TopicMade, outcome: Outcome) -> None:
    """What became of the creation."""
    case = await job.case(about.case)
    if case is None or case.topic is not ForumTopic.CREATING:
        return
    thread = _thread(outcome)
    if thread is not None:
        await there(job, case, thread, about.name)
    elif outcome.fate.kind is Kind.UNCERTAIN:
        await job.save(case.with_(topic=ForumTopic.LOST))
        text = job.for_staff.say("meja_mencari_topik", kasus=case.code)
        job.send(
            "sendMessage",
            {"chat_id": case.group_id, **worded(text)},
            about=Marker(case.id),
        )
    else:
        log.error("topic_refused", case=case.id, group=case.group_id, reason=outcome.fate.reason)
        if case.topic_after is None and job.desk.look_again is not None:
            job.db.after_commit(job.desk.look_again)
        await _refused(job, case)


def _thread(outcome: Outcome) -> int | None:
    """The number of a topic that was made."""
    found = outcome.result.get("message_thread_id") if isinstance(outcome.result, dict) else None
    return found if outcome.is_accepted and isinstance(found, int) else None


async def _refused(job: Job, case: Filed) -> None:
    """No topic here: the national desk takes over, and its group is asked again later."""
    national = job.desk.now_called(job.desk.group)
    case = case.with_(topic=ForumTopic.NONE)
    if case.group_id == national:
        await job.save(case.with_(topic_after=job.now + RETRY))
    else:
        await job.save(case.with_(group_id=national, desk=NATIONAL))


async def there(job: Job, case: Filed, thread: int, name: str) -> Filed:
    """The topic is there: its card is its first message."""
    case = case.with_(topic=ForumTopic.THERE, topic_id=thread, topic_name=name, card_due=True)
    case = await job.save(case)
    if name != UNKNOWN:
        key = Key(case.id, Side.STAFF, What.NAME)
        ledger.want(job.db, key, name, job.at)
        ledger.shown(job.db, key, name, None, job.at)
    answers = await elsewhere.alone(job.db, job.for_staff, case.id)
    if answers:
        job.to_topic(case, Html.escape(answers), subject=-case.version)
    job.follow_up(case)
    return case


async def marked(job: Job, about: Marker, outcome: Outcome) -> None:
    """The group's numbers have come as far as this message: look below it."""
    case = await job.case(about.case)
    if case is None or case.topic is not ForumTopic.LOST:
        return
    if not outcome.is_accepted or not outcome.message_ids:
        await _refused(job, case)
        return
    [marker] = outcome.message_ids
    job.send("deleteMessage", {"chat_id": case.group_id, "message_id": marker})
    known = await cases.topics(job.db, case.group_id)
    known |= await carried.known_in_group(job.db, case.group_id)
    known |= await staff.own_topics(job.db, case.group_id)
    newest = await staff.last_message(job.db, case.group_id)
    first = max(2, min(newest, marker) - IN_FLIGHT)
    left = [number for number in range(marker - 1, first - 1, -1) if number not in known]
    await _look(job, case, left)


async def _look(job: Job, case: Filed, left: Sequence[int]) -> None:
    """Try the next number; when none is left there is no topic, and one is made."""
    if not left:
        await ensure(job, await job.save(case.with_(topic=ForumTopic.NONE)))
        return
    payload = {"chat_id": case.group_id, "message_thread_id": left[0]}
    about = Probe(case.id, tuple(left))
    job.send("reopenForumTopic", payload, lane=f"{case.group_id}:new:{case.id}", about=about)


async def probed(job: Job, about: Probe, outcome: Outcome) -> None:
    """An accepted number is the topic we lost."""
    case = await job.case(about.case)
    if case is None or case.topic is not ForumTopic.LOST:
        return
    number, *left = about.left
    if outcome.is_accepted and number not in await cases.topics(job.db, case.group_id):
        # Of two that were lost at once it may be the other's: it is named anew.
        await there(job, case, number, UNKNOWN)
    else:
        await _look(job, case, left)


async def opened_again(job: Job, case_id: int, outcome: Outcome) -> None:
    """Somebody closed the topic by hand: opened again, and what it refused is tried again."""
    case = await job.case(case_id)
    if case is not None and case.topic is ForumTopic.THERE and is_here(case, outcome):
        job.send("reopenForumTopic", in_topic(case))


async def gone(job: Job, case_id: int, outcome: Outcome) -> None:
    """Somebody deleted the topic: what was on its way waits for a new one."""
    case = await job.case(case_id)
    if case is None or case.topic is not ForumTopic.THERE or not is_here(case, outcome):
        return
    carried.topic_lost(job.db, case.id)
    ledger.unseen(job.db, case.id, job.at)
    case = case.with_(topic=ForumTopic.NONE, topic_id=None, card_message_id=None)
    await ensure(job, await job.save(case))
