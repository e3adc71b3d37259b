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
    jember.sees(jember.national, "dilayani Kantor Cabang Jember")


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
