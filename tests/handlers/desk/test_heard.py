"""One text is heard once over the whole private handler, whoever of bot and desk takes it."""

from __future__ import annotations

import pytest

from tests.handlers.desk.at_desk import AtDesk
from tests.readers import Calls, counted


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Calls:
    return counted(monkeypatch)


async def heard_once(desk: AtDesk, calls: Calls, user: int, text: str) -> None:
    calls.clear()
    await desk.says(user, text)
    assert calls, text
    assert {call: times for call, times in calls.items() if times > 1} == {}, text


@pytest.mark.parametrize(
    "text", ["bgmn cara masak rendang", "xqzw", "surat saya mana", "berapa lama cair min", "menu"]
)
async def test_by_the_bot(desk: AtDesk, calls: Calls, text: str) -> None:
    await heard_once(desk, calls, await desk.person(), text)


@pytest.mark.parametrize("text", ["menu", "kembali", "JMO saya macet"])
async def test_while_an_officer_is_called(desk: AtDesk, calls: Calls, text: str) -> None:
    user = await desk.person()
    await desk.says(user, "9")
    await heard_once(desk, calls, user, text)


async def test_while_an_officer_is_there(desk: AtDesk, calls: Calls) -> None:
    case = await desk.held()
    await heard_once(desk, calls, case.person, "bgmn cara masak rendang")


async def test_what_no_topic_answers_is_noted_with_the_nearest(desk: AtDesk) -> None:
    user = await desk.person()
    await desk.says(user, "surat saya mana")
    await desk.presses(user, "4. ")
    await desk.says(user, "resep rendang padang pakai kelapa parut")
    noted = desk.rows("SELECT text, nearest != '[]' FROM questions ORDER BY text")
    assert noted == [("resep rendang padang pakai kelapa parut", 1), ("surat saya mana", 1)]
