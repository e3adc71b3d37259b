"""Who holds a case: taken once, given back, handed on."""

from __future__ import annotations

import asyncio

from tests.handlers.desk.conftest import RELEASE, TAKE, AtDesk


async def test_of_two_taps_one_wins_and_the_other_is_told_who(desk: AtDesk) -> None:
    for number in range(5):
        _, thread = await desk.opened(f"Peserta {number}")
        toasts = await asyncio.gather(desk.take(desk.sari, thread), desk.take(desk.budi, thread))
        [(holder,)] = desk.rows(
            "SELECT officer_id FROM cases WHERE topic_id = ? AND state = 'held'", thread
        )
        winner = toasts[0] if holder == desk.sari else toasts[1]
        loser = toasts[1] if holder == desk.sari else toasts[0]
        name = "Bu Sari" if holder == desk.sari else "Pak Budi"
        assert "JHT-" in winner["text"]
        assert "JHT-" not in loser["text"]
        assert name in loser["text"]
    taken = desk.rows("SELECT case_id, COUNT(*) FROM audit WHERE act = 'diambil' GROUP BY case_id")
    assert [count for _, count in taken] == [1] * 5


async def test_only_who_holds_it_is_carried(desk: AtDesk) -> None:
    user, thread = await desk.held()
    await desk.writes(desk.budi, thread, "Saya juga mau menjawab")
    await desk.sees(desk.group, "Bu Sari", thread=thread)
    await desk.writes(desk.sari, thread, "Saya yang menjawab")
    await desk.sees(user, "Saya yang menjawab")
    assert not [one for one in await desk.sim.messages(user) if "juga mau" in one.text]


async def test_before_taking_nothing_is_carried_and_the_officer_is_told(desk: AtDesk) -> None:
    user, thread = await desk.opened()
    written = await desk.writes(desk.sari, thread, "Halo, ada apa?")

    async def told() -> bool:
        found = await desk.sim.messages(desk.group, thread=thread)
        return any((one.raw.get("reply_to") or {}).get("id") == written for one in found)

    await desk.until(told)
    assert not [one for one in await desk.sim.messages(user) if "ada apa" in one.text]


async def test_given_back_it_can_be_taken_by_another(desk: AtDesk) -> None:
    user, thread = await desk.held()
    await desk.press(desk.sari, thread, RELEASE)
    await desk.sees(user, "antrean")

    async def takeable() -> bool:
        return any(TAKE in one.labels for one in await desk.cards(thread))

    await desk.until(takeable)
    await desk.take(desk.budi, thread)
    await desk.sees(user, "Pak Budi")


async def test_going_home_gives_all_cases_back(desk: AtDesk) -> None:
    await desk.held("Bu Ani")
    await desk.held("Bu Ina")
    await desk.sim.say(desk.sari, "/saya pulang", chat=desk.group)
    await desk.sees(desk.group, "2 kasus")
    assert desk.rows("SELECT state, officer_id FROM cases") == [("waiting", None)] * 2


async def test_handed_to_another_officer(desk: AtDesk) -> None:
    user, thread = await desk.held()
    await desk.press(desk.sari, thread, "Alihkan")
    await desk.press(desk.sari, thread, "Pak Budi")
    await desk.writes(desk.budi, thread, "Saya lanjutkan, ya.")
    await desk.sees(user, "Saya lanjutkan")
