"""Finds listed phrases in a text, whatever their spelling, with a filler word in between or not."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

Spell = Callable[[str], Sequence[str]]

_GAP: Final = 1
"""Filler words that may stand between two words of a phrase."""


@dataclass(frozen=True, slots=True)
class Hit:
    """The phrase of `name` stands at words `start` to `end` (exclusive)."""

    name: str
    start: int
    end: int


class PhraseBook:
    """Phrases by name, in the usual spelling."""

    def __init__(
        self, ways: Mapping[str, Iterable[str]], spell: Spell, filler: Collection[str] = ()
    ) -> None:
        self._filler = filler
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for name, phrases in ways.items():
            for phrase in phrases:
                parts = tuple(spell(phrase))
                if parts:
                    self._by_first.setdefault(parts[0], []).append((parts, name))
        for options in self._by_first.values():
            options.sort(key=lambda option: -len(option[0]))

    def hits(self, words: Sequence[str]) -> list[Hit]:
        """Every phrase found, from left to right; of one name the longest at each place."""
        found: list[Hit] = []
        said = set(words)
        if said.isdisjoint(self._by_first):
            return found
        for start, word in enumerate(words):
            options = self._by_first.get(word)
            if options is None:
                continue
            named: set[str] = set()
            for parts, name in options:
                if name in named or not said.issuperset(parts):
                    continue
                end = self._end(words, start, parts)
                if end:
                    named.add(name)
                    found.append(Hit(name, start, end))
        return found

    def _end(self, words: Sequence[str], start: int, parts: tuple[str, ...]) -> int:
        """Where the phrase that begins at `start` ends; 0 when it is not there."""
        at = start
        for number, part in enumerate(parts):
            gap = 0
            while at < len(words) and words[at] != part:
                if not number or gap == _GAP or words[at] not in self._filler:
                    return 0
                at += 1
                gap += 1
            if at == len(words):
                return 0
            at += 1
        return at
