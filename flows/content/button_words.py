"""Whether typed words may be those of a button: asked of every text, so it has to be quick."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final

_PLACEHOLDER: Final = re.compile(r"\{\w+\}")
_EDGES: Final = " .,!?"


def bare(folded: str) -> str:
    """Words without the signs around them."""
    return folded.strip(_EDGES)


class ButtonWords:
    """Labels, some of which hold a number of the day: anything may stand in its place."""

    def __init__(self, labels: Iterable[str], folded: Callable[[str], str]) -> None:
        """`folded` reads a label once, for everybody."""
        fixed: set[str] = set()
        filled: set[str] = set()
        for label in labels:
            if _PLACEHOLDER.search(label):
                pieces = (bare(piece.casefold()) for piece in _PLACEHOLDER.split(label))
                filled.add(".*".join(map(re.escape, pieces)))
            else:
                fixed.add(bare(folded(label)))
        self._fixed = frozenset(fixed)
        self._filled = re.compile("|".join(sorted(filled)) or "(?!)", re.DOTALL)

    def may_say(self, typed: str) -> bool:
        """Whether a button may be called so; `typed` is folded and bare."""
        return typed in self._fixed or self._filled.fullmatch(typed) is not None
