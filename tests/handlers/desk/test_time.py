"""What happens when nobody does anything, and outside of office hours."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from tests.handlers.desk.at_desk import CLOSE, RELEASE, SOLVED, TAKE, AtDesk


async def test_the_place_in_the_queue_is_told(desk: AtDesk) -> None:
    await desk.opened("Satu")
    second = await desk.opened("Dua")
    assert re.search(r"ke-2\b", desk.sees(second.person, "JHT-").text)


async def test_how_long_it_takes_is_told_from_the_last_hours(desk: AtDesk) -> None:
    for number in range(8):
        case = await desk.opened(f"Peserta {number}")
        await desk.tick(minutes=5)
        await desk.presses(desk.sari, TAKE, case)
        await desk.says(desk.sari, "Selamat pagi.", case)
        await desk.presses(desk.sari, CLOSE, case)
        await desk.presses(desk.sari, SOLVED, case)
    waits = await desk.opened("Pak Antre")
    assert "Perkiraan tunggu" in desk.sees(waits.person, "JHT-").text
    desk.skip(days=1)
    later = await desk.opened("Bu Esok")
    assert "Perkiraan tunggu" not in desk.sees(later.person, "JHT-").text


async def test_a_branch_has_its_own_queue(jember: AtDesk) -> None:
    await jember.calls(await jember.person("Satu"), city="surabaya karimunjawa")
    second = await jember.opened("Dua")
    assert re.search(r"ke-1\b", jember.sees(second.person, "JHT-").text)


@pytest.mark.parametrize(
    ("moment", "opens"),
    [
        (datetime(2026, 11, 24, 14, 0, tzinfo=UTC), "besok"),  # 21.00 in Jakarta
        (datetime(2026, 11, 24, 5, 15, tzinfo=UTC), "13.00"),  # 12.15: lunch
        (datetime(2026, 11, 27, 4, 45, tzinfo=UTC), "13.00"),  # Friday 11.45: prayer
        (datetime(2026, 12, 25, 3, 0, tzinfo=UTC), "Senin, 28 Desember"),  # Christmas, a Friday
    ],
)
async def test_outside_hours_the_opening_is_told(
    desk: AtDesk, moment: datetime, opens: str
) -> None:
    desk.now = moment
    case = await desk.opened()
    assert opens in desk.sees(case.person, "JHT-").text


async def test_reminder_supervisor_and_no_hurry_at_night(desk: AtDesk) -> None:
    case = await desk.opened()
    await desk.tick(minutes=9)
    assert desk.acts(case) == ["dibuka"]
    await desk.tick(minutes=1)
    desk.sees(case, "belum diambil")
    await desk.tick(minutes=11)
    desk.sees(case, "Bu Sari: kasus")
    assert "jam layanan" in desk.sees(case.person, "atasan").text
    await desk.tick(minutes=29)
    assert desk.acts(case) == ["dibuka", "diingatkan", "diteruskan"]
    await desk.tick(minutes=2)
    assert "masih menunggu" in desk.sent_to(case)[-1].text
    assert desk.acts(case) == ["dibuka", "diingatkan", "diteruskan", "diteruskan"]
    assert len([one for one in desk.sent_to(case.person) if "atasan" in one.text]) == 1
    assert desk.state(case) == ("waiting", None)


async def test_only_confirmed_supervisors_are_called_by_name(desk: AtDesk) -> None:
    await desk.joins("Bu Wati", "supervisor")
    outside = await desk.joins("Pak Luar", "supervisor")
    desk.fault("error", code=400, description="Bad Request: no", method="getChatMember", times=9)
    await desk.gives(desk.sari, "supervisor", outside)
    case = await desk.opened()
    for _ in range(2):
        await desk.tick(minutes=11)
    called = desk.sent_to(case)[-1].text
    assert "Bu Sari, Bu Wati: kasus" in called or "Bu Wati, Bu Sari: kasus" in called
    desk.store("UPDATE staff SET name = ''")
    again = await desk.opened("Pak Lain")
    for _ in range(2):
        await desk.tick(minutes=11)
    assert "Supervisor, Supervisor: kasus" in desk.sent_to(again)[-1].text
    assert "Pak Luar" not in called
    assert "Pak Budi" not in called


@pytest.mark.parametrize(
    ("act", "seconds"),
    [
        ("cards", 1),
        ("escalated", 10),
        ("noticed", 10),
        ("members", 60),
        ("tidied", 3600),
        ("left", 60),
        ("listed", 60),
    ],
)
async def test_nothing_is_later_or_more_often_than_it_should(
    desk: AtDesk, act: str, seconds: float
) -> None:
    await desk.tick(hours=2)
    assert desk.clock.last is not None
    done = desk.clock.last[act]
    desk.skip(seconds=done + seconds - 0.5 - desk.passed)
    await desk.ticker.once()
    assert desk.clock.last[act] == done
    desk.skip(seconds=0.5)
    await desk.ticker.once()
    assert desk.clock.last[act] == desk.passed


async def test_what_was_gathered_is_looked_at_every_time(desk: AtDesk) -> None:
    await desk.ticker.once()
    desk.skip(seconds=0.5)
    await desk.ticker.once()
    assert (desk.clock.last or {})["gathered"] == desk.passed


async def test_at_night_nobody_is_reminded(desk: AtDesk) -> None:
    desk.now = datetime(2026, 11, 24, 14, 0, tzinfo=UTC)
    case = await desk.opened()
    await desk.tick(hours=2)
    assert desk.acts(case) == ["dibuka"]


async def test_a_silent_officer_loses_the_case(desk: AtDesk) -> None:
    case = await desk.held()
    await desk.tick(minutes=14)
    assert not desk.hears(case, "menunggu balasan")
    await desk.tick(minutes=2)
    desk.sees(case, "Bu Sari, peserta menunggu balasan")
    await desk.tick(minutes=15)
    desk.sees(case.person, "kembali ke antrean")
    assert desk.state(case) == ("waiting", None)
    assert desk.acts(case)[2:] == ["diingatkan", "kembali_ke_antrean"]


async def test_an_officer_who_answers_keeps_the_case(desk: AtDesk) -> None:
    case = await desk.held()
    await desk.tick(minutes=14)
    await desk.says(desk.sari, "Sebentar, saya cek.", case)
    await desk.tick(minutes=45)
    assert desk.state(case) == ("held", desk.sari)
    assert desk.acts(case) == ["dibuka", "diambil"]


async def test_a_message_that_did_not_arrive_is_no_answer(desk: AtDesk) -> None:
    case = await desk.held()
    desk.fault("error", code=400, description="Bad Request: whatever", chat=case.person)
    await desk.says(desk.sari, "Sebentar, saya cek.", case)
    for _ in range(2):
        await desk.tick(minutes=16)
    assert desk.state(case) == ("waiting", None)


async def test_nobody_writes_for_days(desk: AtDesk) -> None:
    case = await desk.held()
    await desk.says(desk.sari, "Ada lagi yang bisa dibantu?", case)
    await desk.tick(days=2, hours=23)
    assert desk.state(case)[0] == "held"
    await desk.tick(hours=2)
    desk.sees(case.person, "tidak ada pesan")
    desk.sees(case, "Ditutup: 3 hari")
    assert desk.rows("SELECT state, reason, closed_by FROM cases") == [("closed", "sepi", "bot")]


async def test_the_card_changes_its_colour(desk: AtDesk) -> None:
    case = await desk.held()
    await desk.tick()
    assert desk.topics()[case.topic].startswith("🟡")
    assert "Bu Sari" in desk.card(case).text
    await desk.presses(desk.sari, RELEASE, case)
    await desk.tick()
    assert desk.topics()[case.topic].startswith("🔴")
    assert "Bu Sari" not in desk.card(case).text


async def test_a_deleted_card_comes_back_and_is_the_card(desk: AtDesk) -> None:
    case = await desk.opened()
    old = desk.card(case)
    chat = desk.world.chats[case.group]
    desk.world.remove(chat, chat.messages[old.id])
    await desk.says(desk.sari, "/ambil", case)
    await desk.tick()
    fresh = desk.value("SELECT card_message_id FROM cases")
    assert fresh != old.id
    assert "Bu Sari" in next(one for one in desk.topic(case) if one.id == fresh).text


async def test_a_card_on_its_way_is_not_drawn_twice(desk: AtDesk) -> None:
    case = await desk.held()
    await desk.tick()
    drawn = len(desk.calls_of("editMessageText"))
    await desk.tick(seconds=5)
    assert len(desk.calls_of("editMessageText")) == drawn
    assert "Dipegang" in desk.card(case).text


async def test_membership_is_asked_for_once_a_day(desk: AtDesk) -> None:
    asked = len(desk.calls_of("getChatMember"))
    await desk.tick(hours=23, minutes=59, seconds=45)
    assert len(desk.calls_of("getChatMember")) == asked
    await desk.tick(minutes=2)
    again = desk.calls_of("getChatMember")[asked:]
    assert {one["user_id"] for one in again} == {desk.sari, desk.budi}
    await desk.tick(hours=1)
    assert len(desk.calls_of("getChatMember")) == asked + len(again)
