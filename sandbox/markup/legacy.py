"""parse_mode Markdown, the old one: no nesting, no escaping inside entities."""

from __future__ import annotations

from sandbox.markup.entities import Entity, units
from sandbox.markup.links import link
from sandbox.markup.mistake import MarkupError, byte_offset

_MARKS = (("```", "pre"), ("`", "code"), ("*", "bold"), ("_", "italic"))


def parse_legacy(source: str) -> tuple[str, list[Entity]]:
    """Text and entities. Raises `MarkupError` with Telegram's words and byte offsets."""
    parts: list[str] = []
    entities: list[Entity] = []
    at = length = 0
    while at < len(source):
        char = source[at]
        if char == "\\" and source[at + 1 : at + 2] in ("_", "*", "`", "["):
            text, at = source[at + 1], at + 2
        elif char in "`*_[":
            text, made, at = _entity(source, at, length)
            if made is not None and text:
                entities.append(made)
        else:
            text, at = char, at + 1
        parts.append(text)
        length += units(text)
    return "".join(parts), entities


def _entity(source: str, at: int, offset: int) -> tuple[str, Entity | None, int]:
    """The text of the entity that starts at `at`, the entity, and where it ends."""
    if source[at] == "[":
        return _link(source, at, offset)
    mark, kind = next((m, k) for m, k in _MARKS if source.startswith(m, at))
    end = source.find(mark, at + len(mark))
    if end < 0:
        where = byte_offset(source, at)
        raise MarkupError(f"Can't find end of the entity starting at byte offset {where}")
    text = source[at + len(mark) : end]
    if kind == "pre":
        text = text.removeprefix("\n")
    return text, Entity(kind, offset, units(text)), end + len(mark)


def _link(source: str, at: int, offset: int) -> tuple[str, Entity | None, int]:
    close = source.find("]", at)
    if close < 0:
        where = byte_offset(source, at)
        raise MarkupError(f"Can't find end of the entity starting at byte offset {where}")
    text = source[at + 1 : close]
    if not source.startswith("(", close + 1):
        return text, link(text, offset, units(text)), close + 1
    end = source.find(")", close + 2)
    if end < 0:
        where = byte_offset(source, at)
        raise MarkupError(f"Can't find end of the entity starting at byte offset {where}")
    return text, link(source[close + 2 : end], offset, units(text)), end + 1
