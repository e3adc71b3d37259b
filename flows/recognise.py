"""Which screen of JMO somebody describes or pastes: the trouble, with typos, and how sure it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import log
from typing import Final

from flows.guide import Trouble
from flows.index import PAIR
from flows.normalise import Normaliser, Words

SURE: Final = 0.72
"""From here on the trouble is answered at once."""

LIKELY: Final = 0.45
"""From here on it is offered, or taken when the person was asked what the screen says."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """`likeness` 0..1 to the nearest text of the trouble."""

    trouble: str
    likeness: float

    @property
    def sure(self) -> bool:
        """Sure enough to answer without asking."""
        return self.likeness >= SURE


class Recogniser:
    """The screen texts of all troubles."""

    def __init__(self, troubles: Mapping[str, Trouble], normaliser: Normaliser) -> None:
        self._normaliser = normaliser
        self._seen = [
            (trouble.id, _features(normaliser.words(text)))
            for trouble in troubles.values()
            for text in (trouble.label, *trouble.seen)
        ]
        holders = Counter(name for _, features in self._seen for name in features)
        self._rarity = {name: log(1 + len(self._seen) / n) for name, n in holders.items()}
        self._unknown = log(1 + len(self._seen))

    def rank(self, text: str, among: Collection[str] | None = None) -> list[Recognised]:
        """Troubles likely enough, best first; `among` limits them to those of a step."""
        said = _features(self._normaliser.words(text))
        best: dict[str, float] = {}
        for trouble, features in self._seen:
            if among is None or trouble in among:
                likeness = self._likeness(said, features)
                if likeness > best.get(trouble, 0.0):
                    best[trouble] = likeness
        found = [Recognised(trouble, like) for trouble, like in best.items() if like >= LIKELY]
        return sorted(found, key=lambda each: (-each.likeness, each.trouble))

    def of(self, text: str, among: Collection[str] | None = None) -> Recognised | None:
        """The trouble a text describes, or None."""
        ranked = self.rank(text, among)
        return ranked[0] if ranked else None

    def _likeness(self, said: Collection[str], seen: Collection[str]) -> float:
        """How much of the screen's text was said, lowered when much else was said."""
        shared = self._weight(name for name in seen if name in said)
        if not shared:
            return 0.0
        covered = shared / self._weight(seen)
        used = shared / self._weight(said)
        return covered * (0.6 + 0.4 * used)

    def _weight(self, features: Iterable[str]) -> float:
        return sum(
            self._rarity.get(name, self._unknown) * (PAIR if "_" in name else 1.0)
            for name in features
        )


def _features(words: Words) -> frozenset[str]:
    pairs = (f"{a}_{b}" for a, b in pairwise(words.content))
    return frozenset((*words.content, *pairs))
