"""While a case waits the bot goes on guiding; its silence begins with the officer who takes it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.handlers.desk.at_desk import TAKE, AtDesk

FRIDAY_EVENING = datetime(2026, 11, 27, 12, 13, tzinfo=UTC)
PASSED_ON = "Sudah kami teruskan"


async def test_each_screen_says_the_place_and_when_the_desk_opens(desk: AtDesk) -> None:
    desk.now = FRIDAY_EVENING
    await desk.opened("Bu Rina")
    case = await desk.opened()
    await desk.says(case.person, "bagaimana kalo saya gak punya npwp?")
    shown = desk.screen(case.person).text
    assert "NPWP" in shown
    assert "Antrean ke-2, petugas mulai Senin 08.00 WIB." in shown
    await desk.says(case.person, "/menu")
    assert "Antrean ke-2" in desk.screen(case.person).text
    await desk.presses(case.person, "Cek hak klaim")
    assert "Antrean ke-2" in desk.screen(case.person).text


async def test_the_guide_goes_on_and_the_officer_reads_along(desk: AtDesk) -> None:
    user = await desk.person()
    await desk.says(user, "/start cek-hak")
    case = await desk.calls(user)
    await desk.presses(user, "Kembali ke langkah tadi")
    await desk.says(user, "1")
    talk = desk.value("SELECT conversation FROM chats WHERE chat_id = ?", user)
    assert '"keadaan":"usia_56"' in talk
    desk.sees(case, "👤 1")


async def test_the_first_words_hear_that_they_were_passed_on(desk: AtDesk) -> None:
    case = await desk.opened()
    await desk.says(case.person, "apa syarat klaim?")
    assert desk.screen(case.person).text.startswith(PASSED_ON)
    await desk.says(case.person, "berapa lama cairnya?")
    assert PASSED_ON not in desk.screen(case.person).text


async def test_without_an_answer_one_short_line_and_not_again_at_once(desk: AtDesk) -> None:
    case = await desk.opened()
    await desk.says(case.person, "saya titip pesan untuk petugas ya")
    screen = desk.screen(case.person)
    assert screen.text.startswith(PASSED_ON)
    assert not screen.labels
    seen = len(desk.sent_to(case.person))
    photo = await desk.sends(case.person, "photo")
    assert len(desk.sent_to(case.person)) == seen
    [mark] = desk.calls_of("setMessageReaction")
    assert mark["message_id"] == photo
    desk.skip(minutes=11)
    await desk.says(case.person, "terima kasih ya bu")
    assert desk.screen(case.person).text.startswith(PASSED_ON)


@pytest.mark.parametrize("asked", ["berapa lama nunggunya", "halo ada orang?", "9", "petugas"])
async def test_who_asks_of_the_wait_hears_place_and_time(desk: AtDesk, asked: str) -> None:
    desk.now = FRIDAY_EVENING
    case = await desk.opened()
    await desk.says(case.person, asked)
    shown = desk.screen(case.person).text
    assert "Antrean ke-1" in shown
    assert "Senin, 30 November, pukul 08.00 WIB" in shown
    assert case.code in shown
    assert desk.rows("SELECT count(*) FROM cases") == [(1,)]


async def test_a_guides_button_for_an_officer_shows_the_queue(desk: AtDesk) -> None:
    case = await desk.opened()
    await desk.says(case.person, "apa syarat klaim?")
    await desk.presses(case.person, "Petugas")
    assert case.code in desk.screen(case.person).text
    await desk.presses(case.person, "Menu")
    assert "Cek hak klaim" in str(desk.screen(case.person).labels)


async def test_silence_begins_with_the_officer_and_ends_with_the_release(desk: AtDesk) -> None:
    case = await desk.opened()
    await desk.presses(desk.sari, TAKE, case)
    seen = len(desk.sent_to(case.person))
    await desk.says(case.person, "apa syarat klaim?")
    assert len(desk.sent_to(case.person)) == seen
    await desk.tick()
    await desk.presses(desk.sari, "Lepas", case)
    await desk.says(case.person, "apa syarat klaim?")
    assert "Antrean ke-1" in desk.screen(case.person).text


async def test_taken_with_words_not_handled_yet_nothing_is_answered(desk: AtDesk) -> None:
    """Whether the bot speaks is read in the transaction of the update itself."""
    case = await desk.opened()
    await desk.presses(desk.sari, TAKE, case)
    assert desk.state(case) == ("held", desk.sari)
    seen = len(desk.sent_to(case.person))
    await desk.all_say("apa syarat klaim?", case.person)
    assert len(desk.sent_to(case.person)) == seen


async def test_leaving_asks_with_two_different_choices(desk: AtDesk) -> None:
    case = await desk.opened()
    await desk.says(case.person, "keluar dari antrean")
    assert desk.screen(case.person).labels == ["Ya, keluar", "Tetap menunggu"]
    await desk.presses(case.person, "Tetap menunggu")
    assert case.code in desk.screen(case.person).text


async def test_an_older_button_works(desk: AtDesk) -> None:
    user = await desk.person()
    menu = desk.screen(user)
    await desk.calls(user)
    assert await desk.presses(user, menu.labels[0], on=menu.id) == ""
    assert "Antrean ke-1" in next(one for one in desk.sent_to(user) if one.id == menu.id).text


async def test_personal_data_is_taken_out_of_the_chat_also_in_the_queue(desk: AtDesk) -> None:
    case = await desk.opened()
    written = await desk.says(case.person, "NIK saya 3509123456780001 kok ditolak ya")
    assert written not in [one.id for one in desk.topic(case)]
    assert not desk.hears(case, "3509123456780001")
    assert {"chat_id": case.person, "message_id": written} in desk.calls_of("deleteMessage")
    assert PASSED_ON in desk.screen(case.person).text


@pytest.mark.parametrize("by", ["waiting", "held"])
async def test_a_swindler_is_warned_of_in_every_state(desk: AtDesk, by: str) -> None:
    case = await (desk.held() if by == "held" else desk.opened())
    offer = "ada orang dalam nawarin bantu cairkan JHT, bayar 500 ribu dulu, dijamin cair"
    await desk.says(case.person, offer)
    assert "Jangan" in desk.screen(case.person).text
    seen = len(desk.sent_to(case.person))
    if by == "held":
        await desk.says(case.person, offer)
        assert len(desk.sent_to(case.person)) == seen


async def test_a_hidden_number_below_a_photo_is_told(desk: AtDesk) -> None:
    case = await desk.held()
    await desk.sends(case.person, "photo", caption="ini KTP saya NIK 3509123456780001")
    assert "kami hapus dari obrolan ini" in desk.screen(case.person).text
    assert not desk.hears(case, "3509123456780001")


async def test_what_is_told_in_the_queue_reaches_the_card_at_most_every_ten_seconds(
    desk: AtDesk,
) -> None:
    user = await desk.person()
    await desk.says(user, "/start cek-hak")
    case = await desk.calls(user)
    drawn = len(desk.calls_of("editMessageText"))
    for answer in ("1", "1", "1"):
        await desk.says(user, answer)
        await desk.tick(seconds=1)
    await desk.tick(seconds=12)
    of_group = [one for one in desk.calls_of("editMessageText")[drawn:]
                if one["chat_id"] == case.group]  # fmt: skip
    assert len(of_group) <= 2
    assert "Umur 56 tahun ke atas" in desk.card(case).text
    assert "Status nonaktif" in desk.card(case).text
