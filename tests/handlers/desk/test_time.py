"""What happens when nobody does anything, and outside of office hours."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from tests.handlers.desk.conftest import AtDesk


async def test_the_place_in_the_queue_is_told(desk: AtDesk) -> None:
    await desk.opened("Satu")
    second = await desk.person("Dua")
    await desk.calls(second)
    assert re.search(r"ke-2\b", (await desk.sees(second, "JHT-")).text)


@pytest.mark.parametrize(
    ("moment", "opens"),
    [
        (datetime(2026, 11, 24, 14, 0, tzinfo=UTC), "besok"),  # 21.00 in Jakarta
        (datetime(2026, 11, 24, 5, 15, tzinfo=UTC), "13.00"),  # 12.15: lunch
        (datetime(2026, 11, 27, 4, 45, tzinfo=UTC), "13.00"),  # Friday 11.45: prayer
        (datetime(2026, 12, 25, 3, 0, tzinfo=UTC), "Senin, 28 Desember"),  # Christmas, a Friday
    ],
)
async def test_outside_hours_the_opening_is_told(
    desk: AtDesk, moment: datetime, opens: str
) -> None:
    desk.clock.at = moment
    user = await desk.person()
    await desk.calls(user)
    assert opens in (await desk.sees(user, "JHT-")).text


async def test_reminder_supervisor_and_no_hurry_at_night(desk: AtDesk) -> None:
    user, thread = await desk.opened()
    desk.clock.skip(minutes=11)
    await desk.sees(desk.group, "belum diambil", thread=thread)
    desk.clock.skip(minutes=11)
    await desk.sees(desk.group, "Supervisor", thread=thread)
    told = await desk.sees(user, "atasan")
    assert "jam layanan" in told.text
    acts = [row[0] for row in desk.rows("SELECT act FROM audit WHERE case_id = 1")]
    assert acts == ["dibuka", "diingatkan", "diteruskan"]
    assert len([one for one in await desk.sim.messages(user) if "atasan" in one.text]) == 1


async def test_a_silent_officer_loses_the_case(desk: AtDesk) -> None:
    user, thread = await desk.held()
    desk.clock.skip(minutes=16)
    await desk.sees(desk.group, "menunggu balasan", thread=thread)
    desk.clock.skip(minutes=15)
    await desk.sees(user, "kembali ke antrean")
    assert desk.rows("SELECT state, officer_id FROM cases") == [("waiting", None)]


async def test_nobody_writes_for_days(desk: AtDesk) -> None:
    user, thread = await desk.held()
    await desk.marked(await desk.writes(desk.sari, thread, "Ada lagi yang bisa dibantu?"))
    desk.clock.skip(days=4)
    await desk.sees(user, "tidak ada pesan")
    assert desk.rows("SELECT state, reason FROM cases") == [("closed", "sepi")]


async def test_the_card_changes_its_colour(desk: AtDesk) -> None:
    _, thread = await desk.opened()
    await desk.take(desk.sari, thread)

    async def yellow() -> bool:
        names = [topic["name"] for topic in await desk.sim.topics(desk.group)]
        cards = await desk.cards(thread)
        return names[0].startswith("🟡") and "Bu Sari" in cards[0].text

    await desk.until(yellow)
