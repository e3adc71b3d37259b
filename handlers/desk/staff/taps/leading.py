"""Leading: a case is handed on, closed, or shown again by a tap."""

from __future__ import annotations

from flows.desk.case import OFFICER_REASONS, Closer, CloseReason
from flows.desk.panels import move_panel
from handlers.desk.case import ending, moving
from handlers.desk.job import Job
from handlers.desk.staff import may, offered, roles
from handlers.desk.staff.taps.tapped import StaffTapped, case_of, remove, why_not
from handlers.desk.topic import card


async def move(job: Job, tapped: StaffTapped) -> str | None:
    refused = why_not(job, tapped)
    if refused:
        return refused
    people = await roles.officers(job, case_of(tapped).group_id)
    job.panel(case_of(tapped), move_panel(case_of(tapped), job.for_staff, people))
    return None


async def to_office(job: Job, tapped: StaffTapped) -> str | None:
    refused = why_not(job, tapped)
    if refused:
        return refused
    done = await moving.to_office(job, case_of(tapped), tapped.tap.argument)
    remove(job, tapped)
    return None if done else job.for_staff.label("meja_tombol_lama")


async def to_officer(job: Job, tapped: StaffTapped) -> str | None:
    refused = why_not(job, tapped)
    number = tapped.tap.argument
    if refused or not number.isdecimal():
        return refused or job.for_staff.label("meja_tombol_lama")
    if may.is_own(case_of(tapped), int(number)):
        return may.own_case(job)
    name = (await roles.officers(job, case_of(tapped).group_id)).get(int(number))
    if name is not None:
        await moving.to_officer(job, case_of(tapped), int(number), name)
    remove(job, tapped)
    return None if name is not None else job.for_staff.label("meja_tombol_lama")


async def close(job: Job, tapped: StaffTapped) -> str | None:
    refused = why_not(job, tapped)
    if not refused:
        job.panel(case_of(tapped), await offered.with_faq(job, case_of(tapped)))
    return refused


async def close_as(job: Job, tapped: StaffTapped) -> str | None:
    refused = why_not(job, tapped)
    if refused:
        return refused
    reason = next((one for one in OFFICER_REASONS if one.value == tapped.tap.argument), None)
    if reason is None:
        return job.for_staff.label("meja_tombol_lama")
    case = case_of(tapped)
    named = case if case.officer_name else case.with_(officer_name=job.shown_name(tapped.name))
    await ending.close(job, named, Closer.OFFICER, CloseReason(reason))
    remove(job, tapped)
    why = job.for_staff.label(f"sebab_{reason}")
    return job.for_staff.label("meja_ditutup", nama_petugas=tapped.name, sebab=why)


async def back_to_card(job: Job, tapped: StaffTapped) -> str | None:
    """Back from a panel: it goes away, the card is above."""
    if tapped.message.message_id != case_of(tapped).card_message_id:
        remove(job, tapped)
    else:
        await card.draw(job, case_of(tapped))
    return None
