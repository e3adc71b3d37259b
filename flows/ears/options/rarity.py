"""How much each word tells among the options of all questions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log
from typing import Final

Words = tuple[str, ...]

STRANGE: Final = 0.8
"""What a word weighs that no option of any question is said with; 1 is the rarest that is known."""


class Rarity:
    """How much each word tells: the fewer options of all questions hold it, the more."""

    def __init__(self, options: Sequence[Sequence[Words]]) -> None:
        holders = Counter(word for told in options for word in {w for way in told for w in way})
        most = log(1 + len(options))
        self._weights = {word: log(1 + len(options) / n) / most for word, n in holders.items()}
        self._commonness = {word: n / len(options) for word, n in holders.items()}

    def weight(self, word: str) -> float:
        """0..1; 1 for what stands in one option only."""
        return self._weights.get(word, STRANGE)

    def commonness(self, word: str) -> float:
        """Which share of all options is said with it."""
        return self._commonness.get(word, 0.0)

    def of(self, words: Sequence[str]) -> float:
        """What several words weigh together."""
        return sum(map(self.weight, words))
