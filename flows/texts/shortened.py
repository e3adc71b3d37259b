"""A text cut to a length, at a word."""

from __future__ import annotations

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
