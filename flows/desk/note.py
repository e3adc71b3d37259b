"""A note: what somebody of the staff writes in a topic for colleagues only.

It begins with `//`. A thumb that slips (`\\\\`, `/ /`, `/\\`) means the same; nobody writes so to a
participant, and a note that reached one could not be undone.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import Final

_STROKE: Final = r"[/\\／＼⁄∕⧸]"
_SLIPPED: Final = re.compile(rf"\s*{_STROKE}[^\S\n]?{_STROKE}")


class Note(Enum):
    """How a text says that it is a note: as taught, or by a slip that is said back."""

    PLAIN = auto()
    SLIPPED = auto()


def note_of(text: str) -> Note | None:
    """How a text is a note; None when it is none."""
    if text.lstrip().startswith("//"):
        return Note.PLAIN
    return Note.SLIPPED if _SLIPPED.match(text) else None
