"""Html taken apart: the text as it is read, and its marks beside it, as Telegram gives them."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Final, NotRequired, TypedDict

from flows.texts.html import Html
from flows.texts.units import units

TYPES: Final = {"b": "bold", "i": "italic", "a": "text_link", "pre": "pre"}
"""The marks our texts may have, and what Telegram calls them."""


class Entity(TypedDict):
    """One mark: where it stands in the text (units), and where a link leads."""

    type: str
    offset: int
    length: int
    url: NotRequired[str]


def taken_apart(text: Html) -> tuple[str, list[Entity]]:
    """The text and its marks, in the order in which they begin."""
    reader = _Reader()
    reader.feed(str(text))
    reader.close()
    found = [entity for entity in reader.entities if entity["length"]]
    return reader.text, found


class _Reader(HTMLParser):
    """Reads one text whose marks are right, as those of every `Html` are."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.entities: list[Entity] = []
        self._open: list[Entity] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        entity: Entity = {"type": TYPES[tag], "offset": units(self.text), "length": 0}
        if tag == "a":
            entity["url"] = dict(attrs)["href"] or ""
        self.entities.append(entity)
        self._open.append(entity)

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_endtag(self, tag: str) -> None:
        entity = self._open.pop()
        entity["length"] = units(self.text) - entity["offset"]
