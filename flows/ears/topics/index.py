"""A linear classifier over words and word pairs, trained on the ways people ask when content loads.

Softmax regression: a topic begins with the words it is asked for, then one pass of stochastic
gradient descent, and one over the briefest examples, set it apart from its neighbours. Weights are
kept sparse: pure Python, a fifth of a second for 4,000 phrases. The comparison with BM25, nearest
phrases and character n-grams is in ``docs/decisions/search.md``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import exp, log, sqrt
from typing import Final, NamedTuple

from flows.language.normalise import Stems

PAIR: Final = 0.65
"""Weight of a pair of neighbouring words beside a single word."""

_BEGIN: Final = 10.0
_STEP: Final = 4.0
_LAST_STEP: Final = 2.7
_BRIEF: Final = 5
"""Features of an example of three words, with its pairs."""

_FAINT: Final = 0.03
"""Topics with a lower chance are left where they are: weights stay sparse."""

_RARE: Final = 3.5
"""Rarity of a word that one example of 150 holds, and one topic in ten."""

Vector = list[tuple[str, float]]
Row = dict[int, float]
"""The weights of one feature, by the place of their topic."""

Rows = list[tuple[Row, float]]
"""As a `Vector`, with the row of each feature in place of its name."""

_Told = tuple[int, Rows, float]
"""One example: the place of its topic, its features, what it counts."""


@dataclass(frozen=True, slots=True)
class Example:
    """One way of asking for a topic. `weight` 1 for a phrase, less for a sentence of the answer."""

    topic: str
    stems: Stems
    weight: float = 1.0


class Score(NamedTuple):
    """`chance` is the share of this topic among all, 0..1."""

    topic: str
    chance: float


class Index:
    """Topics by their words. Immutable once built."""

    def __init__(self, examples: Sequence[Example]) -> None:
        self.topics = tuple(sorted({example.topic for example in examples}))
        features = [_features(example.stems) for example in examples]
        self._rarity = _rarity(features, [example.topic for example in examples])
        self._weights: dict[str, Row] = {name: {} for name in self._rarity}
        place = {topic: at for at, topic in enumerate(self.topics)}
        told: list[_Told] = [
            (place[example.topic], self._rows(self._vector(names)), example.weight)
            for example, names in zip(examples, features, strict=True)
        ]
        _begin(told)
        self._train(told)

    def knows(self, word: str) -> bool:
        """Whether any example holds this stem."""
        return word in self._rarity

    def is_rare(self, word: str) -> bool:
        """Whether few examples hold this stem."""
        return self._rarity.get(word, 0.0) >= _RARE

    def draws(self, word: str, topic: str) -> bool:
        """Whether this stem speaks for a topic: its ways of asking use it."""
        return self._weights.get(word, {}).get(self.topics.index(topic), 0.0) > 0

    def rank(self, stems: Stems) -> list[Score]:
        """All topics, the likeliest first."""
        chances = self._chances(self._rows(self._vector(_features(stems))))
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

    def _rows(self, vector: Vector) -> Rows:
        return [(self._weights[name], x) for name, x in vector]

    def _chances(self, rows: Rows) -> list[float]:
        scores = [0.0] * len(self.topics)
        for row, x in rows:
            for at, weight in row.items():
                scores[at] += weight * x
        highest = max(scores, default=0.0)
        raised = [exp(score - highest) for score in scores]
        total = sum(raised)
        return [value / total for value in raised]

    def _train(self, told: list[_Told]) -> None:
        """Set the topics apart; in the end by brief examples, where each word counts most."""
        mixed = _in_turn(told)
        self._pass(mixed, _STEP)
        self._pass([one for one in mixed if len(one[1]) <= _BRIEF], _LAST_STEP)

    def _pass(self, told: Sequence[_Told], step: float) -> None:
        """Move the weights of each example's features towards its topic, away from others."""
        for topic, rows, counts in told:
            pull = step * counts
            chances = enumerate(self._chances(rows))
            changes = [(at, -pull * chance) for at, chance in chances if chance > _FAINT]
            _move(rows, [*changes, (topic, pull)])


def _in_turn(told: Sequence[_Told]) -> list[_Told]:
    """Every topic spread evenly over the whole; no chance, so a new phrase moves little."""
    many = Counter(topic for topic, _, _ in told)
    seen: Counter[int] = Counter()
    places: list[tuple[float, int]] = []
    for topic, _, _ in told:
        places.append(((seen[topic] + 0.5) / many[topic], topic))
        seen[topic] += 1
    return [told[at] for at in sorted(range(len(told)), key=places.__getitem__)]


def _begin(told: Sequence[_Told]) -> None:
    """Every feature speaks for the topics that have it; of many examples of a topic, each less."""
    of_topic: dict[int, float] = {}
    for topic, _, counts in told:
        of_topic[topic] = of_topic.get(topic, 0.0) + counts
    for topic, rows, counts in told:
        _move(rows, [(topic, _BEGIN * counts / sqrt(of_topic[topic]))])


def _move(rows: Rows, changes: Sequence[tuple[int, float]]) -> None:
    for row, x in rows:
        for at, change in changes:
            row[at] = row.get(at, 0.0) + change * x


def _features(stems: Stems) -> Counter[str]:
    """Words with content, and pairs of neighbours with the filler between them."""
    features = Counter(stems.content)
    features.update(f"{a}_{b}" for a, b in pairwise(stems.all))
    return features


def _rarity(features: Sequence[Mapping[str, int]], topics: Sequence[str]) -> dict[str, float]:
    """A word is rare in few examples and of few topics, half by each; pairs count for less."""
    holders = Counter(name for names in features for name in names)
    of_topic: dict[str, set[str]] = {}
    for topic, names in zip(topics, features, strict=True):
        of_topic.setdefault(topic, set()).update(names)
    sharing = Counter(name for names in of_topic.values() for name in names)
    return {
        name: sqrt(log(1 + len(features) / count) * log(1 + len(of_topic) / sharing[name]))
        * (PAIR if "_" in name else 1.0)
        for name, count in holders.items()
    }
