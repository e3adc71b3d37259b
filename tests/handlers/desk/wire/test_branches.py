"""A branch with a staff group of its own, through the whole protocol."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from flows.library import Library
from tests.handlers.desk.wire.conftest import Wired, open_desk


@pytest.fixture
async def jember(tmp_path: Path, library: Library) -> AsyncIterator[Wired]:
    """A desk seen from the group of Jember; `national` is the other group."""
    async with open_desk(tmp_path, library, branch=True) as desk:
        groups = {row[0] for row in desk.rows("SELECT group_id FROM staff")}
        [own] = groups - {desk.group}
        await desk.stored(
            "SELECT 1 FROM staff WHERE confirmed = 1 AND user_id = ? AND group_id = ?",
            desk.sari,
            own,
        )
        desk.national, desk.group = desk.group, own
        yield desk


async def test_nobody_in_the_branch_then_the_national_desk(jember: Wired) -> None:
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


async def _acted(desk: Wired, before: int) -> bool:
    return len(desk.rows("SELECT id FROM audit")) > before
