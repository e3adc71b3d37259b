"""What code asks the content for: rules a guide may name, papers a claim may need."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from flows.papers import KNOWN
from flows.rules import RULES


class ReadsAnswers(Protocol):
    """A named condition of `flows.rules`."""

    @property
    def reads(self) -> Collection[str]:
        """The ids of the steps whose answers it looks at."""
        ...


@dataclass(frozen=True)
class Code:
    """`rules` by name; `papers` are the ids that must stand in ``content/papers``."""

    rules: Mapping[str, ReadsAnswers]
    papers: Collection[str]


@cache
def our_code() -> Code:
    """The rules and papers the bot has."""
    return Code(RULES, KNOWN)
