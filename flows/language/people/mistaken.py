"""Of whom facts are that were said back to the wrong person: "bukan saya, suami saya"."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import Final

from flows.language.people.whose import ME, Whose, Word
from flows.language.understanding import Folded

_NOT: Final = frozenset({"bukan", "tidak"})
_MINE: Final = frozenset({ME, "kami"})
_LONGEST: Final = 9
"""Words; a longer text tells something new."""


class Mistaken:
    """`light`: words that say nothing beside a person; `told`: what may be told once more beside
    "bukan saya" ("bukan saya yang resign"); both in their usual spelling."""

    def __init__(self, whose: Whose, light: Collection[str], told: Collection[str]) -> None:
        self._whose = whose
        self._light = frozenset(light) | _NOT | _MINE
        self._told = frozenset(told)

    def instead(self, folded: Folded) -> str | None:
        """Whoever it is of; empty where only "saya" is denied. None where anything else is told."""
        typed = list(self._whose.words(folded))
        words = [word for word in typed if word.usual.isalpha()]
        if not words or len(words) > _LONGEST:
            return None
        named = {who: at for at in range(len(typed)) if (who := self._named(typed, at))}
        denies = _denies_me(typed)
        light = self._light | self._told if denies and named else self._light
        if not all(word.usual in light or self._whose.relation(word.usual) for word in words):
            return None
        if not named:
            return "" if denies else None
        who, at = next(iter(named.items()))
        # "Saya istrinya" says who writes.
        other = at > 0 and typed[at - 1].usual in _NOT | _MINE
        return None if len(named) > 1 or other else who

    def _named(self, words: Sequence[Word], at: int) -> str | None:
        """The person at this place; "bu" and "pak" alone are who is spoken to."""
        who = self._whose.relation(words[at].usual)
        if who is None or words[at].usual not in self._whose.address:
            return who
        behind = words[at + 1].usual if at + 1 < len(words) else ""
        return who if behind in _MINE else None


def _denies_me(words: Sequence[Word]) -> bool:
    usual = [word.usual for word in words]
    return any(no in _NOT and me in _MINE for no, me in pairwise(usual))
