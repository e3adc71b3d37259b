"""Readiness: how the desk is set up, in one line for whoever runs the bot."""

from __future__ import annotations

from flows.desk.case import Role
from flows.desk.watch.capacity import cases_an_hour
from flows.library import Library
from flows.voice import Voice
from handlers.desk.desk import Desk
from store import staff
from store.database import Database, Transaction

_TALKS = frozenset({Role.OFFICER, Role.SUPERVISOR})


async def announce(desk: Desk, database: Database, per_minute: int) -> None:
    """Say on the terminal how the desk is set up; once, at the start."""
    async with database.transaction() as db:
        count = await officers(db, desk.groups())
    print(desk_line(desk.brain.library, desk.for_staff, count, per_minute), flush=True)


async def officers(db: Transaction, groups: set[int]) -> int:
    """How many people may take cases in these groups."""
    return len(
        {
            one.user_id
            for group in groups
            for one in await staff.everybody(db, group)
            if one.confirmed and Role(one.role) in _TALKS
        }
    )


def desk_line(library: Library, voice: Voice, count: int, per_minute: int) -> str:
    """One desk for the whole country, or several; who sits there, and what a group carries.

    count: officers. per_minute: messages a minute into one group.
    """
    own = {office.grup for office in library.offices.by_id.values() if office.grup is not None}
    carried = cases_an_hour(per_minute)
    if not own:
        return voice.label("jaga_satu_meja", petugas=count, kasus=carried)
    return voice.label("jaga_meja", jumlah=len(own) + 1, petugas=count, kasus=carried)
