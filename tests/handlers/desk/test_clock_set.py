"""The machine's clock is set: nobody waits for it to catch up, and nothing happens twice."""

from __future__ import annotations

import pytest

from tests.handlers.desk.at_desk import AtDesk

SET = pytest.mark.parametrize("by", [{"hours": -1}, {"days": 1}, {"days": -400}], ids=str)


@SET
async def test_words_reach_the_other_side_within_seconds(
    desk: AtDesk, by: dict[str, float]
) -> None:
    case = await desk.held()
    await desk.says(case.person, "pertama dari saya")
    desk.sets_clock(**by)
    for each in ("kedua", "ketiga", "keempat"):
        await desk.says(case.person, f"{each} dari saya")
        await desk.tick()
    await desk.tick(seconds=3)
    for each in ("pertama", "kedua", "ketiga", "keempat"):
        said = [one for one in desk.topic(case) if f"{each} dari saya" in one.text]
        assert len(said) == 1, each
    sent = await desk.says(desk.sari, "Baik, Pak.", case)
    assert desk.marked(case, sent)
    assert desk.hears(case.person, "Baik, Pak.")


@SET
async def test_what_was_gathered_and_an_album_go_out(desk: AtDesk, by: dict[str, float]) -> None:
    case = await desk.held()
    for caption in ("satu", "dua"):
        await desk.sends(case.person, "photo", album="a", caption=caption)
    await desk.says(case.person, "sesudah foto")
    desk.sets_clock(**by)
    for _ in range(3):
        await desk.tick(seconds=2)
    assert len(desk.of_kind(case, "photo")) == 2
    assert desk.hears(case, "sesudah foto")


@SET
async def test_a_refused_topic_is_asked_for_again(desk: AtDesk, by: dict[str, float]) -> None:
    person = await desk.person()
    desk.fault("error", method="createForumTopic", code=400, description="Bad Request: x")
    case = await desk.calls(person)
    assert not case.topic
    desk.sets_clock(**by)
    await desk.tick(seconds=61)
    assert desk.case_of(person).topic


async def test_a_new_case_has_its_card_and_its_queue(desk: AtDesk) -> None:
    desk.sets_clock(hours=-1)
    case = await desk.opened()
    assert "JHT-" in desk.card(case).text
    assert desk.state(case) == ("waiting", None)
