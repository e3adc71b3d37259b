"""Told: cases are shown anew, and each side hears once of the time that is lost.

What was to be sent was held back before the start (`app/heart.py`). Here is what people see of it.
"""

from __future__ import annotations

from flows.desk.recovery import case_text, person_screen, supervisor_text
from flows.events import Commanded, Event
from handlers.desk.desk import Desk
from handlers.desk.job import Job, Visit
from handlers.desk.recovery.setback import in_force, kept, lost
from handlers.outgoing import unlinked
from store import setbacks
from store.turn import Turn


async def look(job: Job) -> None:
    """Once after each setback: show every case anew, tell the topics and the supervisor."""
    setback = await setbacks.latest(job.db)
    if setback is None or setback.told_at is not None:
        return
    setbacks.renew(job.db, job.at, (job.now - kept(job.desk)).timestamp())
    open_cases = await job.open_cases()
    for case in open_cases:
        job.to_topic(case, case_text(job.for_staff, lost(setback)))
        job.follow_up(case)
    calls = setback.calls or 0
    text = supervisor_text(job.for_staff, lost(setback), calls, len(open_cases))
    for chat_id in (job.desk.supervisor, job.desk.now_called(job.desk.group)):
        if chat_id is not None:
            job.send("sendMessage", {"chat_id": chat_id, **unlinked(text)})
    setbacks.staff_told(job.db, job.at)
    await job.know()


async def tell(desk: Desk, turn: Turn, chat_id: int, event: Event) -> None:
    """Tell a participant, once, with their next sign of life."""
    setback = in_force(desk)
    if setback is None:
        return
    visit = await Visit.open(desk, turn, chat_id)
    if await setbacks.is_told(visit.db, setback.id, chat_id):
        return
    setbacks.tell(visit.db, setback.id, chat_id)
    if isinstance(event, Commanded) and not turn.conversation:
        return  # somebody new: nothing of theirs was lost
    case = await visit.case(turn.chat.case_id)
    known = case if case is not None and case.open else None
    visit.show(person_screen(visit.scene(visit.talk), known, lost(setback)))
