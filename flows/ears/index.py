"""A linear classifier over words and word pairs, trained on the ways people ask when content loads.

Softmax regression by two passes of stochastic gradient descent, weights kept sparse: pure Python, a
tenth of a second for 1,800 phrases. The comparison with BM25, nearest phrases and character n-grams
is in ``docs/decisions/search.md``.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import exp, log, sqrt
from typing import Final

from flows.language.normalise import Stems

PAIR: Final = 0.5
"""Weight of a pair of neighbouring words beside a single word."""

_PASSES: Final = 2
_STEP: Final = 4.0
_SLOWER: Final = 0.5
_NEGLIGIBLE: Final = 0.02
_SEED: Final = 20261120

Vector = list[tuple[str, float]]


@dataclass(frozen=True, slots=True)
class Example:
    """One way of asking for a topic. `weight` 1 for a phrase, less for a sentence of the answer."""

    topic: str
    stems: Stems
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Score:
    """`chance` is the share of this topic among all, 0..1."""

    topic: str
    chance: float


class Index:
    """Topics by their words. Immutable once built."""

    def __init__(self, examples: Sequence[Example]) -> None:
        self.topics = tuple(sorted({example.topic for example in examples}))
        features = [_features(example.stems) for example in examples]
        self._rarity = _rarity(features)
        self._weights: dict[str, dict[int, float]] = {name: {} for name in self._rarity}
        place = {topic: at for at, topic in enumerate(self.topics)}
        self._train(
            [
                (place[example.topic], self._vector(names), example.weight)
                for example, names in zip(examples, features, strict=True)
            ]
        )

    def knows(self, word: str) -> bool:
        """Whether any example holds this stem."""
        return word in self._rarity

    def draws(self, word: str, topic: str) -> bool:
        """Whether this stem speaks for a topic: its ways of asking use it."""
        return self._weights.get(word, {}).get(self.topics.index(topic), 0.0) > 0

    def rank(self, stems: Stems) -> list[Score]:
        """All topics, the likeliest first."""
        chances = self._chances(self._vector(_features(stems)))
        order = sorted(range(len(chances)), key=lambda at: (-chances[at], at))
        return [Score(self.topics[at], chances[at]) for at in order]

    def nearest(self, stems: Stems, phrases: Iterable[tuple[str, Stems]]) -> str | None:
        """The phrase most like the text, by shared rare features."""
        wanted = dict(self._vector(_features(stems)))
        best, found = 0.0, None
        for phrase, theirs in phrases:
            like = sum(wanted.get(name, 0.0) * x for name, x in self._vector(_features(theirs)))
            if like > best:
                best, found = like, phrase
        return found

    def _vector(self, features: Mapping[str, int]) -> Vector:
        """Known features with their weights, of length one."""
        rarity = self._rarity
        raw = [
            (name, (1.0 + log(count)) * rarity[name])
            for name, count in features.items()
            if name in rarity
        ]
        length = sqrt(sum(x * x for _, x in raw)) or 1.0
        return [(name, x / length) for name, x in raw]

    def _chances(self, vector: Vector) -> list[float]:
        scores = [0.0] * len(self.topics)
        for name, x in vector:
            for at, weight in self._weights[name].items():
                scores[at] += weight * x
        highest = max(scores, default=0.0)
        raised = [exp(score - highest) for score in scores]
        total = sum(raised)
        return [value / total for value in raised]

    def _train(self, examples: list[tuple[int, Vector, float]]) -> None:
        """Move the weights of each example's features towards its topic, away from others."""
        order = random.Random(_SEED)
        for turn in range(_PASSES):
            order.shuffle(examples)
            step = _STEP / (1 + turn * _SLOWER)
            for topic, vector, weight in examples:
                chances = self._chances(vector)
                pull = step * weight
                changes = [(at, -pull * p) for at, p in enumerate(chances) if p > _NEGLIGIBLE]
                changes.append((topic, pull))
                self._move(vector, changes)

    def _move(self, vector: Vector, changes: list[tuple[int, float]]) -> None:
        for name, x in vector:
            row = self._weights[name]
            for at, change in changes:
                row[at] = row.get(at, 0.0) + change * x


def _features(stems: Stems) -> Counter[str]:
    """Words with content, and pairs of neighbours with the filler between them."""
    features = Counter(stems.content)
    features.update(f"{a}_{b}" for a, b in pairwise(stems.all))
    return features


def _rarity(features: Sequence[Mapping[str, int]]) -> dict[str, float]:
    """Inverse document frequency; pairs count for less."""
    holders = Counter(name for names in features for name in names)
    return {
        name: log(1 + len(features) / count) * (PAIR if "_" in name else 1.0)
        for name, count in holders.items()
    }
