"""Html taken apart says the same as Telegram reads in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pytest

from flows.content.offices import REPLY_VALUES
from flows.library import Library
from flows.texts.entities import taken_apart
from flows.texts.html import Html, bold, paragraphs
from sandbox.markup.html import parse_html


@pytest.mark.parametrize(
    "text",
    [
        Html(),
        Html.escape("2 < 3 & <b>bukan tebal</b>"),
        paragraphs(bold("😀 Tebal & <3"), Html("<i>a <b>b</b></i> c")),
        Html('😀 <a href="https://a.id/x">situs</a><b></b>'),
        Html("<pre>a  b</pre>"),
    ],
)
def test_as_telegram_reads_it(text: Html) -> None:
    assert_same(text)


def test_every_topic_and_ready_answer(library: Library, today: date) -> None:
    filled = dict.fromkeys(REPLY_VALUES, "<Sari & Budi>")
    for page in (*library.topics.values(), *library.replies.values()):
        assert_same(library.html(page, today, **filled))


def assert_same(text: Html) -> None:
    words, marks = taken_apart(text)
    read, entities = parse_html(text)
    assert words == read
    assert _in_order(marks) == _in_order([one.as_json() for one in entities])


def _in_order(marks: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Telegram ends the address of a house with a slash."""
    shown = [{**one, "url": str(one.get("url", "")).rstrip("/")} for one in marks]
    return sorted(shown, key=lambda one: (one["offset"], -one["length"], one["type"]))
