"""The whole life of a case, as both sides see it."""

from __future__ import annotations

import json

import pytest

from flows.library import Library
from flows.presses import ABOUT_OTHER, Participant
from tests.handlers.desk.at_desk import CLOSE, SOLVED, TAKE, AtDesk, participant_data


@pytest.mark.parametrize("words", ["9", "petugas", "/petugas", "mau bicara dengan petugas"])
async def test_every_way_of_asking(desk: AtDesk, words: str) -> None:
    user = await desk.person()
    await desk.says(user, words)
    assert "Soal apa" in desk.screen(user).text


@pytest.mark.parametrize(
    ("ways", "said"),
    [
        (["9"], "kartu_asal_kata"),
        (["petugas"], "kartu_asal_kata"),
        (["tombol Petugas"], "kartu_asal_tombol"),
        (["xqzw wqzx", "zzxq qqwz", "tombol Petugas"], "kartu_asal_bingung"),
        (["kendala kamera-tertutup", "tombol Petugas"], "kartu_asal_tombol"),
        (["kendala data-beda", "tombol Petugas"], "kartu_asal_kendala"),
    ],
)
async def test_the_card_says_how_the_officer_was_asked_for(
    desk: AtDesk, library: Library, ways: list[str], said: str
) -> None:
    user = await desk.person("Bu Rina")
    await desk.says(user, "/start pengkinian-data")
    for way in ways:
        kind, _, what = way.partition(" ")
        if kind == "tombol":
            await desk.presses(user, what)
        elif kind == "kendala":
            await desk.forges(user, f"1:t:{what}")
        else:
            await desk.says(user, way)
    for words in ("kartu saya hilang", "tidak tahu"):
        await desk.says(user, words)
    assert library.messages[said] in desk.card(desk.case_of(user)).text


@pytest.mark.parametrize("says_yes", ["1. Ya, soal itu", "1"])
async def test_where_somebody_is_stuck_is_offered_and_shown(desk: AtDesk, says_yes: str) -> None:
    user = await desk.person("Bu Rina")
    await desk.says(user, "/start pengkinian-data")
    await desk.forges(user, "1:t:kamera-tertutup")
    await desk.presses(user, "Petugas")
    if says_yes == "1":
        await desk.says(user, says_yes)
    else:
        await desk.presses(user, says_yes)
    await desk.says(user, "tidak tahu")
    case = desk.case_of(user)
    card = desk.card(case).text
    context = json.loads(desk.value("SELECT context FROM cases"))
    assert context["trouble"] == "kamera-tertutup"
    assert context["trouble_label"] in context["about"]
    assert context["trouble_label"] in card
    assert context["guide_title"] in card


@pytest.mark.parametrize("says_no", ["2. Bukan, soal lain", "2"])
async def test_something_else_than_what_was_offered(desk: AtDesk, says_no: str) -> None:
    user = await desk.person("Bu Rina")
    await desk.says(user, "/start pengkinian-data")
    await desk.forges(user, "1:t:kamera-tertutup")
    await desk.presses(user, "Petugas")
    if says_no == "2":
        asked = len(desk.sent_to(user))
        await desk.says(user, says_no)
        assert len(desk.sent_to(user)) == asked + 1
    else:
        await desk.presses(user, says_no)
    for words in ("kartu saya hilang", "tidak tahu"):
        await desk.says(user, words)
    context = json.loads(desk.value("SELECT context FROM cases"))
    assert context["about"] == "kartu saya hilang"


async def test_by_location_and_by_remembered_branch(desk: AtDesk) -> None:
    user = await desk.person()
    for words in ("9", "JMO saya macet"):
        await desk.says(user, words)
    asked = len(desk.sent_to(user))
    await desk.sends(user, "location")
    assert len(desk.sent_to(user)) == asked + 1
    await desk.presses(user, "1. Kantor Cabang Jember")
    assert desk.rows("SELECT office FROM cases") == [("jember",)]
    await desk.presses(user, "Keluar dari antrean")
    await desk.presses(user, "Ya, keluar")
    desk.skip(days=4)
    for words in ("9", "JMO masih macet"):
        await desk.says(user, words)
    assert "Dulu Bapak/Ibu memilih" in desk.screen(user).text
    await desk.says(user, "1")
    assert desk.rows("SELECT office FROM cases") == [("jember",)] * 2


@pytest.mark.parametrize("number", ["00", "99", "²"])
async def test_a_number_without_a_branch_is_asked_again(desk: AtDesk, number: str) -> None:
    user = await desk.person()
    for words in ("9", "JMO saya macet"):
        await desk.says(user, words)
    await desk.sends(user, "location")
    asked = len(desk.sent_to(user))
    await desk.says(user, number)
    assert len(desk.sent_to(user)) == asked + 1
    assert desk.rows("SELECT id FROM cases") == []


@pytest.mark.parametrize("answer", ["2", "2. Pilih kantor lain"])
async def test_another_branch_than_the_remembered_one(desk: AtDesk, answer: str) -> None:
    case = await desk.calls(await desk.person())
    await desk.presses(case.person, "Keluar dari antrean")
    await desk.presses(case.person, "Ya, keluar")
    desk.skip(days=4)
    for words in ("9", "JMO masih macet"):
        await desk.says(case.person, words)
    if answer == "2":
        await desk.says(case.person, answer)
    else:
        await desk.presses(case.person, answer)
    await desk.says(case.person, "mojokerto")
    assert desk.rows("SELECT office FROM cases") == [("jember",), ("mojokerto",)]


async def test_a_city_nobody_knows_is_asked_again(desk: AtDesk) -> None:
    user = await desk.person()
    for words in ("9", "JMO saya macet", "xqzw"):
        await desk.says(user, words)
    assert "Belum tahu kantornya" in str(desk.screen(user).labels)
    await desk.presses(user, "1. Belum tahu kantornya")
    assert desk.rows("SELECT office FROM cases") == [("nasional",)]


@pytest.mark.parametrize("way_out", ["0", "menu", "batal"])
async def test_a_way_out_is_no_answer(desk: AtDesk, way_out: str) -> None:
    user = await desk.person()
    await desk.says(user, "9")
    await desk.says(user, way_out)
    assert "Soal apa" not in desk.screen(user).text
    assert desk.rows("SELECT id FROM cases") == []
    await desk.says(user, "jember")
    assert desk.rows("SELECT id FROM cases") == []


async def test_a_photo_sent_before_the_case_is_open_is_attached(desk: AtDesk) -> None:
    user = await desk.person()
    await desk.says(user, "9")
    await desk.sends(user, "photo")
    asked = len(desk.sent_to(user))
    await desk.sends(user, "voice")
    assert len(desk.sent_to(user)) == asked + 1
    await desk.says(user, "jember")
    for _ in range(4):
        await desk.tick(seconds=3)
    case = desk.case_of(user)
    assert len(desk.of_kind(case, "photo")) == 1
    assert len(desk.of_kind(case, "voice")) == 1
    assert "mengirim foto" in desk.card(case).text


async def test_a_photo_with_personal_data_is_answered_and_not_attached(desk: AtDesk) -> None:
    user = await desk.person()
    await desk.says(user, "9")
    asked = len(desk.sent_to(user))
    await desk.sends(user, "photo", caption="nik saya 3273 0512 0469 0001")
    assert len(desk.sent_to(user)) > asked
    for words in ("9", "JMO saya macet", "jember"):
        await desk.says(user, words)
    await desk.tick(seconds=4)
    assert desk.of_kind(desk.case_of(user), "photo") == []


@pytest.mark.parametrize(
    "data",
    [
        participant_data(Participant.ABOUT, 0, ABOUT_OTHER),
        participant_data(Participant.OFFICE, 0, "jember"),
        participant_data(Participant.OTHER_OFFICE, 0),
    ],
)
async def test_a_button_of_questions_that_are_no_longer_asked_is_old(
    desk: AtDesk, data: str
) -> None:
    user = await desk.person()
    said = len(desk.sent_to(user))
    assert "sudah lama" in await desk.forges(user, data)
    assert len(desk.sent_to(user)) == said
    assert desk.rows("SELECT id FROM cases") == []


async def test_asking_twice_is_asking_once(desk: AtDesk) -> None:
    user = await desk.person()
    for words in ("9", "/petugas", "JMO saya macet", "jember"):
        await desk.says(user, words)
    assert json.loads(desk.value("SELECT context FROM cases"))["about"] == "JMO saya macet"


async def test_going_back_instead_of_answering(desk: AtDesk) -> None:
    user = await desk.person("Bu Rina")
    await desk.says(user, "/start klaim-jmo")
    step = desk.screen(user).text
    await desk.presses(user, "Petugas")
    await desk.presses(user, "Kembali")
    assert desk.screen(user).text == step
    assert desk.rows("SELECT id FROM cases") == []


async def test_from_asking_to_closing(desk: AtDesk) -> None:
    case = await desk.opened()
    words = desk.value("SELECT trust_words FROM cases")
    assert words in desk.sees(case.person, case.code).text
    assert words in desk.card(case).text
    await desk.says(case.person, "halo, saya bingung")
    desk.sees(case, "saya bingung")

    assert case.code in await desk.presses(desk.sari, TAKE, case)
    assert words in desk.sees(case.person, "Bu Sari").text
    written = await desk.says(desk.sari, f"Selamat pagi. Kata kita {words}.", case)
    desk.sees(case.person, "Selamat pagi")
    assert desk.marked(case, written)

    await desk.presses(desk.sari, CLOSE, case)
    await desk.presses(desk.sari, SOLVED, case)
    labels = desk.sees(case.person, "menutup kasus").labels
    assert len([label for label in labels if label[0].isdigit()]) == 5
    assert desk.rows("SELECT state, reason FROM cases") == [("closed", "terjawab")]
    assert desk.rows("SELECT case_id FROM chats WHERE chat_id = ?", case.person) == [(None,)]
    assert desk.acts(case) == ["dibuka", "diambil", "ditutup"]
