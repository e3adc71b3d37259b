"""What is due for a case now: a reminder, the supervisor, the national desk, back to the queue.

Only office minutes count, so nothing is due at night. Each stage has its own patience, counted
from when the stage was entered: after a stop of the bot a case gets its reminder first and does not
jump to the national desk. There the search does not end: the supervisors are called again and
again until somebody takes the case. The participant is told of a hand-on once, and always when an
officer who had introduced himself is no longer there.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from flows.content.offices import NATIONAL, DeskSettings, Office
from flows.desk.case import AuditAct, Case, Closer, CloseReason, Stage, State
from flows.desk.hours import office_minutes
from flows.desk.moves import closed, returned
from flows.offices import Offices


class Escalation(StrEnum):
    """What to do with a case."""

    REMIND = "ingatkan"
    SUPERVISOR = "supervisor"
    CALL_AGAIN = "panggil_lagi"
    NATIONAL = "nasional"
    REMIND_OFFICER = "ingatkan_petugas"
    RETURN = "kembalikan"
    CLOSE = "tutup"


@dataclass(frozen=True, slots=True)
class Due:
    """One thing to do now.

    `case` is the case afterwards, to be stored in the same transaction as what is said. `tell` is
    the message for the participant, `note` the one for the topic; both may show the minutes.
    `act` goes into the audit, `minutes` is how long there has been no answer.
    """

    step: Escalation
    case: Case
    note: str
    act: AuditAct
    minutes: int
    tell: str | None = None


HANDED_ON: Final = "kasus_diteruskan"
RETURNED: Final = "kasus_kembali"
CLOSED_QUIET: Final = "kasus_ditutup_sepi"


@dataclass(frozen=True, slots=True)
class _Lapse:
    """How long something has lasted now; nothing has lasted since before `begin`."""

    desk: Office
    now: datetime
    begin: datetime | None

    def minutes(self, since: datetime) -> int:
        """Office minutes since a moment."""
        return office_minutes(self.desk, self._from(since), self.now)

    def span(self, since: datetime) -> timedelta:
        """All time since a moment."""
        return self.now - self._from(since)

    def _from(self, since: datetime) -> datetime:
        if self.begin is None or self.begin <= since <= self.now:
            return since
        return self.begin


def due(case: Case, offices: Offices, now: datetime, begin: datetime | None = None) -> Due | None:
    """The one thing that is due for this case; None when nothing is.

    begin: when the machine's clock was last set. Moments from before tell nothing about how long
    somebody has waited: every patience begins anew there, or an officer would lose a case at once.
    """
    desk, settings = offices.answering(case), offices.settings
    lapse = _Lapse(desk, now, begin)
    if case.state is State.WAITING:
        return _waiting(case, desk, settings, lapse)
    if case.state is State.HELD:
        return _held(case, settings, lapse)
    return None


def _waiting(case: Case, desk: Office, settings: DeskSettings, lapse: _Lapse) -> Due | None:
    """The next stage of a case nobody has taken."""
    now = lapse.now
    minutes = lapse.minutes(case.in_queue_since)
    in_stage = lapse.minutes(case.stage_at or case.in_queue_since)
    tell = None if case.told_at else HANDED_ON
    match case.stage:
        case Stage.DESK if in_stage >= settings.ingatkan_menit:
            after = case.with_(stage=Stage.REMINDED, stage_at=now)
            return Due(Escalation.REMIND, after, "meja_ingatkan", AuditAct.REMINDED, minutes)
        case Stage.REMINDED if in_stage >= settings.supervisor_menit:
            after = case.with_(stage=Stage.SUPERVISOR, stage_at=now, told_at=case.told_at or now)
            return Due(
                Escalation.SUPERVISOR, after, "meja_supervisor", AuditAct.ESCALATED, minutes, tell
            )
        case Stage.SUPERVISOR if desk.id == NATIONAL:
            if in_stage >= settings.panggil_lagi_menit:
                after = case.with_(stage_at=now)
                note, act = "meja_supervisor_lagi", AuditAct.ESCALATED
                return Due(Escalation.CALL_AGAIN, after, note, act, minutes)
        case Stage.NATIONAL if in_stage >= settings.supervisor_menit:
            after = case.with_(stage=Stage.SUPERVISOR, stage_at=now)
            note, act = "meja_supervisor_lagi", AuditAct.ESCALATED
            return Due(Escalation.CALL_AGAIN, after, note, act, minutes)
        case Stage.SUPERVISOR if in_stage >= settings.nasional_menit:
            after = case.with_(
                desk=NATIONAL, stage=Stage.NATIONAL, stage_at=now, told_at=case.told_at or now
            )
            return Due(
                Escalation.NATIONAL, after, "meja_nasional", AuditAct.ESCALATED, minutes, tell
            )
    return None


def _held(case: Case, settings: DeskSettings, lapse: _Lapse) -> Due | None:
    """An officer who took the case and does not answer; or nobody who writes any more."""
    since, now = _owed_since(case), lapse.now
    if since is None:
        quiet_since = case.last_at or case.taken_at or case.opened_at
        if lapse.span(quiet_since) >= timedelta(days=settings.sepi_hari):
            after = closed(case, Closer.SYSTEM, CloseReason.QUIET, now)
            return Due(
                Escalation.CLOSE, after, "meja_ditutup_sepi", AuditAct.CLOSED, 0, CLOSED_QUIET
            )
        return None
    minutes = lapse.minutes(since)
    if minutes >= settings.petugas_diam_menit:
        return Due(
            Escalation.RETURN,
            returned(case, now),
            "meja_kembali",
            AuditAct.RETURNED,
            minutes,
            RETURNED,
        )
    reminded = case.stage is Stage.REMINDED and case.stage_at is not None and case.stage_at >= since
    if minutes >= settings.petugas_ingatkan_menit and not reminded:
        after = case.with_(stage=Stage.REMINDED, stage_at=now)
        return Due(
            Escalation.REMIND_OFFICER, after, "meja_ingatkan_petugas", AuditAct.REMINDED, minutes
        )
    return None


def _owed_since(case: Case) -> datetime | None:
    """Since when the officer who holds the case owes an answer; None when none is owed."""
    if case.taken_at is None:
        return case.unanswered_since
    if case.unanswered_since is not None:
        return max(case.taken_at, case.unanswered_since)
    return case.taken_at if case.first_reply_at is None else None
