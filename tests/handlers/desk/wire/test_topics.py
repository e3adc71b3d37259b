"""One topic per case, whatever happens to it; and a group that is at its limit."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from flows.library import Library
from tests.handlers.desk.wire.conftest import Wired, open_desk


@pytest.fixture
def desk(own_desk: Wired) -> Wired:
    return own_desk


async def standing(desk: Wired) -> list[int]:
    return [topic["id"] for topic in await desk.sim.topics(desk.group) if not topic["deleted"]]


async def test_quick_messages_make_one_topic(desk: Wired) -> None:
    user = await desk.person()
    await desk.sim.fault("slow", method="createForumTopic", seconds=0.5)
    code = await desk.calls(user)
    for number in range(4):
        await desk.sim.say(user, f"pesan cepat nomor {number}")
    thread = await desk.topic(code)
    await desk.sees(desk.group, "pesan cepat nomor 3", thread=thread)
    assert await standing(desk) == [thread]


async def test_a_deleted_topic_comes_back_with_card_and_words(desk: Wired) -> None:
    user, thread = await desk.held()
    await desk.sim.say(user, "cerita yang pertama")
    await desk.sees(desk.group, "cerita yang pertama", thread=thread)
    await desk.sim.delete_topic(desk.group, thread)
    await desk.sim.say(user, "masih ada orang?")
    code = desk.rows("SELECT code FROM cases")[0][0]
    fresh = await desk.topic(code)
    assert fresh != thread
    await desk.sees(desk.group, "masih ada orang?", thread=fresh)
    await desk.sees(desk.group, "cerita yang pertama", thread=fresh)
    await desk.writes(desk.sari, fresh, "Masih, Bapak.")
    await desk.sees(user, "Masih, Bapak.")
    assert len(await standing(desk)) == 1


async def test_a_creation_that_may_have_happened_is_found_again(desk: Wired) -> None:
    other, _ = await desk.opened("Lain")
    await desk.sim.fault("drop_after", method="createForumTopic")
    user = await desk.person()
    code = await desk.calls(user)
    thread = await desk.topic(code)
    assert len(await standing(desk)) == 2
    await desk.take(desk.sari, thread)
    await desk.writes(desk.sari, thread, "Ini topik yang benar.")
    await desk.sees(user, "topik yang benar")
    assert not [one for one in await desk.sim.messages(other) if "topik yang benar" in one.text]


async def test_a_group_with_a_new_number_is_followed(desk: Wired) -> None:
    user, thread = await desk.held()
    desk.group = await desk.sim.migrate(desk.group)
    await desk.sim.say(user, "setelah pindah nomor")
    await desk.sees(desk.group, "setelah pindah nomor", thread=thread)
    await desk.writes(desk.sari, thread, "Kami tetap di sini.")
    await desk.sees(user, "tetap di sini")
    second, other = await desk.opened("Yang Berikutnya")
    await desk.take(desk.budi, other)
    await desk.sees(second, "Pak Budi")


async def test_a_group_at_its_limit_delays_nobody_else(tmp_path: Path, library: Library) -> None:
    async with open_desk(tmp_path, library, limits=True, group_sends_per_minute=20) as desk:
        user, _ = await desk.held()
        await desk.sim.fault("too_many", chat=desk.group, times=50, retry_after=30)
        await asyncio.gather(*(desk.sim.say(user, f"keluhan {number}") for number in range(4)))
        other = await desk.person("Orang Lain")
        for _ in range(3):
            await desk.sim.say(other, "0")
            await desk.sim.wait_reply(other)
        assert not [one for one in await desk.sim.messages(desk.group) if "keluhan" in one.text]
