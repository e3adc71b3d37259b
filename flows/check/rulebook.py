"""What the checks need to know of a rule: which answers it looks at."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Protocol

from flows.rules import RULES


class ReadsAnswers(Protocol):
    """A named condition of `flows.rules`."""

    @property
    def reads(self) -> Collection[str]:
        """The ids of the steps whose answers it looks at."""
        ...


Rulebook = Mapping[str, ReadsAnswers]


def known_rules() -> Rulebook:
    """The rules the bot has."""
    return RULES
