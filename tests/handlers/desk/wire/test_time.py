"""The clock of the running desk."""

from __future__ import annotations

from tests.handlers.desk.wire.conftest import SHARED, Wired

pytestmark = SHARED


async def test_the_card_changes_its_colour(desk: Wired) -> None:
    _, thread = await desk.opened()
    await desk.take(desk.sari, thread)

    async def yellow() -> bool:
        names = {topic["id"]: topic["name"] for topic in await desk.sim.topics(desk.group)}
        cards = await desk.cards(thread)
        return names[thread].startswith("🟡") and "Bu Sari" in cards[0].text

    await desk.until(yellow)
