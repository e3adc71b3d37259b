"""Who cannot hear or speak is never sent to the telephone alone: a way in writing or in person
stands beside the number, in the short part of a text as well as in the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editorial.check.context import Context, Finding
from editorial.check.language.style import Style
from editorial.problems import listed
from editorial.reading.draft import Text
from flows.texts.markup import plain

HELPFUL = frozenset({"step", "end", "topic", "trouble", "paper", "reply"})
"""What tells people where help is. A message of `messages.yaml` may speak of a call itself."""


def only_by_telephone(context: Context) -> Iterator[Finding]:
    """A text that names the telephone as the last resort, and nothing besides it."""
    style = context.style
    if not style.telepon or not style.selain_telepon:
        return
    for text in context.texts:
        if text.use not in HELPFUL or not any(_alone(part, style) for part in _seen(context, text)):
            continue
        what = f"Di sini hanya ada {style.telepon}: yang tuli atau sulit bicara tidak tertolong."
        todo = f"Sebut juga jalan lain: {listed(style.selain_telepon)}."
        yield Finding(text.path, _line(text, style.telepon), text.place, what, todo, "warning")


def _seen(context: Context, text: Text) -> Iterator[str]:
    """What is read at once: the whole, and its short part where that is shown first."""
    yield context.visible(text)
    if text.short:
        yield plain(context.draft.markup(text.short).html)


def _alone(shown: str, style: Style) -> bool:
    folded = " ".join(shown.split()).lower()
    # "Dukcapil (kantor kependudukan)" is another office.
    for explanation in style.jargon.values():
        folded = folded.replace(explanation.lower(), "")
    number = re.search(rf"(?<!\w){re.escape(style.telepon)}(?!\w)", folded)
    return number is not None and not any(way in folded for way in style.selain_telepon)


def _line(text: Text, number: str) -> int:
    rows = text.written.split("\n")
    return text.line + next((at for at, row in enumerate(rows) if number in row), 0)
