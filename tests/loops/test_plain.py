"""A text whose marks Telegram refuses: its words go out once more, once only, in their place."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from loops.http import BotApi
from loops.plain import without_marks
from sandbox.client import Sim
from store.about import Upload
from store.database import Database
from store.outcome import Kind
from tests.loops.test_send import KEYBOARD, House, sending

BROKEN = "<b>Saldo <15 juta</b> &amp; 'ini'"
WORDS = "Saldo <15 juta & 'ini'"


def marked(text: str, field: str = "text") -> dict[str, Any]:
    return {field: text, "parse_mode": "HTML", "reply_markup": KEYBOARD}


@pytest.fixture
async def house(database: Database, api: BotApi, sim: Sim) -> AsyncIterator[House]:
    made = House(database, api, sim)
    async with sending(made.sender):
        yield made


async def test_people_get_the_words_with_the_buttons_in_order(house: House) -> None:
    person = await house.person()
    await house.send_all(
        ("sendMessage", {"chat_id": person, "text": "a"}, {}),
        ("sendMessage", {"chat_id": person, **marked(BROKEN)}, {"about": Upload("x", "photo")}),
        ("sendMessage", {"chat_id": person, "text": "c"}, {}),
    )
    await house.sender.drained()
    shown = [one for one in await house.sim.messages(person) if one.by_bot]
    assert [one.text for one in shown] == ["a", WORDS, "c"]
    assert shown[1].labels == ["Ya"]
    assert house.heard == [("x", Kind.ACCEPTED, shown[1].id)]
    assert (house.counters.sent, house.counters.unmarked) == (3, 1)
    assert await house.left() == {}


async def test_a_changed_message_shows_the_words(house: House) -> None:
    person = await house.person()
    await house.say(person, "a")
    await house.sender.drained()
    where = {"chat_id": person, "message_id": (await house.sim.screen(person)).id}
    await house.send("editMessageText", {**where, **marked("</b><i>b")})
    await house.sender.drained()
    screen = await house.sim.screen(person)
    assert (screen.text, screen.labels, screen.id) == ("b", ["Ya"], where["message_id"])


async def test_a_message_that_is_gone_and_refused_comes_back_plain(house: House) -> None:
    person = await house.person()
    edit = {"chat_id": person, "message_id": 999, **marked("<b>b")}
    await house.send("editMessageText", edit)
    await house.sender.drained()
    assert await house.texts(person) == ["b"]


async def test_a_caption_too(house: House, tmp_path: Path) -> None:
    person = await house.person()
    table = tmp_path / "a.csv"
    table.write_text("a;b")
    file = {"chat_id": person, "document": {"file": str(table)}, **marked(BROKEN, "caption")}
    await house.send("sendDocument", file)
    await house.sender.drained()
    [shown] = [one for one in await house.sim.messages(person) if one.by_bot]
    await house.send(
        "editMessageCaption",
        {"chat_id": person, "message_id": shown.id, **marked("<u>baru", "caption")},
    )
    await house.sender.drained()
    assert await house.left() == {}
    [after] = [one for one in await house.sim.messages(person) if one.by_bot]
    assert (shown.text, after.text) == (WORDS, "baru")
    assert after.labels == ["Ya"]


async def test_it_is_tried_once_more_and_not_again(house: House) -> None:
    person = await house.person()
    refusal = "Bad Request: can't parse entities: Unclosed start tag at byte offset 3"
    for _ in range(2):
        await house.sim.fault("error", method="sendMessage", code=400, description=refusal)
    await house.send_all(
        ("sendMessage", {"chat_id": person, **marked("<b>a</b>")}, {"about": Upload("x", "photo")}),
        ("sendMessage", {"chat_id": person, "text": "b"}, {}),
    )
    await house.sender.drained()
    assert await house.texts(person) == ["b"]
    assert [kind for _name, kind, _message in house.heard] == [Kind.UNPARSABLE]
    assert await house.left() == {"failed": 1}
    assert (house.counters.unmarked, house.counters.refused) == (1, 1)


@pytest.mark.parametrize(
    ("payload", "after"),
    [
        (
            {"text": "<b>a</b> &lt;b&gt; <x> <a href='b'>c</a>", "parse_mode": "HTML"},
            {"text": "a <b> <x> c"},
        ),
        ({"text": "*a* &lt;", "parse_mode": "MarkdownV2"}, {"text": "*a* &lt;"}),
        ({"text": "<b>a</b>", "entities": [{"type": "bold"}]}, {"text": "<b>a</b>"}),
        (
            {"media": {"media": "x", "caption": "<i>a</i>", "parse_mode": "HTML"}},
            {"media": {"media": "x", "caption": "a"}},
        ),
        ({"text": "<b>a</b>"}, None),
        ({"callback_query_id": "1", "text": "a"}, None),
    ],
)
def test_what_is_left_without_marks(payload: Any, after: Any) -> None:
    bare = without_marks(json.dumps(payload))
    assert (None if bare is None else json.loads(bare)) == after
