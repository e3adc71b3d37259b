"""A text cut to a length, at a word."""

from __future__ import annotations

from typing import Final

SHORT: Final = 300
"""Longest part of a text that stands beside others (characters)."""


def shortened(text: str, most: int = SHORT) -> str:
    """One paragraph of at most `most` characters, cut at a word."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    return f"{cut.rpartition(' ')[0] or cut}…"
