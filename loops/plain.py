"""Plain: a text whose marks Telegram cannot read goes out once more without any.

Such a text is a fault of ours, to be mended where it is made; the log and a counter tell of it.
Until then people get the words rather than nothing.
"""

import html
import json
import re
from typing import Any

_TEXTS = ("text", "caption")
_MARKED = ("parse_mode", "entities", "caption_entities")

# Only what Telegram knows as a tag: "Saldo <15 juta" keeps its "<".
_TAG = re.compile(
    r"</?(?:b|strong|i|em|u|ins|s|strike|del|span|tg-spoiler|tg-emoji|a|code|pre|blockquote)"
    r"(?:\s[^<>]*)?>",
    re.IGNORECASE,
)


def without_marks(payload: str) -> str | None:
    """The payload with plain texts, buttons and all else kept; None when no text was marked."""
    before = json.loads(payload)
    after = _bare(before)
    if after == before:
        return None
    return json.dumps(after, ensure_ascii=False, separators=(",", ":"))


def _bare(value: Any) -> Any:
    """Also inside: the caption of a file that an edit or an album brings along."""
    if isinstance(value, list):
        return [_bare(inner) for inner in value]
    if not isinstance(value, dict):
        return value
    bare = {name: _bare(inner) for name, inner in value.items() if name not in _MARKED}
    if value.get("parse_mode") == "HTML":
        bare |= {name: _words(bare[name]) for name in _TEXTS if isinstance(bare.get(name), str)}
    return bare


def _words(marked: str) -> str:
    return html.unescape(_TAG.sub("", marked))
