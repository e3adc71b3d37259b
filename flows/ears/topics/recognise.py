"""Which screen of JMO somebody describes or pastes: the trouble, with typos, and how sure it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import log
from typing import Final

from flows.content.guide import Trouble
from flows.language.normalise import Normaliser, Stems

PAIR: Final = 0.5
"""Weight of a pair of neighbouring words beside a single word."""

SURE: Final = 0.80
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
        seen = [
            (trouble.id, _features(normaliser.stemmed(normaliser.spell(text))))
            for trouble in troubles.values()
            for text in (trouble.label, *trouble.seen)
        ]
        holders = Counter(name for _, features in seen for name in features)
        self._weights = {name: log(1 + len(seen) / n) * _share(name) for name, n in holders.items()}
        self._unknown = log(1 + len(seen))
        self._texts = [(trouble, self._weight(features)) for trouble, features in seen]
        self._holding: dict[str, list[int]] = {}
        for number, (_, features) in enumerate(seen):
            for name in features:
                self._holding.setdefault(name, []).append(number)

    def rank(self, stems: Stems) -> tuple[Recognised, ...]:
        """Troubles likely enough, best first."""
        said = _features(stems)
        said_weight = self._weight(said)
        best: dict[str, float] = {}
        for number, shared in self._shared(said).items():
            trouble, weight = self._texts[number]
            if shared < LIKELY * weight:
                continue
            # How much of the screen's text was said, lowered when much else was said.
            likeness = shared / weight * (0.6 + 0.4 * shared / said_weight)
            best[trouble] = max(likeness, best.get(trouble, 0.0))
        likely = [
            Recognised(trouble, min(like, 1.0)) for trouble, like in best.items() if like >= LIKELY
        ]
        return tuple(sorted(likely, key=lambda each: (-each.likeness, each.trouble)))

    def _shared(self, said: Collection[str]) -> dict[int, float]:
        """For every listed text that shares something with what was said, the weight of it."""
        shared: dict[int, float] = {}
        for name in said:
            weight = self._weights.get(name, 0.0)
            for number in self._holding.get(name, ()):
                shared[number] = shared.get(number, 0.0) + weight
        return shared

    def _weight(self, features: Iterable[str]) -> float:
        return sum(self._weights.get(name) or self._unknown * _share(name) for name in features)


def _share(feature: str) -> float:
    return PAIR if "_" in feature else 1.0


def _features(stems: Stems) -> frozenset[str]:
    pairs = (f"{a}_{b}" for a, b in pairwise(stems.content))
    return frozenset((*stems.content, *pairs))
