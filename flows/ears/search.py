"""Which reviewed topic a question is about, and how sure that is.

Built once per content; asking is pure and quick (figures in ``docs/decisions/search.md``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from flows.content.guide import Topic
from flows.ears.confidence import Act, Evidence, act_for
from flows.ears.index import Example, Index, Score
from flows.language.normalise import Normaliser
from flows.language.wordlist import WordList, word_list

OFFERED: Final = 3
ANSWER_WEIGHT: Final = 0.6
"""What a paragraph of the answer counts beside a way of asking."""

_PARAGRAPH: Final = re.compile(r"\n\s*\n")
_PLACEHOLDER: Final = re.compile(r"\{\w+\}")
_SHORTEST_PARAGRAPH: Final = 2


@dataclass(frozen=True, slots=True)
class Found:
    """`top`: the likeliest topics, at most three. `act`: answer the first, offer all, decline.

    `elsewhere`: the text names another field.
    """

    act: Act
    top: tuple[Score, ...]
    elsewhere: bool = False

    @property
    def best(self) -> str | None:
        """The topic to show first; None when the question is declined."""
        return self.top[0].topic if self.top and self.act != "decline" else None


class Search:
    """The topics of one content folder, ready to be asked."""

    def __init__(self, topics: Mapping[str, Topic], words: Mapping[str, Any]) -> None:
        """`words`: the raw mapping of ``words.yaml``. `normaliser` may be shared with others."""
        self._topics = topics
        self._list: WordList = word_list(words)
        asked = [(topic.id, way) for topic in topics.values() for way in _ways(topic)]
        self.normaliser = Normaliser(self._list, (way for _, way in asked))
        read = self.normaliser.words
        examples = [Example(topic, read(way)) for topic, way in asked]
        self._index = Index([*examples, *self._answers()])

    def ask(self, text: str) -> Found:
        """The topics a (masked) text is about."""
        spelled = self.normaliser.spelled(text)
        words = self.normaliser.read(spelled)
        ranked = self._index.rank(words) if words.content else []
        seen = self._evidence(spelled)
        return Found(act_for(ranked, seen), tuple(ranked[:OFFERED]), seen.foreign > 0)

    def spelled(self, text: str) -> str:
        """The text as the search reads it."""
        return " ".join(self.normaliser.spelled(text))

    def phrase(self, text: str, topic: str) -> str | None:
        """The way of asking for `topic` that is most like `text`; None when nothing is shared."""
        read = self.normaliser.words
        ways = ((way, read(way)) for way in _ways(self._topics[topic]))
        return self._index.nearest(read(text), ways)

    def _answers(self) -> Iterator[Example]:
        for topic in self._topics.values():
            for paragraph in _PARAGRAPH.split(_PLACEHOLDER.sub(" ", topic.body)):
                words = self.normaliser.words(paragraph)
                if len(words.content) >= _SHORTEST_PARAGRAPH:
                    yield Example(topic.id, words, ANSWER_WEIGHT)

    def _evidence(self, spelled: Iterable[str]) -> Evidence:
        told = self._list
        words = [word for word in spelled if word not in told.empty and not word[0].isdigit()]
        return Evidence(
            words=len(words),
            known=sum(self._index.knows(self.normaliser.stem(word)) for word in words),
            ours=sum(word in told.ours or word[0] == "#" for word in words),
            next_door=sum(word in told.next_door for word in words),
            foreign=sum(word in told.foreign for word in words),
        )


def _ways(topic: Topic) -> tuple[str, ...]:
    return (topic.title, *topic.ask)
