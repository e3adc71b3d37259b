"""Who holds a case: taken once, given back, handed on."""

from __future__ import annotations

import pytest

from flows.presses import Staff
from tests.handlers.desk.at_desk import MOVE, RELEASE, TAKE, AtDesk, staff_data


async def test_only_who_holds_it_is_carried(desk: AtDesk) -> None:
    case = await desk.held()
    await desk.says(desk.budi, "Saya juga mau menjawab", case)
    desk.sees(case, "dipegang Bu Sari")
    await desk.says(desk.sari, "Saya yang menjawab", case)
    desk.sees(case.person, "Saya yang menjawab")
    assert not desk.hears(case.person, "juga mau")


async def test_before_taking_nothing_is_carried_and_the_officer_is_told(desk: AtDesk) -> None:
    case = await desk.opened()
    written = await desk.says(desk.sari, "Halo, ada apa?", case)
    told = desk.sees(case, "Tekan Ambil dulu")
    assert told.raw["reply_to"]["id"] == written
    assert not desk.hears(case.person, "ada apa")
    await desk.presses(desk.sari, TAKE, case, on=told.id)
    assert desk.state(case) == ("held", desk.sari)


async def test_after_closing_nothing_is_carried(desk: AtDesk) -> None:
    case = await desk.closed()
    await desk.says(desk.sari, "Satu hal lagi", case)
    desk.sees(case, "sudah ditutup. Pesan tidak terkirim")
    assert not desk.hears(case.person, "Satu hal lagi")


async def test_who_may_not_act_is_told_why(desk: AtDesk) -> None:
    case = await desk.opened()
    close = staff_data(Staff.CLOSE, case.id)
    assert "Ambil" in await desk.forges(desk.budi, close, case)
    await desk.presses(desk.sari, TAKE, case)
    assert "Bu Sari" in await desk.forges(desk.budi, close, case)


async def test_given_back_it_can_be_taken_by_another(desk: AtDesk) -> None:
    case = await desk.held()
    await desk.presses(desk.sari, RELEASE, case)
    desk.sees(case.person, "antrean")
    await desk.tick()
    assert TAKE in desk.card(case).labels
    await desk.presses(desk.budi, TAKE, case)
    desk.sees(case.person, "Pak Budi")
    assert desk.acts(case) == ["dibuka", "diambil", "dilepas", "diambil"]


async def test_going_home_gives_all_cases_back(desk: AtDesk) -> None:
    ani, ina = await desk.held("Bu Ani"), await desk.held("Bu Ina")
    other = await desk.held("Bu Eka", by=desk.budi)
    await desk.says(desk.sari, "/saya pulang", desk.group)
    desk.sees(desk.group, "2 kasus")
    assert [desk.state(case) for case in (ani, ina)] == [("waiting", None)] * 2
    assert desk.state(other) == ("held", desk.budi)


async def test_going_home_from_one_group_keeps_the_cases_of_another(jember: AtDesk) -> None:
    case = await jember.held()
    await jember.says(jember.sari, "/saya pulang", jember.national)
    jember.sees(jember.national, "0 kasus")
    assert jember.state(case) == ("held", jember.sari)


async def test_saya_alone_gives_nothing_back(desk: AtDesk) -> None:
    case = await desk.held()
    await desk.says(desk.sari, "/saya", desk.group)
    assert desk.state(case) == ("held", desk.sari)


async def test_handed_to_another_officer(desk: AtDesk) -> None:
    case = await desk.held()
    words = desk.value("SELECT trust_words FROM cases")
    await desk.presses(desk.sari, MOVE, case)
    panel = desk.sees(case, "Alihkan ke mana?")
    assert panel.labels == ["Pak Budi", "Kembali"]
    await desk.presses(desk.sari, "Pak Budi", case)
    assert desk.state(case) == ("held", desk.budi)
    assert words in desk.sees(case.person, "Pak Budi").text
    assert panel.id not in [one.id for one in desk.topic(case)]
    await desk.says(desk.budi, "Saya lanjutkan, ya.", case)
    desk.sees(case.person, "Saya lanjutkan")
    assert desk.acts(case)[-1] == "dialihkan"


@pytest.mark.parametrize("verb", [Staff.TO_OFFICER, Staff.TO_OFFICE])
@pytest.mark.parametrize("target", ["999", "jember", "nirwana"])
async def test_nobody_hands_a_case_into_the_void(desk: AtDesk, verb: Staff, target: str) -> None:
    """Somebody without a role, a branch without a group, a place that is none."""
    case = await desk.held()
    toast = await desk.forges(desk.sari, staff_data(verb, case.id, target), case)
    assert "tidak berlaku" in toast
    assert desk.state(case) == ("held", desk.sari)


async def test_an_editor_is_not_handed_cases(desk: AtDesk) -> None:
    editor = await desk.joins("Bu Editor", "editor")
    case = await desk.held()
    await desk.presses(desk.sari, MOVE, case)
    assert "Bu Editor" not in desk.sees(case, "Alihkan ke mana?").labels
    data = staff_data(Staff.TO_OFFICER, case.id, editor)
    assert "tidak berlaku" in await desk.forges(desk.sari, data, case)
    assert desk.state(case) == ("held", desk.sari)


async def test_back_from_a_panel_takes_it_away(desk: AtDesk) -> None:
    case = await desk.held()
    await desk.presses(desk.sari, MOVE, case)
    panel = desk.sees(case, "Alihkan ke mana?")
    await desk.presses(desk.sari, "Kembali", case, on=panel.id)
    assert panel.id not in [one.id for one in desk.topic(case)]
    await desk.forges(desk.sari, staff_data(Staff.CARD, case.id), case, on=desk.card(case).id)
    assert TAKE not in desk.card(case).labels
    assert "Dipegang" in desk.card(case).text


async def test_a_case_taken_by_command(desk: AtDesk) -> None:
    case = await desk.opened()
    await desk.says(desk.budi, "/ambil", case)
    desk.sees(case, f"Pak Budi memegang kasus {case.code}")
    await desk.says(desk.sari, f"/ambil {case.code}", desk.group)
    desk.sees(desk.group, "sudah dipegang Pak Budi")
    assert desk.state(case) == ("held", desk.budi)


async def test_a_closed_case_is_not_taken_by_command(desk: AtDesk) -> None:
    case = await desk.closed()
    await desk.says(desk.budi, f"/ambil {case.code}", desk.group)
    desk.sees(desk.group, "sudah ditutup")
    assert desk.state(case)[0] == "closed"


async def test_a_case_of_another_group_is_not_taken_by_its_code(jember: AtDesk) -> None:
    case = await jember.opened()
    await jember.says(jember.budi, f"/ambil {case.code}", jember.national)
    jember.sees(jember.national, f"Kasus {case.code} sekarang di Kantor Cabang Jember")
    assert jember.state(case) == ("waiting", None)
