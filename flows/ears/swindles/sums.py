"""Where a text says a sum of money or a share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from flows.language.marks import Span

_UNITS: Final = frozenset({"persen", "juta", "ribu", "jutaan"})
_UNKNOWN: Final = frozenset({"berapa", "dalam", "sekian"})
_MILLION: Final = "sejuta"

_WHOLE: Final = 5
"""Digits from which a bare number is an amount of rupiah."""


def amounts(words: Sequence[str]) -> Iterator[Span]:
    """Where a sum of money or a share is said."""
    before = ""
    for at, word in enumerate(words):
        counted = word in _UNITS and before and before not in _UNKNOWN
        if counted or word == _MILLION or (word.isdigit() and len(word) >= _WHOLE):
            yield at, at + 1
        before = word
