"""May: why somebody may not act on a case."""

from __future__ import annotations

from flows.desk.case import Role, State
from handlers.desk.filed import Filed
from handlers.desk.job import Job


def refused(job: Job, case: Filed, user: int, role: Role) -> str | None:
    """Why this person may not act on the case; None when they may. Nobody serves themselves."""
    if is_own(case, user):
        return own_case(job)
    if case.state is State.CLOSED:
        return job.for_staff.label("meja_kasus_ditutup")
    if role is Role.SUPERVISOR or case.is_held_by(user):
        return None
    if case.state is State.WAITING:
        return job.for_staff.label("meja_belum_diambil")
    return job.for_staff.label("meja_bukan_pemegang", nama_petugas=case.officer_name)


def is_own(case: Filed, user: int) -> bool:
    """Whether somebody of the staff is the participant of a case."""
    return case.chat_id == user


def own_case(job: Job) -> str:
    """What somebody is told who would serve themselves."""
    return job.for_staff.label("meja_kasus_sendiri")
