"""The clock of the desk: what is due without anybody doing anything."""

from __future__ import annotations

import math
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from functools import partial

from flows.desk.case import Closer, CloseReason
from flows.desk.escalate import Due, Escalation, due
from flows.desk.texts import due_texts
from flows.desk.wait import spoken_minutes
from handlers.desk import board, follow_up, reconcile, ringing, verdicts
from handlers.desk.carry import outward
from handlers.desk.case import ending, moving, stranded
from handlers.desk.desk import Desk
from handlers.desk.filed import Filed, ForumTopic
from handlers.desk.job import Job
from handlers.desk.recovery import told
from handlers.desk.staff import daily, roles, statements, trends
from handlers.desk.topic import card, leaving
from store import carried, cases, troubles
from store.ledger import What
from store.unit import OpenUnit

DAY = 24 * 3600.0
SET = 60.0
"""Seconds by which a clock may run apart from another without having been set."""

SEEN_DAYS = 7
"""Days after which it is forgotten who met which trouble."""

Act = Callable[[OpenUnit], Awaitable[None]]
"""One thing to be done, all of it or nothing."""


@dataclass
class Clock:
    """Does each thing at its interval (seconds), in a unit of work of its own.

    passed: seconds that only go forward; the machine's clock may be set back, and all would rest.
    last: when each was last done, and kept.
    """

    desk: Desk
    passed: Callable[[], float] = time.monotonic
    last: dict[str, float] = field(default_factory=dict)
    _apart: float | None = None

    def due(self) -> list[Act]:
        """What is to be done now. What fails is due again at the next look."""
        at = self.passed()
        self._notice_set(at)
        return [
            partial(self._do, name)
            for name, (every, _act) in ACTS.items()
            if name not in self.last or at - self.last[name] >= every
        ]

    def _notice_set(self, at: float) -> None:
        """See whether somebody set the machine's clock since the last look."""
        now = self.desk.now()
        apart = now.timestamp() - at
        if self._apart is not None and abs(apart - self._apart) > SET:
            self.desk.set_at = now
        self._apart = apart

    async def _do(self, name: str, unit: OpenUnit) -> None:
        """One thing; what is decided goes out with `unit`."""
        job = Job(self.desk, unit.transaction, unit)
        _every, act = ACTS[name]
        await act(job)
        await follow_up.done(job)
        job.db.after_commit(partial(self.last.__setitem__, name, self.passed()))


async def started(job: Job) -> None:
    """Once after the start of the program."""
    for group_id in job.desk.groups():
        roles.first_supervisor(job, group_id)
    await verdicts.know(job)


async def gathered(job: Job) -> None:
    """Messages whose gathering is over, albums that are complete, topics still missing."""
    for case_id in await carried.cases_with_pending(job.db, job.at):
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


async def reconciled(job: Job) -> None:
    """What ought to be shown and is not; changes that the other side does not have yet."""
    await reconcile.due(job)


async def overdue(job: Job) -> None:
    """Calls of which nobody wrote down what became."""
    await reconcile.overdue(job)


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
        found = due(case, offices, job.now, job.desk.set_at)
        if found is not None:
            await _do(job, case, found)


async def _do(job: Job, before: Filed, found: Due) -> None:
    place, people = await job.place(before), await _called(job, before, found.step)
    note, tell = due_texts(
        found, before, place,
        staff=job.for_staff, person=job.for_person, called=ringing.named(job, people),
    )  # fmt: skip
    if found.step is Escalation.CLOSE:
        case = await ending.close(job, before, Closer.SYSTEM, CloseReason.QUIET)
        job.to_topic(case, note)
        return
    job.to_topic(before, note, what=What.REMINDER)
    job.audit(found.act, before.id)
    after = await moving.settle(job, before.filed(found.case))
    bell = "meja_lonceng_kembali" if found.step is Escalation.RETURN else "meja_lonceng_menunggu"
    await ringing.ring(job, people, bell, before, lama=spoken_minutes(found.minutes))
    if tell is not None:
        job.tell(after, tell, what=What.PASSED_ON)


async def _called(job: Job, case: Filed, step: Escalation) -> dict[int, str]:
    """Whose telephone rings: the supervisors, or the officer who holds the case."""
    if step in (Escalation.SUPERVISOR, Escalation.CALL_AGAIN):
        found = await roles.supervisors(job, case.group_id)
        first = job.desk.supervisor
        # Where the group has none yet, the one of the setting is called at least in private.
        return found or ({first: job.for_staff.label("meja_supervisor_siapa")} if first else {})
    if case.officer_id is None:
        return {}
    return {case.officer_id: case.officer_name}


async def noticed(job: Job) -> None:
    """Troubles of many, and what is announced."""
    await job.know()
    await trends.look(job)


async def tidied(job: Job) -> None:
    """Texts of old cases go; who met which trouble is forgotten."""
    days = job.desk.offices.settings.simpan_hari
    cases.wipe(job.db, job.at - days * DAY)
    leaving.expire(job)
    troubles.prune(job.db, job.at - SEEN_DAYS * DAY)
    statements.tidy(job)


async def left(job: Job) -> None:
    """Topics that have to go."""
    await leaving.ask(job)


async def asked(job: Job) -> None:
    """Whether statements still hold: the branches whose week it is, editors where they do not."""
    await statements.ask(job)
    await statements.call(job)


async def listed(job: Job) -> None:
    """Who is still without an answer at the set hour."""
    await daily.list_unanswered(job)


async def members(job: Job) -> None:
    """Whether those with a role are still in the group."""
    await roles.check(job)


ACTS: dict[str, tuple[float, Callable[[Job], Awaitable[None]]]] = {
    # Before anybody is reminded of a time that is lost.
    "recovered": (10.0, told.look),
    "started": (math.inf, started),
    "gathered": (0.0, gathered),
    "reconciled": (1.0, reconciled),
    "cards": (1.0, cards),
    "board": (2.0, board.look),
    "overdue": (10.0, overdue),
    "escalated": (10.0, escalated),
    "noticed": (10.0, noticed),
    "asked": (60.0, asked),
    "members": (60.0, members),
    "left": (60.0, left),
    "listed": (60.0, listed),
    "stranded": (60.0, stranded.told),
    "tidied": (3600.0, tidied),
}
