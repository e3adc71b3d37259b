"""Who is stuck, and a disturbance that many meet: shown once, announced once, ended once."""

from __future__ import annotations

import pytest

from flows.content.guide import Ask
from flows.library import Library
from flows.presses import Staff
from tests.handlers.desk.at_desk import AtDesk, staff_data

ANNOUNCE, OVER, GREET = "Umumkan gangguan", "Gangguan selesai", "Sapa nomor 1"
TROUBLE = "kamera-tertutup"


async def stuck(desk: AtDesk, name: str, times: int = 1) -> int:
    """Somebody who meets the same trouble at the same step, so many times."""
    user = await desk.person(name)
    await desk.says(user, "/start pengkinian-data")
    for _ in range(times):
        await desk.forges(user, f"1:t:{TROUBLE}")
        await desk.forges(user, "1:d")
    return user


async def many(desk: AtDesk, people: int = 5) -> list[int]:
    """So many with one trouble, and the clock has looked."""
    found = [await stuck(desk, f"Peserta {number}") for number in range(people)]
    await desk.tick(seconds=10)
    return found


def offered(desk: AtDesk) -> int:
    """How often the supervisors were asked whether it is a disturbance."""
    return len([call for call in desk.calls_of("sendMessage") if ANNOUNCE in str(call)])


def told(desk: AtDesk, user: int, text: str) -> int:
    return len([one for one in desk.sent_to(user) if text in one.text])


async def test_who_is_stuck_twice_can_be_greeted(desk: AtDesk) -> None:
    user = await stuck(desk, "Pak Macet", times=2)
    await stuck(desk, "Pak Lancar")
    await desk.says(desk.sari, "/macet", desk.group)
    listed = desk.sees(desk.group, "Dua kali macet")
    assert listed.labels == [GREET]
    assert "(2×)" in listed.text
    toast = await desk.presses(desk.sari, GREET, desk.group)
    case = desk.case_of(user)
    assert case.code in toast
    desk.sees(user, "Bu Sari")
    assert desk.state(case) == ("held", desk.sari)
    said = len(desk.sent_to(user))
    await desk.says(user, "iya bu, saya bingung")
    desk.sees(case, "saya bingung")
    assert len(desk.sent_to(user)) == said


async def test_a_list_names_at_most_ten(desk: AtDesk) -> None:
    for number in range(11):
        await stuck(desk, f"Peserta {number}", times=2)
    await desk.says(desk.sari, "/macet", desk.group)
    listed = desk.sees(desk.group, "Dua kali macet")
    assert listed.labels == [f"Sapa nomor {number}" for number in range(1, 11)]


async def test_nobody_stuck_twice(desk: AtDesk) -> None:
    await stuck(desk, "Pak Lancar")
    await desk.says(desk.budi, "/macet", desk.group)
    assert desk.sees(desk.group, "Tidak ada yang dua kali macet").labels == []


async def test_after_a_day_nobody_is_thought_to_be_stuck(desk: AtDesk) -> None:
    user = await stuck(desk, "Pak Macet", times=2)
    desk.skip(hours=25)
    await desk.says(desk.sari, "/macet", desk.group)
    desk.sees(desk.group, "Tidak ada yang dua kali macet")
    toast = await desk.forges(desk.sari, staff_data(Staff.GREET, 0, user), desk.group)
    assert "tidak berlaku" in toast
    assert desk.rows("SELECT id FROM cases") == []


async def test_the_list_comes_into_the_topic_it_was_asked_in(desk: AtDesk) -> None:
    await stuck(desk, "Pak Macet", times=2)
    case = await desk.opened()
    await desk.says(desk.sari, "/macet", case)
    assert desk.sees(case, "Dua kali macet").thread == case.topic


@pytest.mark.parametrize("who", ["nobody", "editor", "not stuck", "has a case", "blocked"])
async def test_not_everybody_can_be_greeted(desk: AtDesk, who: str) -> None:
    user = await stuck(desk, "Pak Macet", times=1 if who == "not stuck" else 2)
    presser = desk.sari
    if who == "has a case":
        await desk.calls(user)
    elif who == "blocked":
        await desk.blocks(user)
    elif who == "editor":
        presser = await desk.joins("Bu Editor", "editor")
    target = "bukan-nomor" if who == "nobody" else str(user)
    before = desk.rows("SELECT id, state FROM cases")
    await desk.forges(presser, staff_data(Staff.GREET, 0, target), desk.group)
    assert desk.rows("SELECT id, state FROM cases") == before


async def test_many_with_one_trouble_are_told_together(desk: AtDesk) -> None:
    people = await many(desk)
    assert "supervisor" in await desk.presses(desk.budi, ANNOUNCE, desk.group)
    await desk.presses(desk.sari, ANNOUNCE, desk.group)
    for user in people:
        desk.sees(user, "Banyak peserta")
    desk.sees(desk.group, "diumumkan kepada 5 peserta")
    other = await desk.person("Baru Datang")
    await desk.says(other, "/start pengkinian-data")
    await desk.forges(other, f"1:t:{TROUBLE}")
    desk.sees(other, "Sedang gangguan")
    await desk.presses(desk.sari, OVER, desk.group)
    for user in people:
        desk.sees(user, "Menurut petugas")
    assert not told(desk, other, "Menurut petugas")
    desk.sees(desk.group, "5 peserta dikabari")
    assert desk.rows("SELECT state FROM notices") == [("off",)]
    acts = [row[0] for row in desk.rows("SELECT act FROM audit WHERE case_id IS NULL")]
    assert acts[-2:] == ["gangguan_diumumkan", "gangguan_selesai"]


async def test_a_step_that_suffers_from_the_disturbance_says_so(desk: AtDesk) -> None:
    await many(desk)
    await desk.presses(desk.sari, ANNOUNCE, desk.group)
    other = await desk.person("Baru Datang")
    await desk.says(other, "/start klaim-jmo")
    assert not told(desk, other, "Sedang gangguan")
    await desk.forges(other, f"1:t:{TROUBLE}")
    assert "09.0" in desk.sees(other, "Sedang gangguan").text
    await desk.presses(desk.sari, OVER, desk.group)
    await desk.forges(other, "1:d")
    assert "Sedang gangguan" not in desk.screen(other).text


async def test_who_comes_to_a_step_with_this_trouble_is_told_before_meeting_it(
    desk: AtDesk, library: Library
) -> None:
    await many(desk)
    await desk.presses(desk.sari, ANNOUNCE, desk.group)
    other = await desk.person("Baru Datang")
    await desk.says(other, "/start pengkinian-data")
    for step in library.guides["pengkinian-data"].steps:
        suffers = isinstance(step, Ask) and TROUBLE in step.troubles
        assert ("Sedang gangguan" in desk.screen(other).text) is suffers, step.id
        if suffers:
            return
        await desk.says(other, "1")
    pytest.fail("no step knows this trouble")


async def test_four_are_not_many(desk: AtDesk) -> None:
    await many(desk, people=4)
    assert offered(desk) == 0


async def test_five_in_more_than_an_hour_are_not_many(desk: AtDesk) -> None:
    await many(desk, people=4)
    await desk.tick(minutes=61)
    await many(desk, people=1)
    assert offered(desk) == 0


async def test_the_supervisors_are_asked_once(desk: AtDesk) -> None:
    await many(desk)
    await desk.tick(minutes=5)
    await many(desk)
    assert offered(desk) == 1


async def test_after_the_end_the_same_people_are_no_new_disturbance(desk: AtDesk) -> None:
    await many(desk)
    await desk.presses(desk.sari, ANNOUNCE, desk.group)
    await desk.tick(minutes=50)
    await desk.presses(desk.sari, OVER, desk.group)
    await many(desk)
    await desk.tick(minutes=5)
    assert offered(desk) == 1
    await desk.tick(minutes=61)
    await many(desk)
    assert offered(desk) == 2


async def test_who_waits_for_an_officer_with_this_trouble_is_told_too(desk: AtDesk) -> None:
    user = await desk.person("Pak Antre")
    await desk.says(user, "/start pengkinian-data")
    await desk.forges(user, f"1:t:{TROUBLE}")
    await desk.presses(user, "Petugas")
    await desk.presses(user, "1. Ya, soal itu")
    await desk.says(user, "tidak tahu")
    desk.skip(hours=25)
    await many(desk)
    await desk.presses(desk.sari, ANNOUNCE, desk.group)
    assert told(desk, user, "Banyak peserta") == 1
    desk.sees(desk.group, "diumumkan kepada 6 peserta")


async def test_who_met_it_less_than_a_day_ago_is_told(desk: AtDesk) -> None:
    early = await stuck(desk, "Pak Kemarin")
    desk.skip(hours=24, seconds=-20)
    await many(desk)
    await desk.presses(desk.sari, ANNOUNCE, desk.group)
    assert told(desk, early, "Banyak peserta") == 1


async def test_who_met_it_yesterday_is_not_told(desk: AtDesk) -> None:
    early = await stuck(desk, "Pak Kemarin")
    desk.skip(hours=24, minutes=1)
    await many(desk)
    await desk.presses(desk.sari, ANNOUNCE, desk.group)
    assert not told(desk, early, "Banyak peserta")


@pytest.mark.parametrize("verb", [Staff.NOTICE_ON, Staff.NOTICE_OFF])
@pytest.mark.parametrize("trouble", ["tidak-dikenal", "kamera-buram", TROUBLE])
async def test_nothing_is_announced_that_was_not_offered(
    desk: AtDesk, verb: Staff, trouble: str
) -> None:
    await stuck(desk, "Peserta")
    toast = await desk.forges(desk.sari, staff_data(verb, 0, trouble), desk.group)
    assert "tidak berlaku" in toast
    assert desk.rows("SELECT * FROM notices") == []


async def test_what_is_announced_is_not_announced_again_and_ends_once(desk: AtDesk) -> None:
    [first, *_] = await many(desk)
    on, off = (staff_data(verb, 0, TROUBLE) for verb in (Staff.NOTICE_ON, Staff.NOTICE_OFF))
    assert "tidak berlaku" in await desk.forges(desk.sari, off, desk.group)
    await desk.presses(desk.sari, ANNOUNCE, desk.group)
    assert "tidak berlaku" in await desk.forges(desk.sari, on, desk.group)
    assert "supervisor" in await desk.forges(desk.budi, off, desk.group)
    await desk.presses(desk.sari, OVER, desk.group)
    assert "tidak berlaku" in await desk.forges(desk.sari, off, desk.group)
    assert told(desk, first, "Banyak peserta") == 1
    assert told(desk, first, "Menurut petugas") == 1
