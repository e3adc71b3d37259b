"""Ends of a case that Telegram has a part in: blocking, lost lines, a deleted topic."""

from __future__ import annotations

from tests.handlers.desk.wire.conftest import SHARED, Wired

pytestmark = SHARED


async def test_who_blocks_the_bot_closes_the_case(desk: Wired) -> None:
    user, thread = await desk.held()
    await desk.sim.block(user)
    await desk.sees(desk.group, "memblokir", thread=thread)
    assert desk.rows("SELECT state, reason FROM cases WHERE topic_id = ?", thread) == [
        ("closed", "diblokir")
    ]


async def test_a_message_to_somebody_who_blocked_is_not_called_delivered(desk: Wired) -> None:
    user, thread = await desk.held()
    await desk.sim.fault(
        "error", code=403, description="Forbidden: bot was blocked by the user", chat=user
    )
    written = await desk.writes(desk.sari, thread, "Masih di sana, Bapak?")
    told = await desk.sees(desk.group, "memblokir", thread=thread)
    assert told.raw["reply_to"]["id"] == written
    found = {one.id: one for one in await desk.sim.messages(desk.group)}
    assert not found[written].raw["reactions"]
    states = desk.rows("SELECT state FROM case_messages WHERE case_id = ?", desk.id_of(thread))
    assert states == [("refused",)]


async def test_an_uncertain_message_is_not_repeated_by_itself(desk: Wired) -> None:
    user, thread = await desk.held()
    await desk.sim.fault("drop_after", method="sendMessage", chat=user)
    written = await desk.writes(desk.sari, thread, "Jam tiga, ya.")
    await desk.sees(desk.group, "Tidak pasti", thread=thread)
    said = [one for one in await desk.sim.messages(user) if "Jam tiga" in one.text]
    assert len(said) == 1
    found = {one.id: one for one in await desk.sim.messages(desk.group)}
    assert not found[written].raw["reactions"]


async def test_being_forgotten_removes_texts_and_topic(desk: Wired) -> None:
    user, thread = await desk.held()
    number = desk.id_of(thread)
    await desk.sim.say(user, "cerita rahasia sekali")
    await desk.sees(desk.group, "cerita rahasia", thread=thread)
    await desk.sim.say(user, "/hapus")
    await desk.taps(user, "1. Ya, hapus semuanya")
    stored = "SELECT state, reason, chat_id FROM cases WHERE id = ?"
    assert desk.rows(stored, number) == [("closed", "dihapus", 0)]
    assert "rahasia" not in str(desk.rows("SELECT * FROM case_messages"))

    async def gone() -> bool:
        topics = {one["id"]: one["deleted"] for one in await desk.sim.topics(desk.group)}
        return bool(topics[thread])

    await desk.until(gone)
