"""Which option of a question was meant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Choice:
    """`taken`: the option that is meant. `near`: the one or two that may be, to be asked about.
    `faint`: asked only where nothing else answers the text."""

    taken: str | None = None
    near: tuple[str, ...] = ()
    faint: bool = False


EITHER_OR: Final = 2
"""So many options at most say that something is so, and that it is not."""

NONE: Final = Choice()
