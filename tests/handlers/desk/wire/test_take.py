"""Two taps that race for one case."""

from __future__ import annotations

import asyncio

from tests.handlers.desk.wire.conftest import SHARED, Wired

pytestmark = SHARED


async def test_of_two_taps_one_wins_and_the_other_is_told_who(desk: Wired) -> None:
    raced = []
    for number in range(5):
        _, thread = await desk.opened(f"Peserta {number}")
        toasts = await asyncio.gather(desk.take(desk.sari, thread), desk.take(desk.budi, thread))
        [(holder,)] = desk.rows(
            "SELECT officer_id FROM cases WHERE topic_id = ? AND state = 'held'", thread
        )
        raced.append(desk.id_of(thread))
        winner = toasts[0] if holder == desk.sari else toasts[1]
        loser = toasts[1] if holder == desk.sari else toasts[0]
        name = "Bu Sari" if holder == desk.sari else "Pak Budi"
        assert "JHT-" in winner["text"]
        assert "JHT-" not in loser["text"]
        assert name in loser["text"]
    taken = desk.rows("SELECT case_id FROM audit WHERE act = 'diambil'")
    assert [taken.count((number,)) for number in raced] == [1] * 5
