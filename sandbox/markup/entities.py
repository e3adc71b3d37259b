"""Entities: a type and a place in the text, counted in UTF-16 code units."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


def units(text: str) -> int:
    """Length in UTF-16 code units, which is what the Bot API counts in."""
    if text.isascii():
        return len(text)
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@dataclass(slots=True)
class Entity:
    type: str
    offset: int
    length: int
    extra: dict[str, Any] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        return {"offset": self.offset, "length": self.length, "type": self.type, **self.extra}

    @classmethod
    def from_json(cls, given: dict[str, Any]) -> Entity:
        extra = {k: v for k, v in given.items() if k not in ("type", "offset", "length")}
        return cls(
            str(given.get("type")), int(given.get("offset", 0)), int(given.get("length", 0)), extra
        )

    @property
    def end(self) -> int:
        return self.offset + self.length


# Outer before inner when two entities cover the same text.
_RANK = {
    "blockquote": 0,
    "expandable_blockquote": 0,
    "pre": 1,
    "code": 2,
    "text_link": 3,
    "text_mention": 3,
    "bold": 4,
    "italic": 5,
    "underline": 6,
    "strikethrough": 7,
    "spoiler": 8,
}


def order(entities: list[Entity]) -> list[Entity]:
    """Sorted as Telegram does: by place, longer first, then by kind."""
    if len(entities) < 2:
        return entities
    return sorted(entities, key=lambda e: (e.offset, -e.length, _RANK.get(e.type, 9)))


def trim(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Cut white space at both ends, as Telegram does, and move the entities along."""
    stripped = text.strip()
    if stripped == text:
        return text, [e for e in entities if e.length > 0]
    shift = units(text[: len(text) - len(text.lstrip())])
    end = units(stripped)
    kept = []
    for each in entities:
        start = max(0, each.offset - shift)
        stop = min(end, each.end - shift)
        if stop > start:
            kept.append(Entity(each.type, start, stop - start, each.extra))
    return stripped, kept
