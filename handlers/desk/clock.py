"""The clock of the desk: what is due without anybody doing anything."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from flows.desk.case import Closer, CloseReason, State
from flows.desk.escalate import Due, Escalation, due
from flows.desk.texts import due_texts
from flows.texts.html import Html
from handlers.desk import follow_up
from handlers.desk.carry import outward
from handlers.desk.case import ending, moving
from handlers.desk.desk import Desk
from handlers.desk.filed import Filed, ForumTopic
from handlers.desk.job import Job
from handlers.desk.staff import roles, trends
from handlers.desk.topic import card
from store import carried, cases, staff, troubles
from store.unit import OpenUnit

DAY = 24 * 3600.0
STRAYED = 3600.0
"""Seconds after which a message of which nothing was heard is sent again."""

SEEN_DAYS = 7
"""Days after which it is forgotten who met which trouble."""


@dataclass
class Clock:
    """Does each thing at its interval (seconds).

    last: when each was last done, and kept; None before the first tick.
    """

    desk: Desk
    last: Mapping[str, float] | None = None

    async def tick(self, unit: OpenUnit) -> None:
        """One look at everything; what is decided goes out with `unit`."""
        job = Job(self.desk, unit.transaction, unit)
        if self.last is None:
            await _start(job)
        last = dict(self.last or {})
        for name, (every, act) in ACTS.items():
            if job.at - last.get(name, 0.0) >= every:
                last[name] = job.at
                await act(job)
        await follow_up.done(job)

        def keep() -> None:
            self.last = last

        job.db.after_commit(keep)


async def _start(job: Job) -> None:
    """The first tick after the start of the program."""
    for group_id in job.desk.groups():
        roles.first_supervisor(job, group_id)


async def gathered(job: Job) -> None:
    """Messages whose gathering is over, albums that are complete, topics still missing."""
    for case_id in await carried.cases_with_pending(job.db):
        case = await job.case(case_id)
        if case is None:
            continue
        if not case.open and case.topic is ForumTopic.NONE:
            carried.drop(job.db, case.id)
            continue
        await outward.flush(job, case)
        job.follow_up(case)
    for case_id in await cases.without_topic(job.db):
        case = await job.case(case_id)
        if case is not None:
            job.follow_up(case)


async def cards(job: Job) -> None:
    """Cards that no longer show the truth."""
    for case_id in await cases.with_stale_card(job.db):
        case = await job.case(case_id)
        if case is not None:
            await card.draw(job, case)


async def escalated(job: Job) -> None:
    """Reminders, hand-ons, and officers who fell silent."""
    offices = job.desk.offices
    for case in await job.open_cases():
        found = due(case, offices, job.now)
        if found is not None:
            await _do(job, case, found)


async def _do(job: Job, before: Filed, found: Due) -> None:
    place = await job.place(before)
    note, tell = due_texts(found, before, place, staff=job.for_staff, person=job.for_person)
    if found.step is Escalation.CLOSE:
        case = await ending.close(job, before, Closer.SYSTEM, CloseReason.QUIET)
        job.to_topic(case, note)
        return
    job.to_topic(before, note)
    job.audit(found.act, before.id)
    after = await moving.settle(job, before.filed(found.case))
    if after.state is State.WAITING and found.step is Escalation.SUPERVISOR:
        await _call_supervisors(job, after)
    if tell is not None:
        job.tell(after, tell)


async def _call_supervisors(job: Job, case: Filed) -> None:
    """Name the supervisors in the topic, so that Telegram rings for them."""
    people = [
        one
        for one in await staff.everybody(job.db, case.group_id)
        if one.confirmed and one.role == "supervisor"
    ]
    mention = Html('<a href="tg://user?id={}">{}</a>')
    links = [mention.format(one.user_id, one.name or "supervisor") for one in people]
    if links:
        job.to_topic(case, Html(" ").join(links))


async def noticed(job: Job) -> None:
    """Troubles of many, and what is announced."""
    await job.know()
    await trends.look(job)


async def tidied(job: Job) -> None:
    """Texts of old cases go; who met which trouble is forgotten."""
    days = job.desk.offices.settings.simpan_hari
    carried.strayed(job.db, job.at - STRAYED)
    cases.wipe(job.db, job.at - days * DAY)
    troubles.prune(job.db, job.at - SEEN_DAYS * DAY)


async def members(job: Job) -> None:
    """Whether those with a role are still in the group."""
    await roles.check(job)


ACTS: dict[str, tuple[float, Callable[[Job], Awaitable[None]]]] = {
    "gathered": (0.0, gathered),
    "cards": (1.0, cards),
    "escalated": (10.0, escalated),
    "noticed": (10.0, noticed),
    "members": (60.0, members),
    "tidied": (3600.0, tidied),
}
