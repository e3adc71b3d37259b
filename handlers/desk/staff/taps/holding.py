"""Holding: a case is taken or given back by a tap."""

from __future__ import annotations

from flows.desk.case import State
from handlers.desk.carry import outward
from handlers.desk.case import taking
from handlers.desk.job import Job
from handlers.desk.staff import may, offered, roles
from handlers.desk.staff.taps.tapped import StaffTapped, case_of, remove, why_not


async def take(job: Job, tapped: StaffTapped) -> str | None:
    case = case_of(tapped)
    if tapped.role not in roles.MAY_TALK:
        return job.for_staff.label("meja_tidak_berhak")
    if may.is_own(case, tapped.user.id):
        return may.own_case(job)
    if case.state is State.HELD:
        return job.for_staff.label("meja_sudah_diambil", nama_petugas=case.officer_name)
    if await taking.take(job, case, tapped.name) is None:
        return job.for_staff.label("meja_kasus_ditutup")
    return job.for_staff.label("meja_diambil", nama_petugas=tapped.name, kasus=case.code)


async def take_and_greet(job: Job, tapped: StaffTapped) -> str | None:
    note = await take(job, tapped)
    case = await job.case(case_of(tapped).id)
    if case is not None and case.is_held_by(tapped.user.id) and not _held_before(tapped):
        offered.greet(job, case)
    return note


async def take_and_send(job: Job, tapped: StaffTapped) -> str | None:
    """Take the case and send what was written too early; of two who wrote, one wins."""
    note, number = await take(job, tapped), tapped.tap.argument
    case = await job.case(case_of(tapped).id)
    if case is None or not case.is_held_by(tapped.user.id) or not number.isdecimal():
        return note
    if not await outward.send_early(job, case, int(number)):
        return job.for_staff.label("meja_tombol_lama")
    remove(job, tapped)
    return note


def _held_before(tapped: StaffTapped) -> bool:
    return case_of(tapped).state is State.HELD


async def release(job: Job, tapped: StaffTapped) -> str | None:
    refused = why_not(job, tapped)
    if refused or case_of(tapped).state is not State.HELD:
        return refused or job.for_staff.label("meja_tombol_lama")
    await taking.release(job, case_of(tapped))
    return None
