"""Erasing: a participant wants to be forgotten."""

from __future__ import annotations

from flows.desk.case import AuditAct, Closer, CloseReason
from flows.desk.moves import closed
from handlers.desk.job import Visit
from handlers.desk.topic import leaving
from store import cases


async def erased(visit: Visit) -> None:
    """An open case is closed, and of all of them the texts
    and the topics go, with every photo and recording in them."""
    case = await visit.case(visit.turn.chat.case_id)
    if case is not None and case.open:
        gone = closed(case, Closer.PARTICIPANT, CloseReason.ERASED, visit.now)
        case = await visit.save(case.filed(gone))
        visit.audit(AuditAct.CLOSED, case.id, CloseReason.ERASED.value)
    await leaving.erase(visit, visit.chat_id)
    cases.forget(visit.db, visit.chat_id)
