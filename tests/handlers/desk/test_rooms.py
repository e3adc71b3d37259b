"""Two groups of one desk: when the first is full, new cases go to the second."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from flows.content.offices import NATIONAL
from flows.desk.rooms import FULL
from flows.library import Library
from sandbox.world import World
from tests.handlers.desk.at_desk import AtDesk, new_group, open_desk
from tests.kept import alike


def with_second(library: Library, group: int) -> Library:
    """The content in which the national desk has a second group."""
    offices = library.offices
    national = offices.national.model_copy(update={"grup_kedua": group})
    known = {**offices.by_id, NATIONAL: national}
    return alike(replace(library, offices=replace(offices, by_id=known)), library)


async def call(desk: AtDesk, number: int) -> int:
    """Somebody calls; the group in which the case is."""
    person = await desk.person(f"Orang {number}")
    await desk.calls(person)
    return desk.case_of(person).group


async def test_a_full_group_sends_new_cases_to_the_second(folder: Path, library: Library) -> None:
    world = World(limits=False)
    second = new_group(world, "Meja Kedua")
    async with open_desk(folder, with_second(library, second), world=world) as desk:
        groups = [await call(desk, number) for number in range(FULL + 1)]
        assert groups == [desk.group] * FULL + [second]
        assert len(desk.topics(second)) == 1
        await desk.tick(seconds=61)
        assert await call(desk, 99) == desk.group
        code = desk.rows("SELECT code FROM cases WHERE group_id = ?", second)[0][0]
        await desk.says(desk.sari, f"/ambil {code}", desk.group)
        assert desk.rows("SELECT group_id FROM cases WHERE code = ?", code) == [(second,)]
