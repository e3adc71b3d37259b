"""The whole life of a case, as both sides see it."""

from __future__ import annotations

import json

import pytest

from tests.handlers.desk.conftest import CLOSE, SOLVED, AtDesk


@pytest.mark.parametrize("words", ["9", "petugas", "/petugas", "mau bicara dengan petugas"])
async def test_every_way_of_asking(desk: AtDesk, words: str) -> None:
    user = await desk.person()
    await desk.sim.say(user, words)
    assert "Soal apa" in (await desk.sim.wait_reply(user)).text


async def test_where_somebody_is_stuck_is_offered_and_shown(desk: AtDesk) -> None:
    user = await desk.sim.user("Bu Rina")
    await desk.sim.say(user, "/start pengkinian-data")
    await desk.sim.wait_reply(user)
    await desk.sim.wait_toast(await desk.sim.tap_data(user, "1:t:kamera-tertutup"))
    await desk.taps(user, "Petugas")
    await desk.taps(user, "1. Ya, soal itu")
    await desk.sim.say(user, "tidak tahu")
    thread = await desk.topic(await desk.code(user))
    card = (await desk.cards(thread))[0].text
    context = json.loads(desk.rows("SELECT context FROM cases")[0][0])
    assert context["trouble"] == "kamera-tertutup"
    assert context["trouble_label"] in card
    assert context["guide_title"] in card


async def test_by_location_and_by_remembered_branch(desk: AtDesk) -> None:
    user = await desk.person()
    for words in ("9", "JMO saya macet"):
        await desk.sim.say(user, words)
        await desk.sim.wait_reply(user)
    await desk.sim.send(user, "location", latitude=-8.17, longitude=113.7)
    await desk.taps(user, "1. Kantor Cabang Jember")
    await desk.topic(await desk.code(user))
    assert desk.rows("SELECT office FROM cases") == [("jember",)]
    await desk.taps(user, "Keluar dari antrean")
    await desk.taps(user, "Tidak jadi")
    assert "jember" in str(desk.rows("SELECT conversation FROM chats WHERE chat_id = ?", user))


async def test_a_photo_sent_before_the_case_is_open_is_attached(desk: AtDesk) -> None:
    user = await desk.person()
    await desk.sim.say(user, "9")
    await desk.sim.wait_reply(user)
    await desk.sim.send(user, "photo")
    await desk.sim.wait_reply(user)
    await desk.sim.say(user, "jember")
    thread = await desk.topic(await desk.code(user))

    async def photo() -> bool:
        found = await desk.sim.messages(desk.group, thread=thread)
        return any(one.kind == "photo" for one in found)

    await desk.until(photo)


async def test_going_back_instead_of_answering(desk: AtDesk) -> None:
    user = await desk.sim.user("Bu Rina")
    await desk.sim.say(user, "/start klaim-jmo")
    step = await desk.sim.wait_reply(user)
    await desk.taps(user, "Petugas")
    await desk.taps(user, "Kembali")

    async def back() -> bool:
        return (await desk.screen(user)).text == step.text

    await desk.until(back)
    assert desk.rows("SELECT id FROM cases") == []


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
