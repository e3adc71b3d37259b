"""Who cannot hear or speak is never sent to the telephone alone: a way in writing or in person
stands beside the number, in the same paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editorial.check.context import Context, Finding
from editorial.check.language.style import Style
from editorial.reading.texts import Text

HELPFUL = frozenset({"step", "end", "topic", "trouble", "paper"})
"""What tells people where help is. A message or an officer may speak of a call itself."""

_BLANK_LINES = re.compile(r"\n\s*\n")


def only_by_telephone(context: Context) -> Iterator[Finding]:
    """A text that names the telephone as the last resort, and nothing besides it."""
    style = context.style
    if not style.telepon or not style.selain_telepon:
        return
    for text in context.texts:
        if text.use not in HELPFUL:
            continue
        for paragraph in _BLANK_LINES.split(context.visible(text)):
            if _alone(paragraph, style):
                what = f"Di sini hanya ada {style.telepon}: “{_first_words(paragraph)} …”."
                todo = "Sebut juga kantor cabang, e-mail, atau tombol Petugas di alinea itu."
                line = _line(text, style.telepon)
                yield Finding(text.path, line, text.place, what, todo, "warning")
                break


def _alone(paragraph: str, style: Style) -> bool:
    folded = " ".join(paragraph.split()).lower()
    # "Dukcapil (kantor kependudukan)" is another office.
    for explanation in style.jargon.values():
        folded = folded.replace(explanation.lower(), "")
    number = re.search(rf"(?<!\w){re.escape(style.telepon)}(?!\w)", folded)
    return number is not None and not any(way in folded for way in style.selain_telepon)


def _first_words(paragraph: str) -> str:
    return " ".join(paragraph.split()[:5])


def _line(text: Text, number: str) -> int:
    rows = text.written.split("\n")
    return text.line + next((at for at, row in enumerate(rows) if number in row), 0)
