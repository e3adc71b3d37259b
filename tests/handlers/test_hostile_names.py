"""A `<`, quotes or a turned direction in a label, title or name: every text arrives, and shows it.

All screens and cards of all items go through the sandbox, which reads HTML as Telegram does.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable
from datetime import date
from typing import Any

import pytest

from flows.desk.card import Card
from flows.library import Library
from flows.screen import Screen
from flows.texts.html import Html, bold
from flows.texts.markup import plain
from handlers.outgoing import keyboard, message, worded
from loops.http import BotApi
from sandbox.client import Sim
from sandbox.server import start
from tests.handlers.conftest import TOKEN
from tests.handlers.hostile import SHOWN, VALUES, besides, cards, named, panels

Sent = list[tuple[dict[str, Any], dict[str, Any]]]


class Post:
    """Sends many texts to one person at Telegram."""

    def __init__(self, api: BotApi, person: int) -> None:
        self.api = api
        self.person = person

    async def screens(self, screens: Iterable[Screen]) -> Sent:
        """Each screen with what arrived; raises CallError when one is refused."""
        return await self._all([message(self.person, screen) for screen in screens])

    async def cards(self, found: Iterable[Card]) -> Sent:
        """The same for cards, under the name of the person's chat."""
        return await self._all(
            [
                {"chat_id": self.person, **worded(card.text), "reply_markup": keyboard(card.rows)}
                for card in found
            ]
        )

    async def _all(self, payloads: list[dict[str, Any]]) -> Sent:
        arrived = await asyncio.gather(*(self.api.call("sendMessage", one) for one in payloads))
        return list(zip(payloads, arrived, strict=True))


@pytest.fixture
async def post() -> AsyncIterator[Post]:
    server = await start("127.0.0.1", 0, token=TOKEN, limits=False)
    async with Sim(server.url) as sim, BotApi(TOKEN, server.url) as api:
        person = await sim.user("Pak Slamet")
        await sim.say(person, "/start")
        yield Post(api, person)
    await server.close()


def as_meant(sent: Sent) -> None:
    """What arrived is the text as it is read, with the labels as they are written."""
    assert sent
    for payload, arrived in sent:
        assert arrived["text"] == plain(payload["text"]).strip()
        rows = payload.get("reply_markup", {}).get("inline_keyboard", [])
        shown = arrived.get("reply_markup", {}).get("inline_keyboard", [])
        assert [[one["text"] for one in row] for row in shown] == [
            [one["text"] for one in row] for row in rows
        ]


async def test_every_screen_shows_every_name(
    hostile_library: Library, today: date, post: Post
) -> None:
    sent = await post.screens(named(hostile_library, today))
    as_meant(sent)
    assert [arrived["text"] for _, arrived in sent if SHOWN not in arrived["text"]] == []


async def test_every_other_screen_arrives(
    hostile_library: Library, today: date, post: Post
) -> None:
    as_meant(await post.screens(besides(hostile_library, today)))


async def test_every_card_shows_every_name(
    hostile_library: Library, today: date, post: Post
) -> None:
    sent = await post.cards(cards(hostile_library, today))
    as_meant(sent)
    assert [arrived["text"] for _, arrived in sent if SHOWN not in arrived["text"]] == []


async def test_every_panel_arrives(hostile_library: Library, today: date, post: Post) -> None:
    as_meant(await post.cards(panels(hostile_library, today)))


@pytest.mark.parametrize("value", VALUES)
async def test_each_name_alone(value: str, post: Post) -> None:
    texts = [bold(value), Html("a ") + value, Html.escape(value + "x"), Html(" ").join([value] * 2)]
    as_meant(await post.cards(Card(Html("{}.").format(text)) for text in texts))
