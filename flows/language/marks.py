"""Which words of a text belong to which group of words, and what is left of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from flows.language.normalise import Normaliser
from flows.language.phrasebook import PhraseBook
from flows.language.wordlist import Part, WordList

Span = tuple[int, int]
"""First word, and the one behind the last."""

NOT: Final = frozenset({"tidak", "belum", "bukan", "jangan", "tanpa"})


def is_behind(first: Span, then: Span, reach: int) -> bool:
    """Whether the second begins at most so many words behind the end of the first."""
    return 0 <= then[0] - first[1] <= reach


@dataclass(frozen=True, slots=True)
class Marked:
    """The words of a text (usual spelling) and the places of each group."""

    words: Sequence[str]
    at: Mapping[str, Sequence[Span]]

    def has(self, *groups: str) -> bool:
        """Whether one of these groups is said."""
        return any(self.at.get(group) for group in groups)

    def spans(self, *groups: str) -> list[Span]:
        """Where these groups are said, from left to right."""
        return sorted(span for group in groups for span in self.at.get(group, ()))

    def near(self, group: str, span: Span, before: int, after: int) -> bool:
        """Whether `group` begins at most so many words before or after `span`."""
        start, end = span
        return any(start - before <= at < end + after for at, _ in self.at.get(group, ()))

    def denied(self, span: Span) -> bool:
        """Whether the word right before says that it is not so."""
        start = span[0]
        return start > 0 and self.words[start - 1] in NOT

    def left(self, empty: frozenset[str], *groups: str) -> list[str]:
        """The words that belong to none of these groups and say something."""
        told = {at for start, end in self.spans(*groups) for at in range(start, end)}
        return [w for at, w in enumerate(self.words) if at not in told and w not in empty]


class Marks:
    """The groups of one part of words.yaml; `also` are groups of other parts by their name here."""

    def __init__(
        self,
        words: WordList,
        part: Part,
        normaliser: Normaliser,
        also: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        ways = {group: words.ways(part.name, group) for group in part.groups}
        self._book = PhraseBook({**ways, **(also or {})}, normaliser.spell)

    def read(self, spelled: Sequence[str]) -> Marked:
        """The places of every group in a text."""
        at: dict[str, list[Span]] = {}
        for hit in self._book.hits(spelled):
            at.setdefault(hit.name, []).append((hit.start, hit.end))
        return Marked(spelled, at)


def group_words(words: WordList, part: Part, normaliser: Normaliser) -> Iterator[frozenset[str]]:
    """The single words of each group of a part, in its order and in the usual spelling."""
    for group in part.groups:
        ways = words.ways(part.name, group)
        yield frozenset(word for way in ways for word in normaliser.spell(way))
