"""What Telegram finds in a text by itself: commands, links, mentions, numbers."""

from __future__ import annotations

import re

from sandbox.markup.entities import Entity, units

_HINT = re.compile(r"[@#/.+]")
_FOUND = re.compile(
    r"(?P<url>\bhttps?://[^\s<>\"']+[^\s<>\"'.,;:!?)\]]"
    r"|\b(?:[a-z0-9-]+\.)+(?:com|id|org|net|me|io|info|go|dev)\b(?:/[^\s<>\"']*[^\s<>\"'.,;:!?)\]])?)"
    r"|(?P<email>\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b)"
    r"|(?P<mention>(?<![\w@/])@[a-z]\w{2,31}\b)"
    r"|(?P<hashtag>(?<![\w#])#\w*[^\W\d]\w*)"
    r"|(?P<bot_command>(?<![\w/@.:])/[a-z0-9_]{1,64}(?:@\w{3,32})?(?![\w/]))"
    r"|(?P<phone_number>(?<![\w+])\+\d{8,15}\b)",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b")
_OPAQUE = frozenset({"code", "pre", "text_link", "text_mention"})


def detect(text: str, given: list[Entity]) -> list[Entity]:
    """Entities nobody marked; nothing inside code and links, where Telegram does not look."""
    if not _HINT.search(text):
        return []
    opaque = [(e.offset, e.end) for e in given if e.type in _OPAQUE]
    emails = {m.span() for m in _EMAIL.finditer(text)} if "@" in text else set()
    found = []
    for match in _FOUND.finditer(text):
        kind, start, end = str(match.lastgroup), match.start(), match.end()
        if kind == "url" and any(a <= start < b for a, b in emails):
            continue
        offset = units(text[:start])
        length = units(text[start:end])
        if not any(a < offset + length and offset < b for a, b in opaque):
            found.append(Entity(kind, offset, length))
    return found
