"""The board: while topics cannot keep up, the group sees who waits and what they write."""

from __future__ import annotations

import pytest

from tests.handlers.desk.at_desk import AtDesk

NO_RIGHTS = "Bad Request: not enough rights to create a topic"


async def a_case_without_topic(desk: AtDesk, words: str = "halo <b>, ada orang?") -> str:
    """Somebody called while no topic can be made, and writes; the code."""
    desk.fault("error", method="createForumTopic", code=400, description=NO_RIGHTS, times=2)
    person = await desk.person()
    await desk.calls(person)
    await desk.says(person, words)
    for _ in range(10):
        await desk.tick()
    return desk.case_of(person).code


async def test_a_case_without_a_topic_stands_on_the_board_with_its_words(desk: AtDesk) -> None:
    code = await a_case_without_topic(desk)
    board = desk.sees(desk.group, "Antrean padat")
    assert code in board.text
    assert "halo <b>, ada orang?" in board.text
    assert board.labels == [f"Ambil {code}"]


async def test_it_is_taken_from_the_board_and_its_topic_comes_later(desk: AtDesk) -> None:
    code = await a_case_without_topic(desk)
    toast = await desk.presses(desk.budi, f"Ambil {code}", at=desk.group)
    assert code in toast
    [(state, officer)] = desk.rows("SELECT state, officer_id FROM cases")
    assert (state, officer) == ("held", desk.budi)
    await desk.tick(seconds=20)
    assert "🟡" in desk.sees(desk.group, "Antrean padat").text
    for _ in range(8):
        await desk.tick(seconds=30)
    [(person,)] = desk.rows("SELECT chat_id FROM cases")
    assert desk.hears(desk.case_of(person), "ada orang?")
    assert not any("Antrean padat" in one.text for one in desk.sent_to(desk.group))
    assert desk.rows("SELECT * FROM boards") == []


async def test_a_forged_button_on_the_board_does_nothing_else(desk: AtDesk) -> None:
    code = await a_case_without_topic(desk)
    board = desk.sees(desk.group, "Antrean padat")
    data = board.data(f"Ambil {code}").replace("ambil", "selesai")
    await desk.forges(desk.sari, data, at=desk.group, on=board.id)
    assert desk.rows("SELECT state FROM cases") == [("waiting",)]


async def test_without_delay_there_is_no_board(desk: AtDesk) -> None:
    case = await desk.held()
    await desk.says(case.person, "halo")
    for _ in range(10):
        await desk.tick()
    assert not desk.hears(desk.group, "Antrean padat")


@pytest.mark.parametrize("kind", ["drop_before", "drop_after"])
async def test_a_board_lost_on_the_way_comes_again(desk: AtDesk, kind: str) -> None:
    desk.fault(kind, method="sendMessage", chat=desk.group)
    code = await a_case_without_topic(desk)
    assert code in desk.sees(desk.group, "Antrean padat").text
