"""Markdown that Telegram or this bot does not show."""

from __future__ import annotations

from collections.abc import Iterator

from editorial.check.context import Context, Finding


def refused_marks(context: Context) -> Iterator[Finding]:
    """Headings, tables, HTML and the like, each at its line."""
    for text in context.texts:
        if text.use in {"label", "name"}:
            continue
        for fault in context.draft.markup(text.written).faults:
            yield Finding(text.path, text.line + fault.line, text.place, fault.what, fault.todo)
