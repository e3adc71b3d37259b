"""A text cut where people put a full stop: its parts, and the questions it asks."""

from __future__ import annotations

import re
from typing import Final

from flows.language.understanding import Folded

MOST_QUESTIONS: Final = 4
"""More of them are a story."""

MOST_PARTS: Final = 4
"""Parts of an answer; more of them are a story."""

MOST_STATEMENTS: Final = 8
"""Pieces up to which a story is read piece by piece."""

_PARTS: Final = re.compile(r"[;!\n]|[.,](?!\d)")
_QUESTIONS: Final = re.compile(r"[?\n;]+")


def parts_of(folded: Folded) -> tuple[Folded, ...]:
    """What is said between commas and full stops."""
    said = (part.strip() for part in _PARTS.split(folded))
    return tuple(Folded(part) for part in said if part)


def questions_of(text: str) -> tuple[str, ...]:
    """The questions of a text; none where it asks but one thing, or tells a story."""
    pieces = (piece.strip() for piece in _QUESTIONS.split(text))
    asked = tuple(piece for piece in pieces if any(map(str.isalpha, piece)))
    return asked if 2 <= len(asked) <= MOST_QUESTIONS else ()
