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
    """Labels, some of which hold a number of the day: of those the longest fixed piece counts."""

    def __init__(self, labels: Iterable[str], folded: Callable[[str], str]) -> None:
        """`folded` reads a label once, for everybody."""
        whole: set[str] = set()
        pieces: set[str] = set()
        for label in labels:
            if _PLACEHOLDER.search(label):
                pieces.add(max((bare(p.casefold()) for p in _PLACEHOLDER.split(label)), key=len))
            else:
                whole.add(bare(folded(label)))
        self._whole = frozenset(whole)
        self._pieces = tuple(sorted(pieces))

    def may_say(self, typed: str) -> bool:
        """Whether a button may be called so; `typed` is folded and bare."""
        return typed in self._whole or any(piece in typed for piece in self._pieces)
