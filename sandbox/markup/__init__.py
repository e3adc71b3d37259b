"""Text with markup in, text with entities out: as strict as Telegram, in its words."""

from __future__ import annotations

from typing import Any

from sandbox.errors import bad
from sandbox.markup.detect import detect
from sandbox.markup.entities import Entity, order, trim
from sandbox.markup.html import parse_html
from sandbox.markup.legacy import parse_legacy
from sandbox.markup.markdown import parse_markdown
from sandbox.markup.mistake import MarkupError

_PARSERS = {"html": parse_html, "markdownv2": parse_markdown, "markdown": parse_legacy}


def formatted(
    source: str, parse_mode: str = "", entities: list[dict[str, Any]] | None = None
) -> tuple[str, list[dict[str, Any]]]:
    """The text Telegram delivers and its entities (offsets and lengths in UTF-16 units).

    Raises `ApiError` 400 "can't parse entities: ..." or "unsupported parse_mode".
    """
    if parse_mode:
        parser = _PARSERS.get(parse_mode.lower())
        if parser is None:
            raise bad("unsupported parse_mode")
        try:
            text, found = parser(source)
        except MarkupError as mistake:
            raise bad(f"can't parse entities: {mistake}") from None
    else:
        text, found = source, [Entity.from_json(each) for each in entities or []]
    text, found = trim(text, found)
    return text, [each.as_json() for each in order(found + detect(text, found))]
