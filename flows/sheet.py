"""A sheet for the counter: what stands on half a page of paper, and how weighty each line is.

A value: what draws it lives outside, and the same sheet is always drawn the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, Self


class Style(StrEnum):
    """What a line is to its reader."""

    HEAD = "head"
    TITLE = "title"
    HOLDS = "holds"
    WARNING = "warning"
    CONDITION = "condition"
    LABEL = "label"
    SOURCE = "source"
    QUOTE = "quote"
    ADDRESS = "address"
    ADVICE = "advice"
    SMALL = "small"


class Line(NamedTuple):
    """A paragraph in plain words; it may be broken, and is never cut."""

    style: Style
    text: str


@dataclass(frozen=True)
class Sheet:
    """`name`: how its files are called, an id."""

    name: str
    lines: tuple[Line, ...]

    def dump(self) -> dict[str, object]:
        """As plain JSON."""
        return {"name": self.name, "lines": [[line.style.value, line.text] for line in self.lines]}

    @classmethod
    def load(cls, kept: Mapping[str, Sequence[Sequence[str]]]) -> Self:
        """The sheet behind its JSON. Raises KeyError or ValueError where it is none."""
        lines = (Line(Style(style), text) for style, text in kept["lines"])
        return cls(str(kept["name"]), tuple(lines))
