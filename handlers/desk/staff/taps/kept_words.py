"""Kept words: an officer's message that did not go out is sent, let pass or dropped by a tap."""

from __future__ import annotations

from flows.desk.case import AuditAct, Role
from handlers.desk.carry import held, outward
from handlers.desk.job import Job
from handlers.desk.staff.taps.tapped import StaffTapped, case_of, remove, without_buttons
from store import carried
from store.ledger import What


async def again(job: Job, tapped: StaffTapped) -> str | None:
    number = tapped.tap.argument
    if not number.isdecimal() or not await outward.again(job, case_of(tapped), int(number)):
        return job.for_staff.label("meja_tombol_lama")
    remove(job, tapped)
    return None


async def let_pass(job: Job, tapped: StaffTapped) -> str | None:
    if tapped.role is not Role.SUPERVISOR:
        return job.for_staff.label("meja_hanya_supervisor")
    row = await _held(job, tapped)
    if row is None or not case_of(tapped).open or held.never(job, row):
        return job.for_staff.label("meja_tombol_lama")
    job.audit(AuditAct.PASSED, case_of(tapped).id, str(row.id))
    await outward.send(job, case_of(tapped), [row], checked=False)
    without_buttons(job, tapped)
    job.to_topic(case_of(tapped), job.for_staff.say("meja_diloloskan", nama_petugas=tapped.name))
    return None


async def drop(job: Job, tapped: StaffTapped) -> str | None:
    row = await _held(job, tapped)
    if row is None:
        return job.for_staff.label("meja_tombol_lama")
    if tapped.role is not Role.SUPERVISOR and row.author_id != tapped.user.id:
        return job.for_staff.label("meja_hanya_supervisor")
    carried.set_state(job.db, [row.id], "dropped", job.at)
    job.audit(AuditAct.DROPPED, case_of(tapped).id, str(row.id))
    remove(job, tapped)
    return job.for_staff.label("meja_dibuang")


async def meant(job: Job, tapped: StaffTapped) -> str | None:
    """Its author says that it is for this participant; it is read like any other message."""
    row = await _held(job, tapped)
    if row is None or row.author_id != tapped.user.id:
        return job.for_staff.label("meja_tombol_lama")
    doubts = held.doubts(job, row)
    await job.unsay(case_of(tapped), What.HELD, row.id)
    if doubts:
        await held.hold(job, case_of(tapped), row, doubts)
    else:
        await outward.send(job, case_of(tapped), [row])
    return None


async def _held(job: Job, tapped: StaffTapped) -> carried.Carried | None:
    number = tapped.tap.argument
    return await held.find(job, case_of(tapped), int(number)) if number.isdecimal() else None
