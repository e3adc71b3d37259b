"""A branch with its own group."""

from __future__ import annotations

from flows.library import Library
from tests.handlers.desk.at_desk import MOVE, TAKE, AtDesk


async def a_branch(jember: AtDesk, _library: Library) -> None:
    """A branch with its own group: nobody there, moved on, handed on, left, too late."""
    late = await jember.opened("Pak Lama")
    await jember.says(late.person, "sudah lama saya menunggu")
    for minutes in (11, 11, 21):
        await jember.tick(minutes=minutes)
    late = jember.case_of(late.person)
    await jember.presses(jember.sari, TAKE, late)
    await jember.says(jember.sari, "Kami dari meja nasional.", late)
    await jember.tick(minutes=16)
    moved = await jember.held("Bu Pindah")
    await jember.presses(jember.sari, MOVE, moved)
    await jember.presses(jember.sari, "Meja Nasional", moved)
    await jember.tick()
    await jember.says(jember.budi, "/ambil JHT-AAAA", jember.national)
    await jember.becomes(jember.budi, "left", jember.national)
    await jember.tick(days=4)
