"""A case that no topic can be made for: who waits is told when it lasts, and all comes later."""

from __future__ import annotations

import pytest

from tests.handlers.desk.at_desk import AtDesk

REFUSALS = ["not enough rights to create a topic", "the chat is not a forum"]


@pytest.mark.parametrize("why", REFUSALS)
async def test_it_is_told_once_when_it_lasts_and_all_comes_when_rights_return(
    desk: AtDesk, why: str
) -> None:
    looks: list[int] = []
    desk.clock.desk.look_again = lambda: looks.append(1)
    desk.fault(
        "error", method="createForumTopic", code=400, description=f"Bad Request: {why}", times=99
    )
    person = await desk.person()
    await desk.calls(person)
    assert looks == [1]
    await desk.says(person, "ini penting sekali")
    for _ in range(5):
        await desk.tick(minutes=1)
    assert not desk.hears(person, "grup petugas sedang terganggu")
    for _ in range(10):
        await desk.tick(minutes=1)
    told = [one for one in desk.sent_to(person) if "grup petugas sedang terganggu" in one.text]
    assert len(told) == 1
    assert looks == [1]
    desk.world.faults.clear()
    for _ in range(3):
        await desk.tick(minutes=1)
    case = desk.case_of(person)
    assert "JHT-" in desk.card(case).text
    assert desk.hears(case, "ini penting sekali")


async def test_who_waits_a_moment_is_told_nothing(desk: AtDesk) -> None:
    desk.fault("error", method="createForumTopic", code=400, description="Bad Request: x")
    person = await desk.person()
    await desk.calls(person)
    for _ in range(15):
        await desk.tick(minutes=1)
    assert not desk.hears(person, "terganggu")


async def test_a_group_that_takes_no_words_is_looked_at_once_and_keeps_every_word(
    desk: AtDesk,
) -> None:
    """As on the days on which Telegram itself refuses healthy bots."""
    case = await desk.held()
    looks: list[int] = []
    desk.clock.desk.look_again = lambda: looks.append(1)
    why = "Bad Request: not enough rights to send text messages to the chat"
    desk.fault("error", method="sendMessage", chat=case.group, code=400, description=why, times=99)
    await desk.says(case.person, "pesan yang penting")
    for _ in range(5):
        await desk.tick(seconds=40)
    assert looks == [1]
    assert desk.clock.desk.is_refused(case.group)
    desk.world.faults.clear()
    for _ in range(5):
        await desk.tick(seconds=40)
    assert not desk.clock.desk.is_refused(case.group)
    assert desk.hears(case, "pesan yang penting")
