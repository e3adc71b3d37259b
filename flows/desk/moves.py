"""How a case moves: taken, released, handed to another desk, answered, closed, reopened.

Each function gives the case afterwards; the store writes exactly the fields that differ
(`changes`). Who may do it is not decided here. The store makes taking atomic by writing only where
the state is still `waiting`.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Final

from flows.content.offices import DeskSettings
from flows.desk.case import Case, Closer, CloseReason, Stage, State

_NO_WAY_BACK: Final = frozenset({CloseReason.BLOCKED, CloseReason.ERASED})


def changes(before: Case, after: Case) -> dict[str, Any]:
    """The stored fields that differ, ready to be written (`context` never changes)."""
    return {
        name: getattr(after, name)
        for name in Case.model_fields
        if getattr(before, name) != getattr(after, name)
    }


def taken(case: Case, officer_id: int, officer_name: str, now: datetime) -> Case:
    """An officer holds it: the bot is silent, the officer owes an answer from now on."""
    return case.with_(
        state=State.HELD,
        officer_id=officer_id,
        officer_name=officer_name,
        taken_at=now,
        stage=Stage.DESK,
        stage_at=now,
    )


def returned(case: Case, now: datetime) -> Case:
    """Back in the queue, at its old place, with fresh patience (Lepas, /saya pulang, silence)."""
    return case.with_(
        state=State.WAITING,
        officer_id=None,
        officer_name="",
        taken_at=None,
        waiting_since=now,
        stage=Stage.DESK,
        stage_at=now,
    )


def moved(case: Case, office: str, now: datetime) -> Case:
    """Handed to another desk: it waits there, at the place its age gives it. The participant's
    branch stays what it is."""
    return returned(case, now).with_(desk=None if office == case.office else office)


def participant_wrote(case: Case, now: datetime) -> Case:
    """A message of the participant: unanswered until an officer writes."""
    return case.with_(unanswered_since=case.unanswered_since or now, last_at=now)


def officer_wrote(case: Case, now: datetime) -> Case:
    """A message of the officer went to the participant: nothing is owed any more."""
    return case.with_(
        first_reply_at=case.first_reply_at or now,
        unanswered_since=None,
        last_at=now,
        stage=Stage.DESK,
        stage_at=now,
    )


def closed(case: Case, by: Closer, reason: CloseReason, now: datetime) -> Case:
    """The bot may speak again."""
    return case.with_(
        state=State.CLOSED, closed_at=now, closed_by=by, reason=reason, unanswered_since=None
    )


def may_reopen(case: Case, settings: DeskSettings, now: datetime) -> bool:
    """Whether a new message of the participant opens this case again, in the same topic."""
    if case.closed_at is None or case.reason in _NO_WAY_BACK:
        return False
    return now - case.closed_at <= timedelta(days=settings.buka_lagi_hari)


def reopened(case: Case, now: datetime) -> Case:
    """Waiting again under the same code, in front of those who came later; the age stays."""
    return returned(case, now).with_(
        told_at=None,
        closed_at=None,
        closed_by=None,
        reason=None,
        unanswered_since=now,
        last_at=now,
    )
