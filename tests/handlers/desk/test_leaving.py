"""What was copied into topics goes with them: at /hapus, after the set days, and provably."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.library import Library
from tests.handlers.desk.at_desk import CLOSE, MOVE, SOLVED, AtDesk, Case

STILL_THERE = "SELECT COUNT(*) FROM leaving_topics WHERE next_at IS NOT NULL"


async def erases(desk: AtDesk, user: int) -> None:
    await desk.says(user, "/hapus")
    await desk.presses(user, desk.screen(user).labels[0])
    await desk.tick(minutes=2)


async def with_photo(desk: AtDesk, name: str = "Pak Slamet") -> Case:
    case = await desk.held(name)
    await desk.sends(case.person, "photo", caption="foto layar saya")
    await desk.tick(seconds=4)
    await desk.presses(desk.sari, CLOSE, case)
    await desk.presses(desk.sari, SOLVED, case)
    return case


async def test_erasing_everything_takes_every_topic_of_that_person(desk: AtDesk) -> None:
    first, other = await with_photo(desk), await with_photo(desk, "Bu Tini")
    desk.skip(days=4)
    second = await desk.calls(first.person)
    assert second.topic != first.topic
    await erases(desk, first.person)
    assert desk.topics().keys() == {other.topic}
    assert desk.value(STILL_THERE) == 0
    assert "topik_dihapus" in desk.acts(first)
    assert "topik_dihapus" in desk.acts(second)


async def test_after_the_set_days_the_topics_of_closed_cases_go(desk: AtDesk) -> None:
    old = await with_photo(desk)
    await desk.tick(days=89)
    assert old.topic in desk.topics()
    young = await with_photo(desk, "Bu Tini")
    await desk.tick(days=2)
    await desk.tick(minutes=2)
    assert desk.topics().keys() == {young.topic}
    assert desk.rows("SELECT about FROM audit WHERE act = 'topik_dihapus'") == [("lama",)]


async def test_what_telegram_refuses_is_asked_for_until_it_is_gone(desk: AtDesk) -> None:
    case = await with_photo(desk)
    desk.fault(
        "error", code=400, times=3, method="deleteForumTopic",
        description="Bad Request: not enough rights to delete a topic",
    )  # fmt: skip
    await erases(desk, case.person)
    assert desk.value(STILL_THERE) == 1
    for _ in range(3):
        await desk.tick(hours=2)
    assert desk.value(STILL_THERE) == 0
    assert case.topic not in desk.topics()


async def test_a_topic_that_does_not_go_for_days_is_told_once(desk: AtDesk) -> None:
    case = await with_photo(desk)
    desk.fault(
        "error", code=400, times=999, method="deleteForumTopic",
        description="Bad Request: not enough rights to delete a topic",
    )  # fmt: skip
    await erases(desk, case.person)
    for _ in range(5):
        await desk.tick(days=1)
    told = [one for one in desk.sent_to(desk.group) if "tidak bisa bot hapus" in one.text]
    assert len(told) == 1
    assert desk.value(STILL_THERE) == 1


async def test_a_topic_that_somebody_deleted_is_gone(desk: AtDesk) -> None:
    case = await with_photo(desk)
    await desk.deletes_topic(case)
    await erases(desk, case.person)
    assert desk.value(STILL_THERE) == 0


async def test_a_topic_that_was_left_behind_goes_as_well(jember: AtDesk) -> None:
    case = await jember.held()
    await jember.presses(jember.sari, MOVE, case)
    await jember.presses(jember.sari, "Meja Nasional", case)
    await jember.tick()
    assert case.topic in jember.topics()
    await erases(jember, case.person)
    assert case.topic not in jember.topics()
    assert jember.value("SELECT COUNT(*) FROM leaving_topics") == 0


@pytest.mark.parametrize("days", [3, 89])
async def test_what_is_kept_stays_until_then(desk: AtDesk, days: int) -> None:
    case = await with_photo(desk)
    await desk.tick(days=days)
    assert case.topic in desk.topics()


async def test_a_photo_with_personal_data_below_it_leaves_the_chat_once_it_is_copied(
    desk: AtDesk,
) -> None:
    case = await desk.held()
    photo = await desk.sends(case.person, "photo", caption="ini KTP saya NIK 3509112405700003")
    await desk.tick(seconds=4)
    assert desk.world.chats[case.person].messages[photo].deleted
    assert "[NIK]" in desk.of_kind(case, "photo")[0].text
    assert any("kami hapus dari obrolan" in one.text for one in desk.sent_to(case.person))


async def test_of_an_album_only_the_part_with_personal_data_goes(desk: AtDesk) -> None:
    case = await desk.held()
    first = await desk.sends(case.person, "photo", album="a")
    second = await desk.sends(case.person, "photo", album="a", caption="NIK 3509112405700003")
    await desk.tick(seconds=4)
    gone = [desk.world.chats[case.person].messages[one].deleted for one in (first, second)]
    assert gone == [False, True]
    assert len(desk.of_kind(case, "photo")) == 2


def test_the_guide_of_officers_names_the_days_that_count(library: Library) -> None:
    days = library.offices.settings.simpan_hari
    guide = (Path(__file__).parents[3] / "docs" / "panduan-petugas.md").read_text("utf-8")
    assert f"{days} hari setelah kasusnya selesai" in guide
