"""Commands that spare scrolling: `/antrean`, `/saya`, `/ambil`, `/selesai`, `/b`."""

from __future__ import annotations

import pytest

from tests.handlers.desk.at_desk import SOLVED, AtDesk


async def test_the_queue_is_listed_with_links(desk: AtDesk) -> None:
    old = await desk.opened()
    desk.skip(minutes=5)
    new = await desk.opened("Bu Rina")
    await desk.says(desk.budi, "/antrean", desk.group)
    listed = desk.sees(desk.group, "Menunggu: 2")
    assert listed.text.index(old.code) < listed.text.index(new.code)
    urls = [call for call in desk.calls_of("sendMessage") if "Menunggu" in call["text"]][-1]["text"]
    assert f"https://t.me/c/{str(desk.group)[4:]}/{old.topic}" in urls
    assert "09.00 WIB" in listed.text


async def test_ones_own_cases(desk: AtDesk) -> None:
    case = await desk.held(by=desk.budi)
    await desk.opened("Bu Rina")
    await desk.says(desk.budi, "/saya", desk.group)
    assert case.code in desk.sees(desk.group, "Kasus Bapak/Ibu: 1").text
    await desk.says(desk.sari, "/saya", desk.group)
    desk.sees(desk.group, "tidak memegang kasus")
    await desk.says(desk.budi, "/saya pulang", desk.group)
    assert desk.state(case)[0] == "waiting"


async def test_taking_without_a_code_in_the_topic_and_with_one_elsewhere(desk: AtDesk) -> None:
    case = await desk.opened()
    await desk.says(desk.budi, "/ambil", desk.group)
    desk.sees(desk.group, "/ambil di topik kasusnya")
    await desk.says(desk.budi, f"/ambil {case.code}", desk.group)
    taken = [one for one in desk.calls_of("sendMessage") if "memegang" in one["text"]][-1]
    assert f'<a href="https://t.me/c/{str(desk.group)[4:]}/{case.topic}">' in taken["text"]
    other = await desk.opened("Bu Rina")
    await desk.says(desk.sari, "/ambil", other)
    assert desk.state(other) == ("held", desk.sari)


async def test_a_case_of_another_desk_is_told_as_such(jember: AtDesk) -> None:
    case = await jember.opened()
    await jember.says(jember.sari, f"/ambil {case.code}", jember.national)
    jember.sees(jember.national, "sekarang di Kantor Cabang Jember")


async def test_closing_by_a_word(desk: AtDesk) -> None:
    case = await desk.held()
    await desk.says(desk.sari, "/selesai", desk.group)
    desk.sees(desk.group, "/selesai di topik kasusnya")
    await desk.says(desk.budi, "/selesai tuntas", case)
    desk.sees(case, "Kasus ini dipegang Bu Sari")
    await desk.says(desk.sari, "/selesai tuntas", case)
    assert desk.rows("SELECT state, reason FROM cases") == [("closed", "terjawab")]
    desk.sees(case, "menutup kasus")


async def test_closing_by_the_buttons_below(desk: AtDesk) -> None:
    case = await desk.held()
    await desk.says(desk.sari, "/selesai", case)
    await desk.presses(desk.sari, SOLVED, case)
    assert desk.state(case)[0] == "closed"


async def test_a_ready_answer_by_a_word(desk: AtDesk) -> None:
    case = await desk.held()
    await desk.says(desk.sari, "/b statsu aktif", case)
    panel = desk.sent_to(case)[-1]
    assert "Status masih aktif" in panel.labels[:2]
    await desk.presses(desk.sari, "Status masih aktif", case)
    await desk.presses(desk.sari, "Kirim", case)
    assert "perusahaan lama belum melaporkan" in desk.screen(case.person).text
    await desk.says(desk.sari, "/b status", desk.group)
    desk.sees(desk.group, "/b di topik kasusnya")


async def test_rating_and_comment_reach_the_topic_and_the_report(desk: AtDesk) -> None:
    case = await desk.closed()
    await desk.presses(case.person, "4 - Membantu")
    desk.sees(case, "nilai 4 dari 5")
    await desk.says(case.person, "Bu Sari ramah sekali")
    desk.sees(case, "Bu Sari ramah sekali")
    await desk.says(desk.sari, "/laporan", desk.group)
    assert "ramah sekali" in desk.sees(desk.group, "Laporan 30 hari").text


@pytest.mark.parametrize("way", ["Ambil", "/ambil"])
async def test_nobody_serves_themselves(desk: AtDesk, way: str) -> None:
    case = await desk.calls(desk.sari)
    if way == "Ambil":
        assert "kasus Bapak/Ibu sendiri" in await desk.presses(desk.sari, way, case)
        assert "kasus Bapak/Ibu sendiri" in await desk.presses(desk.sari, "Selesai", case)
    else:
        await desk.says(desk.sari, way, case)
        desk.sees(case, "kasus Bapak/Ibu sendiri")
        await desk.says(desk.sari, "/selesai tuntas", case)
    assert desk.state(case)[0] == "waiting"


async def test_what_one_has_served_one_cannot_rate(desk: AtDesk) -> None:
    case = await desk.closed()
    desk.store(f"UPDATE cases SET officer_id = {case.person}")
    await desk.presses(case.person, "5 - Sangat membantu")
    desk.sees(case.person, "tidak bisa dinilai sendiri")
    assert desk.value("SELECT rating FROM cases") is None


async def test_taken_and_greeted_in_one_tap(desk: AtDesk) -> None:
    case = await desk.opened()
    toast = await desk.presses(desk.budi, "Ambil & sapa", case)
    assert "Pak Budi memegang" in toast
    assert desk.state(case) == ("held", desk.budi)
    shown = desk.screen(case.person).text
    words = desk.value("SELECT trust_words FROM cases")
    assert "Saya Pak Budi" in shown
    assert words in shown
    there = desk.sees(case, "Saya Pak Budi")
    assert desk.marked(case, there.id)
    assert "sudah dipegang" in await desk.forges(desk.sari, f"1:K:asapa:{case.id}", case)
    assert len([one for one in desk.sent_to(case.person) if "Saya Pak Budi" in one.text]) == 1


async def test_what_was_written_too_early_is_taken_and_sent(desk: AtDesk) -> None:
    case = await desk.opened()
    written = await desk.says(desk.budi, "Selamat pagi, Pak. Ada yang bisa dibantu?", case)
    assert desk.sees(case, "Tekan Ambil dulu").labels == ["Ambil & kirim"]
    await desk.edits(desk.budi, written, "Selamat pagi, Bapak Slamet.", case)
    assert "Selamat pagi" not in desk.screen(case.person).text
    await desk.presses(desk.budi, "Ambil & kirim", case)
    assert desk.screen(case.person).text == "Selamat pagi, Bapak Slamet."
    assert desk.marked(case, written)
    assert not [one for one in desk.sent_to(case) if "Tekan Ambil dulu" in one.text]


async def test_what_was_written_too_early_is_held_like_anything_else(desk: AtDesk) -> None:
    case = await desk.opened()
    await desk.says(desk.budi, "Tolong kirim kode OTP Bapak", case)
    await desk.presses(desk.budi, "Ambil & kirim", case)
    desk.sees(case, "Belum terkirim")
    assert "OTP Bapak" not in desk.screen(case.person).text


async def test_somebody_elses_words_are_not_sent(desk: AtDesk) -> None:
    case = await desk.opened()
    await desk.says(desk.budi, "Selamat pagi, Pak.", case)
    await desk.presses(desk.sari, "Ambil & kirim", case)
    assert desk.state(case) == ("held", desk.sari)
    assert "Selamat pagi" not in desk.screen(case.person).text


async def test_the_card_is_pinned_in_its_topic(desk: AtDesk) -> None:
    case = await desk.held()
    [pin] = desk.calls_of("pinChatMessage")
    assert pin["message_id"] == desk.card(case).id
    assert pin["disable_notification"]


async def test_the_line_about_pinning_goes_where_it_is_heard(desk: AtDesk) -> None:
    case = await desk.opened()
    chat = desk.world.chats[desk.group]
    note = next(one for one in chat.messages.values() if "pinned_message" in one.body)
    desk.world.queue.push("message", note.body)
    await desk.settle()
    assert note.deleted
    assert not desk.card(case).deleted


async def test_without_the_right_to_pin_everything_else_goes_on(desk: AtDesk) -> None:
    refused = {
        "code": 400,
        "description": "Bad Request: not enough rights to manage pinned messages",
    }
    desk.fault("error", method="pinChatMessage", times=9, **refused)
    case = await desk.opened()
    await desk.tick(minutes=2)
    assert len(desk.calls_of("pinChatMessage")) == 1
    await desk.presses(desk.sari, "Ambil", case)
    await desk.tick()
    assert "Dipegang" in desk.card(case).text
