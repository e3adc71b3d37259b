"""How long and how much: each limit of the desk, just below it and just above."""

from __future__ import annotations

import contextlib
import sqlite3
from datetime import timedelta

import pytest

from flows.presses import Staff
from flows.texts.units import units
from tests.handlers.desk.at_desk import CLOSE, SOLVED, AtDesk, staff_data
from tests.handlers.desk.test_trends import stuck

DAY = timedelta(days=1)


async def later(desk: AtDesk, begun: float, **span: float) -> None:
    """Time passes until so long after a moment, and the clock looks once."""
    desk.skip(seconds=begun + timedelta(**span).total_seconds() - desk.now.timestamp())
    await desk.ticker.once()
    await desk.settle()


def change(desk: AtDesk, statement: str, *values: object) -> None:
    """As a killed program may leave the database."""
    with contextlib.closing(sqlite3.connect(desk.database)) as connection, connection:
        connection.execute(statement, values)


async def test_a_message_of_which_nothing_will_be_heard_goes_out_again(desk: AtDesk) -> None:
    """Its call is no longer in the outbox: after half a minute it is looked for."""
    case = await desk.held()
    await desk.says(case.person, "halo, ada orang?")
    await desk.tick(days=1)
    for seconds, times in ((20, 1), (40, 2)):
        now = desk.now.timestamp()
        change(desk, "UPDATE case_messages SET state = 'sending', sent_at = ?", now)
        await desk.tick(seconds=seconds)
        await desk.tick(seconds=3)
        assert len([one for one in desk.sent_to(case) if "ada orang?" in one.text]) == times
    assert desk.rows("SELECT state FROM case_messages") == [("delivered",)]


async def test_who_met_which_trouble_is_known_for_seven_days(desk: AtDesk) -> None:
    await stuck(desk, "Bu Rina")
    [(met,)] = desk.rows("SELECT MIN(at) FROM troubles_seen")
    await later(desk, met, days=7, seconds=-1)
    assert desk.rows("SELECT COUNT(*) FROM troubles_seen") == [(1,)]
    await later(desk, met, days=7, hours=1)
    assert desk.rows("SELECT COUNT(*) FROM troubles_seen") == [(0,)]


async def test_words_of_a_closed_case_stay_as_many_days_as_the_content_says(
    desk: AtDesk,
) -> None:
    case = await desk.held()
    await desk.says(case.person, "cerita panjang saya")
    await desk.presses(desk.sari, CLOSE, case)
    await desk.presses(desk.sari, SOLVED, case)
    closed = desk.value("SELECT closed_at FROM cases")
    days = desk.clock.desk.offices.settings.simpan_hari
    await later(desk, closed, days=days, seconds=-1)
    assert "cerita" in str(desk.rows("SELECT * FROM case_messages"))
    await later(desk, closed, days=days, hours=1)
    assert "cerita" not in str(desk.rows("SELECT * FROM case_messages"))


@pytest.mark.parametrize(("seconds", "valid"), [(-5, True), (5, False)])
async def test_a_code_is_valid_for_a_day(desk: AtDesk, seconds: float, valid: bool) -> None:
    user = await desk.person()
    await desk.says(user, "9")
    await desk.presses(user, "Kode saya")
    code = desk.sees(user, "JHT-").text.split("JHT-")[1][:4]
    desk.skip(days=1, seconds=seconds)
    await desk.says(desk.sari, f"/ambil JHT-{code}", desk.group)
    assert desk.rows("SELECT COUNT(*) FROM cases") == [(int(valid),)]


async def test_of_what_came_before_the_case_is_open_the_last_ten_are_attached(
    desk: AtDesk,
) -> None:
    user = await desk.person()
    await desk.says(user, "9")
    for number in range(11):
        await desk.sends(user, "photo", caption=f"foto ke-{number}")
    await desk.says(user, "jember")
    for _ in range(11):
        await desk.tick(seconds=3)
    shown = [one.text for one in desk.of_kind(desk.case_of(user), "photo")]
    assert shown == [f"foto ke-{number}" for number in range(1, 11)]


@pytest.mark.parametrize(("seconds", "arrived"), [(1.4, 0), (1.5, 2)])
async def test_an_album_is_complete_after_a_moment(
    desk: AtDesk, seconds: float, arrived: int
) -> None:
    case = await desk.held()
    for _ in range(2):
        await desk.sends(desk.sari, "photo", case, album="b1")
    await later(desk, desk.now.timestamp(), seconds=seconds)
    assert len(desk.of_kind(case.person, "photo")) == arrived


async def test_words_to_a_lost_group_wait_half_a_minute(desk: AtDesk) -> None:
    case = await desk.held()
    gone = {"code": 400, "description": "Bad Request: chat not found", "method": "sendMessage"}
    desk.fault("error", chat=desk.group, **gone)
    await desk.says(case.person, "apakah masih ada orang?")
    said = desk.now.timestamp()
    await later(desk, said, seconds=29)
    assert not desk.hears(case, "masih ada orang")
    await later(desk, said, seconds=30)
    assert desk.hears(case, "masih ada orang")


async def test_a_refused_topic_is_tried_again_after_a_minute(desk: AtDesk) -> None:
    desk.fault("error", code=400, description="Bad Request: no", method="createForumTopic")
    user = await desk.person()
    for words in ("9", "JMO saya macet", "jember"):
        await desk.says(user, words)
    refused = desk.now.timestamp()
    await later(desk, refused, seconds=59)
    assert desk.topics() == {}
    await later(desk, refused, seconds=60)
    assert len(desk.topics()) == 1


async def test_who_met_trouble_a_day_ago_is_still_thought_to_be_stuck(desk: AtDesk) -> None:
    user = await stuck(desk, "Pak Macet", times=2)
    desk.skip(hours=23, minutes=59, seconds=50)
    await desk.says(desk.sari, "/macet", desk.group)
    desk.sees(desk.group, "Dua kali macet")
    await desk.forges(desk.sari, staff_data(Staff.GREET, 0, user), desk.group)
    assert desk.state(desk.case_of(user)) == ("held", desk.sari)


@pytest.mark.parametrize(
    ("short", "cases"), [(timedelta(minutes=1), "<5"), (-timedelta(minutes=1), "0")]
)
async def test_the_report_of_the_group_looks_back_thirty_days(
    desk: AtDesk, short: timedelta, cases: str
) -> None:
    await desk.opened()
    [(opened,)] = desk.rows("SELECT opened_at FROM cases")
    desk.skip(seconds=opened + (30 * DAY - short).total_seconds() - desk.now.timestamp())
    await desk.says(desk.sari, "/laporan", desk.group)
    assert f"Kasus: {cases}" in desk.sees(desk.group, "Laporan 30 hari").text


@pytest.mark.parametrize(("words", "offered"), [("biaya", False), ("biaya klaim", True)])
async def test_two_words_may_be_a_question(desk: AtDesk, words: str, offered: bool) -> None:
    case = await desk.held()
    await desk.says(case.person, words)
    assert bool(desk.sees(case, words).labels) is offered


async def test_a_note_is_cut_where_telegram_would(desk: AtDesk) -> None:
    case = await desk.opened("Pak Budiman")
    desk.world.user(desk.sari).first_name = "W" * 300
    await desk.presses(desk.sari, "Ambil", case)
    assert units(desk.calls_of("answerCallbackQuery")[-1]["text"]) == 200


async def test_a_question_about_membership_without_an_answer_is_repeated_in_a_minute(
    desk: AtDesk,
) -> None:
    desk.fault("error", code=400, description="Bad Request: no", method="getChatMember", times=2)
    await later(desk, desk.now.timestamp(), hours=25)
    refused, asked = desk.now.timestamp(), len(desk.calls_of("getChatMember"))
    await later(desk, refused, seconds=60)
    assert len(desk.calls_of("getChatMember")) == asked
    await later(desk, refused, seconds=120.5)
    assert len(desk.calls_of("getChatMember")) == asked + 2
