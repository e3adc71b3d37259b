"""One thing, one name: what is not written, and what stands for it (`baku` of the style)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editorial.check.context import Context, Finding
from editorial.reading.texts import Text

_NO_WORDS_OF_OURS = "kunci `source`"
"""Who said something is named as they name themselves."""


def terms(context: Context) -> Iterator[Finding]:
    """A name that has another one in the list of the style; once for each text."""
    known = [(wrong, right, _written(wrong, right)) for wrong, right in context.style.baku.items()]
    for text in context.texts:
        if text.place.endswith(_NO_WORDS_OF_OURS):
            continue
        shown = " ".join(context.visible(text).split())
        for wrong, right, written in known:
            if any(found["wrong"] for found in written.finditer(shown)):
                what = f"“{wrong}” punya sebutan lain di sini."
                todo = f"Tulis “{right}”."
                yield Finding(text.path, _line(text, wrong), text.place, what, todo, "warning")


def _written(wrong: str, right: str) -> re.Pattern[str]:
    """Finds what is not written (`wrong`), and first what stands for it, which may hold it."""
    good, bad = (re.escape(term) for term in (right, wrong))
    return re.compile(rf"{good}|(?<![\w-])(?P<wrong>{bad})(?![\w-])", re.IGNORECASE)


def _line(text: Text, wrong: str) -> int:
    rows = text.written.lower().split("\n")
    return text.line + next((at for at, row in enumerate(rows) if wrong.lower() in row), 0)
