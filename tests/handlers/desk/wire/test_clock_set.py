"""The machine's clock is set while the whole program runs: words arrive within seconds."""

from __future__ import annotations

import pytest

from tests.handlers.desk.wire.conftest import Wired


@pytest.mark.parametrize("by", [{"hours": -1}, {"days": 1}], ids=str)
async def test_three_messages_reach_the_topic(own_desk: Wired, by: dict[str, float]) -> None:
    desk = own_desk
    user, thread = await desk.held()
    desk.clock.skip(**by)
    for each in ("pertama", "kedua", "ketiga"):
        await desk.sim.say(user, f"kalimat {each} dari saya")
    for each in ("pertama", "kedua", "ketiga"):
        await desk.sees(desk.group, f"kalimat {each}", thread=thread)
