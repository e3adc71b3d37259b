"""A branch with a staff group of its own, and the national desk behind it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.handlers.desk.conftest import AtDesk, open_desk


@pytest.fixture
async def jember(tmp_path: Path) -> AsyncIterator[AtDesk]:
    """A desk seen from the group of Jember; `national` is the other group."""
    async with open_desk(tmp_path, branch=True) as desk:
        groups = {row[0] for row in desk.rows("SELECT group_id FROM staff")}
        [own] = groups - {desk.group}
        await desk.stored(
            "SELECT 1 FROM staff WHERE confirmed = 1 AND user_id = ? AND group_id = ?",
            desk.sari,
            own,
        )
        desk.national, desk.group = desk.group, own
        yield desk


async def test_a_case_of_the_branch_comes_to_its_group(jember: AtDesk) -> None:
    user, thread = await jember.held()
    await jember.writes(jember.sari, thread, "Selamat pagi dari Jember.")
    await jember.sees(user, "dari Jember")
    assert await jember.sim.topics(jember.national) == []


async def test_another_city_goes_to_the_national_desk(jember: AtDesk) -> None:
    user = await jember.person()
    code = await jember.calls(user, city="surabaya karimunjawa")
    jember.group = jember.national
    await jember.topic(code)


async def test_nobody_in_the_branch_then_the_national_desk(jember: AtDesk) -> None:
    user, thread = await jember.opened()
    await jember.sim.say(user, "sudah lama saya menunggu")
    await jember.sees(jember.group, "sudah lama saya", thread=thread)
    for minutes in (11, 11, 21):
        before = len(jember.rows("SELECT id FROM audit"))
        jember.clock.skip(minutes=minutes)
        await jember.until(lambda before=before: _acted(jember, before))
    code = jember.rows("SELECT code FROM cases")[0][0]
    jember.group = jember.national
    fresh = await jember.topic(code)
    await jember.sees(jember.national, "sudah lama saya", thread=fresh)
    await jember.gives(jember.sari, "petugas", jember.budi)
    await jember.take(jember.sari, fresh)
    await jember.writes(jember.sari, fresh, "Kami dari meja nasional.")
    await jember.sees(user, "meja nasional")


async def _acted(desk: AtDesk, before: int) -> bool:
    return len(desk.rows("SELECT id FROM audit")) > before


async def test_moved_to_the_national_desk_by_hand(jember: AtDesk) -> None:
    user, thread = await jember.held()
    await jember.press(jember.sari, thread, "Alihkan")
    await jember.press(jember.sari, thread, "Meja Nasional")
    await jember.sees(user, "dilayani")
    code = jember.rows("SELECT code FROM cases")[0][0]
    jember.group = jember.national
    await jember.topic(code)
    assert jember.rows("SELECT state, group_id FROM cases") == [("waiting", jember.national)]


async def test_an_officer_of_one_group_has_no_say_in_another(jember: AtDesk) -> None:
    """Pak Budi has a role in the national group only."""
    _, thread = await jember.opened()
    await jember.take(jember.budi, thread)
    assert jember.rows("SELECT state FROM cases") == [("waiting",)]
