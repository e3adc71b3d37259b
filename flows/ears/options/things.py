"""Whether what is like an option is said of another thing: "beli mobil" is like "beli rumah" in
nothing but what is done."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from flows.ears.options.rarity import Rarity, Words
from flows.ears.options.signed import NOT
from flows.ears.options.way import Way

_FEW: Final = 2
"""Of so many things at most it is told, where it is told of no others."""

_DEED: Final = 0.6
"""What a word weighs at least that tells what is done: more than "mau" and "langsung"."""


@dataclass(frozen=True, slots=True)
class Things:
    """What the options of one question are told of. Words are taken without typing mistakes.

    `holding`: word → the ways with it; `shares`: word → option → how far it speaks for it;
    `bought`: stems that say that a thing is bought or paid.
    """

    holding: Mapping[str, Sequence[Way]]
    shares: Mapping[str, Mapping[str, float]]
    rarity: Rarity
    knows: Callable[[str], bool]
    bought: Collection[str]

    def are_of_another(self, words: Words, key: str) -> bool:
        """Whether all that is like an option is said of another thing."""
        like = [at for at, word in enumerate(words) if self._tells(word, key)]
        return bool(like) and all(self._goes_elsewhere(words, at, key) for at in like)

    def go_on_to(self, words: Words, key: str) -> bool:
        """Whether what is bought or paid is a thing that is known and none of an option: "dp
        mobil" where "dp" is said of a house."""
        like = [at for at, word in enumerate(words) if self._tells(word, key)]
        bought = [at for at, word in enumerate(words) if word in self.bought]
        if not bought or like != [at for at in like if at in bought]:
            return False
        return all(self._is_foreign(words[at + 1 : at + 2], key) for at in like)

    def _tells(self, word: str, key: str) -> bool:
        return self.rarity.weight(word) >= _DEED and key in self.shares.get(word, {})

    def _is_foreign(self, behind: Words, key: str) -> bool:
        return any(
            self.knows(word) and self.rarity.weight(word) >= _DEED and not self._is_said(word, key)
            for word in behind
        )

    def _goes_elsewhere(self, words: Words, at: int, key: str) -> bool:
        if at + 1 >= len(words) or not self.knows(words[at + 1].removeprefix(NOT)):
            return False
        ways = [way.words for way in self.holding.get(words[at], ()) if way.key == key]
        behind = {way[way.index(words[at]) + 1 :][:1] for way in ways}
        # Of an option that is said with this word last, or of many things, anything may follow.
        return () not in behind and len(behind) <= _FEW and not self._is_said(words[at + 1], key)

    def _is_said(self, word: str, key: str) -> bool:
        """Whether an option is said with a word, denied or not."""
        bare = word.removeprefix(NOT)
        return any(key in self.shares.get(each, {}) for each in (bare, f"{NOT}{bare}"))
