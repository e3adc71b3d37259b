"""The whole life of a case through the whole protocol."""

from __future__ import annotations

from tests.handlers.desk.wire.conftest import CLOSE, SHARED, SOLVED, Wired

pytestmark = SHARED


async def test_by_location_and_by_remembered_branch(desk: Wired) -> None:
    user = await desk.person()
    for words in ("9", "JMO saya macet"):
        await desk.sim.say(user, words)
        await desk.sim.wait_reply(user)
    await desk.sim.send(user, "location", latitude=-8.17, longitude=113.7)
    await desk.taps(user, "1. Kantor Cabang Jember")
    await desk.topic(await desk.code(user))
    assert desk.rows("SELECT office FROM cases WHERE chat_id = ?", user) == [("jember",)]
    await desk.taps(user, "Keluar dari antrean")
    await desk.taps(user, "Tetap menunggu")
    assert "jember" in str(desk.rows("SELECT conversation FROM chats WHERE chat_id = ?", user))


async def test_from_asking_to_closing(desk: Wired) -> None:
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
    ended = desk.rows("SELECT state, reason FROM cases WHERE chat_id = ?", user)
    assert ended == [("closed", "terjawab")]
    assert desk.rows("SELECT case_id FROM chats WHERE chat_id = ?", user) == [(None,)]
