"""Which reviewed topic a question is about, and how sure that is.

Built once per content; asking is pure and quick (figures in ``docs/decisions/search.md``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from flows.content.guide import Topic
from flows.ears.topics.confidence import Counts, Response, act_for
from flows.ears.topics.index import Example, Index, Score
from flows.language.normalise import Normaliser, Stems
from flows.language.wordlist import Part, WordList

PARTS: Final = (
    Part("ejaan", kind="spellings"),
    Part("frasa", more=True),
    *(
        Part(name, kind="list")
        for name in ("kata_umum", "bidang", "tetangga", "luar_topik", "kata_biasa")
    ),
)
OFFERED: Final = 3
ANSWER_WEIGHT: Final = 0.6
"""What a paragraph of the answer counts beside a way of asking."""

_PARAGRAPH: Final = re.compile(r"\n\s*\n")
_PLACEHOLDER: Final = re.compile(r"\{\w+\}")
_SHORTEST_PARAGRAPH: Final = 2


@dataclass(frozen=True, slots=True)
class Ranking:
    """`top`: the likeliest topics, at most three. `act`: answer the first, offer all, decline.

    `elsewhere`: the text names another field. `ours`: it holds a word of our field.
    """

    act: Response
    top: tuple[Score, ...]
    elsewhere: bool = False
    ours: bool = True

    @property
    def best(self) -> str | None:
        """The topic to show first; None when the question is declined."""
        return self.top[0].topic if self.top and self.act != "decline" else None


class Search:
    """The topics of one content folder, ready to be asked."""

    def __init__(self, topics: Mapping[str, Topic], words: WordList) -> None:
        self._topics = topics
        self._list = words
        asked = [(topic.id, way) for topic in topics.values() for way in _ways(topic)]
        self.normaliser = Normaliser(words, (way for _, way in asked))
        examples = [Example(topic, self._read(way)) for topic, way in asked]
        self._listed = _listed(examples, words.ours)
        self._told: dict[str, frozenset[str]] = {}
        self._further: dict[str, frozenset[str]] = {}
        self._index = Index([*examples, *self._answers()])

    def ask(self, spelled: Sequence[str], stems: Stems) -> Ranking:
        """The topics a (masked) text is about."""
        ranked = self._index.rank(stems) if stems.content else []
        listed = self._listed.get(stems.all) or self._listed.get(stems.content)
        if listed is not None:
            ranked.sort(key=lambda score: score.topic != listed)
        seen = self._counts(spelled, ranked[0].topic if ranked else None)
        act = "answer" if listed is not None else act_for(ranked, seen)
        return Ranking(act, tuple(ranked[:OFFERED]), seen.foreign > 0, seen.ours > 0)

    def among(self, stems: Stems, topics: Sequence[str]) -> Score | None:
        """The likeliest of some topics, with its chance among them; None where no word of it speaks
        for any."""
        ranked = [each for each in self._index.rank(stems) if each.topic in topics]
        total = sum(each.chance for each in ranked)
        if not ranked or not total or not self.draws(stems, ranked[0].topic):
            return None
        return Score(ranked[0].topic, ranked[0].chance / total)

    def phrase(self, stems: Stems, topic: str) -> str | None:
        """The way of asking for `topic` that is most like a text; None when nothing is shared."""
        ways = ((way, self._read(way)) for way in _ways(self._topics[topic]))
        return self._index.nearest(stems, ways)

    def knows(self, stem: str) -> bool:
        """Whether some topic is asked for with this stem."""
        return self._index.knows(stem)

    def draws(self, stems: Stems, topic: str) -> bool:
        """Whether some of these words speak for a topic."""
        return any(self._index.draws(stem, topic) for stem in stems.content)

    def says(self, topic: str, stems: Stems) -> bool:
        """Whether the short answer of a topic speaks of all of these words."""
        told = self._read(_PLACEHOLDER.sub(" ", self._topics[topic].short)).all
        # "Kantor cabang" is one word of ours.
        said = [any(each.startswith(word) for each in told) for word in stems.content]
        return bool(said) and all(said)

    def touches(self, topic: str, stems: Stems) -> bool:
        """Whether the short answer of a topic speaks of one of these words."""
        return not self._told.get(topic, frozenset()).isdisjoint(stems.content)

    def tells_further(self, topic: str, stems: Stems) -> bool:
        """Whether only the whole answer of a topic speaks of a rare word of these."""
        asked = self._further.get(topic, frozenset()).intersection(stems.content)
        return any(self._index.is_rare(word) for word in asked)

    def _read(self, written: str) -> Stems:
        return self.normaliser.stemmed(self.normaliser.spell(written))

    def _answers(self) -> Iterator[Example]:
        for topic in self._topics.values():
            short, further = (
                [self._read(each) for each in _PARAGRAPH.split(_PLACEHOLDER.sub(" ", text))]
                for text in (topic.short, topic.body.removeprefix(topic.short))
            )
            told = {word for stems in short for word in stems.content}
            more = {word for stems in further for word in stems.content}
            self._told[topic.id] = frozenset(told)
            self._further[topic.id] = frozenset(more - told)
            for stems in (*short, *further):
                if len(stems.content) >= _SHORTEST_PARAGRAPH:
                    yield Example(topic.id, stems, ANSWER_WEIGHT)

    def _counts(self, spelled: Sequence[str], best: str | None) -> Counts:
        told = self._list
        stem = self.normaliser.stem
        words = [word for word in spelled if word not in told.empty and not word[0].isdigit()]
        known = sum(self._index.knows(stem(word)) for word in words)
        strange = [word for word in words if word in told.foreign]
        if best is not None and known > len(strange):
            # "Motor" is of another field, but an accident on one is not.
            strange = [word for word in strange if not self._index.draws(stem(word), best)]
        return Counts(
            words=len(words),
            known=known,
            ours=sum(word in told.ours or word[0] == "#" for word in words),
            next_door=sum(word in told.next_door for word in words),
            foreign=len(strange),
        )


def _ways(topic: Topic) -> tuple[str, ...]:
    return (topic.title, *topic.ask)


def _listed(examples: Iterable[Example], ours: frozenset[str]) -> dict[tuple[str, ...], str]:
    """Ways of asking → the topic: by their content words, before that by all of them.

    Without those that two topics share, and without single words of no field: they say too little.
    """
    clear = [
        each for each in examples if each.stems.content[1:] or ours.intersection(each.stems.content)
    ]
    found: dict[tuple[str, ...], str] = {}
    for whole in (False, True):
        topics: dict[tuple[str, ...], set[str]] = {}
        for each in clear:
            words = each.stems.all if whole else each.stems.content
            topics.setdefault(words, set()).add(each.topic)
        found.update((words, min(named)) for words, named in topics.items() if len(named) == 1)
    return found
