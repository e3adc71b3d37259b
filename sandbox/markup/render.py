"""Text with entities as HTML for a phone's screen."""

from __future__ import annotations

from html import escape
from typing import Any

_TAGS = {
    "bold": ("<b>", "</b>"),
    "italic": ("<i>", "</i>"),
    "underline": ("<u>", "</u>"),
    "strikethrough": ("<s>", "</s>"),
    "code": ("<code>", "</code>"),
    "pre": ("<pre>", "</pre>"),
    "spoiler": ('<span class="spoiler">', "</span>"),
    "blockquote": ("<blockquote>", "</blockquote>"),
    "expandable_blockquote": ('<blockquote class="expandable" tabindex="0">', "</blockquote>"),
    "bot_command": ('<a class="command" href="#">', "</a>"),
    "mention": ('<span class="mention">', "</span>"),
    "text_mention": ('<span class="mention">', "</span>"),
    "hashtag": ('<span class="mention">', "</span>"),
    "phone_number": ('<span class="mention">', "</span>"),
    "email": ('<span class="mention">', "</span>"),
}


def _tags(entity: dict[str, Any], covered: str) -> tuple[str, str]:
    kind = entity["type"]
    if kind in ("text_link", "url"):
        address = str(entity.get("url") or covered)
        if not address.startswith(("http://", "https://", "tg:")):
            address = "https://" + address
        opening = f'<a href="{escape(address)}" target="_blank" rel="noopener noreferrer">'
        return opening, "</a>"
    return _TAGS.get(kind, ("", ""))


def render(text: str, entities: list[dict[str, Any]]) -> str:
    """HTML with everything escaped; line breaks stay line breaks (the page keeps white space)."""
    if not entities:
        return escape(text)
    raw = text.encode("utf-16-le", "surrogatepass")

    def part(start: int, end: int) -> str:
        return raw[start * 2 : end * 2].decode("utf-16-le", "replace")

    out: list[str] = []
    at = 0
    stack: list[tuple[int, str]] = []

    def forward(to: int) -> None:
        nonlocal at
        while stack and stack[-1][0] <= to:
            end, closing = stack.pop()
            out.append(escape(part(at, max(at, end))))
            at = max(at, end)
            out.append(closing)
        out.append(escape(part(at, max(at, to))))
        at = max(at, to)

    for entity in entities:
        start, end = entity["offset"], entity["offset"] + entity["length"]
        forward(start)
        opening, closing = _tags(entity, part(start, end))
        out.append(opening)
        limit = stack[-1][0] if stack else end
        stack.append((min(end, limit), closing))
    forward(len(raw) // 2)
    return "".join(out)
