"""A branch with a staff group of its own, and the national desk behind it."""

from __future__ import annotations

import pytest

from tests.handlers.desk.at_desk import MOVE, TAKE, AtDesk
from tests.handlers.desk.test_trends import stuck


async def test_a_case_of_the_branch_comes_to_its_group(jember: AtDesk) -> None:
    case = await jember.held()
    assert case.group == jember.group
    await jember.says(jember.sari, "Selamat pagi dari Jember.", case)
    jember.sees(case.person, "dari Jember")
    assert jember.topics(jember.national) == {}


async def test_another_city_goes_to_the_national_desk(jember: AtDesk) -> None:
    case = await jember.calls(await jember.person(), city="surabaya karimunjawa")
    assert case.group == jember.national
    assert case.topic in jember.topics(jember.national)


async def test_nobody_in_the_branch_then_the_national_desk(jember: AtDesk) -> None:
    case = await jember.opened()
    await jember.says(case.person, "sudah lama saya menunggu")
    jember.sees(case, "sudah lama saya")
    for minutes in (11, 11, 21):
        await jember.tick(minutes=minutes)
    fresh = jember.case_of(case.person)
    assert fresh.group == jember.national
    jember.sees(fresh, "sudah lama saya")
    await jember.presses(jember.sari, TAKE, fresh)
    await jember.says(jember.sari, "Kami dari meja nasional.", fresh)
    jember.sees(case.person, "meja nasional")


async def test_moved_to_the_national_desk_by_hand(jember: AtDesk) -> None:
    case = await jember.held()
    await jember.presses(jember.sari, MOVE, case)
    await jember.presses(jember.sari, "Meja Nasional", case)
    jember.sees(case.person, "dilayani")
    assert jember.state(case) == ("waiting", None)
    assert jember.case_of(case.person).group == jember.national
    for _ in range(2):
        await jember.tick(seconds=2)
    assert jember.card(case).labels == []


async def test_an_officer_of_one_group_has_no_say_in_another(jember: AtDesk) -> None:
    """Pak Budi has a role in the national group only."""
    case = await jember.opened()
    assert "belum terdaftar" in await jember.presses(jember.budi, TAKE, case)
    assert jember.state(case) == ("waiting", None)


async def test_a_group_that_refuses_topics_leaves_the_case_to_the_national_desk(
    jember: AtDesk,
) -> None:
    jember.fault("error", code=400, description="Bad Request: not enough rights", chat=jember.group)
    case = await jember.calls(await jember.person())
    await jember.tick()
    assert jember.case_of(case.person).group == jember.national
    assert jember.topics(jember.group) == {}


async def test_what_a_branch_could_not_take_stays_with_the_national_desk(jember: AtDesk) -> None:
    """A reminder is no reason to ask the branch again, and again for a topic."""
    jember.fault("error", code=400, description="Bad Request: not enough rights", chat=jember.group)
    case = await jember.calls(await jember.person())
    await jember.tick()
    for _ in range(2):
        await jember.tick(minutes=11)
    assert jember.acts(case) == ["dibuka", "diingatkan", "diteruskan"]
    assert jember.case_of(case.person).group == jember.national
    assert len(jember.calls_of("createForumTopic")) == 2


async def test_the_topic_a_case_has_left_waits_for_nobody(jember: AtDesk) -> None:
    case = await jember.held()
    await jember.presses(jember.sari, MOVE, case)
    await jember.presses(jember.sari, "Meja Nasional", case)
    for _ in range(3):
        await jember.tick(seconds=2)
    assert jember.topics(jember.group)[case.topic].startswith("➡️")
    [name] = jember.topics(jember.national).values()
    assert name.startswith("🔴")


@pytest.mark.parametrize("way", ["code", "greeting"])
async def test_who_begins_a_case_has_it_in_the_own_group(jember: AtDesk, way: str) -> None:
    """Bu Wati has a role in Jember only; the person has named no branch."""
    wati = await jember.joins("Bu Wati", "petugas")
    if way == "code":
        user = await jember.person()
        await jember.says(user, "9")
        await jember.presses(user, "Kode saya")
        code = jember.value("SELECT code FROM codes")
        await jember.says(wati, f"/ambil {code}", jember.group)
    else:
        user = await stuck(jember, "Pak Macet", times=2)
        await jember.says(wati, "/macet", jember.group)
        await jember.presses(wati, "Sapa nomor 1", jember.group)
    case = jember.case_of(user)
    assert case.group == jember.group
    await jember.says(wati, "Selamat pagi.", case)
    jember.sees(user, "Selamat pagi.")
    await jember.tick(minutes=16)
    assert jember.case_of(user).group == jember.group


async def test_a_national_group_that_refuses_topics_is_asked_again_later(desk: AtDesk) -> None:
    desk.fault("error", code=400, description="Bad Request: no", method="createForumTopic")
    user = await desk.person()
    await desk.calls(user)
    await desk.tick(seconds=50)
    assert desk.topics() == {}
    await desk.tick(seconds=15)
    assert list(desk.topics()) == [desk.case_of(user).topic]
