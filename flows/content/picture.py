"""Pictures of a phone's screen as editors describe them: a title, rows, the one row to tap."""

from __future__ import annotations

from typing import Annotated, Final

from pydantic import Field

from flows.content.guide import Content
from flows.content.visible import Seen, Visible

MAX_TITLE: Final = 30
MAX_ROW: Final = 32
MAX_ROWS: Final = 8
"""What stays readable on a 5-inch screen."""

MARKS: Final = ("○ ", "● ", "✓ ")
"""How a row with an open, a chosen or a ticked mark begins."""

DRAWABLE: Final = frozenset(
    "".join(chr(code) for code in range(ord(" "), ord("~") + 1)) + "°·‘’“”…•–—"
)
"""Every character that a row or title can show besides the mark at its beginning."""


class Picture(Content):
    """One schematic screen. `tap` repeats the row that is marked.

    A row may begin with one of `MARKS`. A row in round brackets is the frame for a face.
    """

    title: Annotated[str, Field(max_length=MAX_TITLE), Visible]
    rows: Annotated[
        tuple[Annotated[str, Field(max_length=MAX_ROW), Visible], ...],
        Field(min_length=1, max_length=MAX_ROWS),
    ]
    tap: Seen


def without_mark(row: str) -> str:
    """The words of a row."""
    return row[1:].lstrip() if row.startswith(MARKS) else row


def undrawable(words: str) -> str:
    """The characters of a title, or of a row without its mark, that cannot be drawn; each once."""
    return "".join(dict.fromkeys(sign for sign in words if sign not in DRAWABLE))
