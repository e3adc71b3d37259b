"""Words: texts of the participant as messages of the topic, none longer than Telegram takes.

Telegram counts what is read: no marks, `&lt;` as one. So does everything here, on what is sent.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from flows.texts.html import PARAGRAPH, Html, paragraphs
from flows.texts.markup import plain
from flows.texts.units import cut, units
from flows.voice import Voice

MOST: Final = 4096
"""Units of one message."""

CAPTION: Final = 1024
"""Units of the words below a file."""


def length(text: Html) -> int:
    """How long Telegram takes a text to be."""
    return units(plain(text))


def fitting(texts: Sequence[str], head: Html) -> int:
    """How many of the texts, from the first, fit into one message; 1 where not even that does."""
    room = MOST - length(head)
    for number, text in enumerate(texts):
        room -= len(PARAGRAPH) + units(_said(text))
        if room < 0:
            return max(1, number)
    return len(texts)


def pages(texts: Sequence[str], head: Html, foot: Html) -> Iterator[Html]:
    """The texts as one message, and as further ones where they do not fit; no word is left out.

    `head` and `foot` stand in the first.
    """
    words = PARAGRAPH.join(_said(text) for text in texts)
    around = sum(length(part) + len(PARAGRAPH) for part in (head, foot) if part)
    first = cut(words, MOST - around)
    yield paragraphs(head, first, foot)
    rest = words[len(first) :]
    while rest:
        page = cut(rest, MOST)
        yield Html.escape(page)
        rest = rest[len(page) :]


def shortened(text: str, room: int) -> Html:
    """The beginning of a text that goes on elsewhere."""
    return Html.escape(f"{cut(text, room - 1)}…")


def _said(text: str) -> str:
    return f"👤 {text}"


def file_kind(voice: Voice, last: str) -> str:
    """A kind of file, by its ending, as people call it."""
    return f".{last}" if last else voice.label("berkas_tanpa_akhiran")
