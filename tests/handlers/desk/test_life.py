"""The whole life of a case, as both sides see it."""

from __future__ import annotations

from tests.handlers.desk.conftest import CLOSE, SOLVED, AtDesk


async def test_from_asking_to_closing(desk: AtDesk) -> None:
    user = await desk.person()
    code = await desk.calls(user)
    words = desk.rows("SELECT trust_words FROM cases WHERE code = ?", code)[0][0]
    assert words in (await desk.sees(user, code)).text
    thread = await desk.topic(code)
    assert words in (await desk.cards(thread))[0].text
    await desk.sim.say(user, "halo, saya bingung")
    await desk.sees(desk.group, "saya bingung", thread=thread)

    assert code in (await desk.take(desk.sari, thread))["text"]
    await desk.sees(user, "Bu Sari")
    written = await desk.writes(desk.sari, thread, f"Selamat pagi. Kata kita {words}.")
    await desk.sees(user, "Selamat pagi")
    await desk.marked(written)

    await desk.press(desk.sari, thread, CLOSE)
    await desk.press(desk.sari, thread, SOLVED)
    closed = await desk.sees(user, "menutup kasus")
    assert len([label for label in closed.labels if label[0].isdigit()]) == 5
    assert desk.rows("SELECT state, reason FROM cases") == [("closed", "terjawab")]
    assert desk.rows("SELECT case_id FROM chats WHERE chat_id = ?", user) == [(None,)]
