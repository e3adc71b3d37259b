"""A text cut to a length, at a word or behind a sentence."""

from __future__ import annotations

import re
from typing import Final

from flows.texts.units import cut, units

SHORT: Final = 300
"""Longest part of a text that stands beside others (units)."""


def shortened(text: str, most: int = SHORT) -> str:
    """One paragraph of at most `most` units, cut at a word."""
    line = " ".join(text.split())
    if units(line) <= most:
        return line
    start = cut(line, most - 1)
    return f"{start.rpartition(' ')[0] or start}…"


_ENDS: Final = (re.compile(r"(?<=[.!?])\s+|\n+"), re.compile(r"(?<=[,;])\s+"))
"""Behind a sentence or a line; behind a part of one."""


def whole_lines(text: str, most: int = SHORT) -> str:
    """As many of its first sentences as fit into `most` units, as one paragraph; of a longer
    sentence as many of its parts. Only what has neither is cut at a word."""
    for ends in _ENDS:
        kept = ""
        for part in ends.split(text.strip()):
            longer = f"{kept} {part}".strip()
            if units(longer) > most:
                break
            kept = longer
        if kept:
            return kept.rstrip(",;")
    return shortened(text, most)
