"""One clause of a message: its words, the secrets it names, and who asks for what in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Final, NamedTuple

from flows.guard import vocabulary as words
from flows.guard.vocabulary import Vocabulary

_WORD: Final = re.compile(r"[a-z0-9]+")


class Hit(NamedTuple):
    """A verb or secret in a clause: its kind, its first and last word."""

    kind: str
    first: int
    last: int


@dataclass(frozen=True)
class Clause:
    """One clause in lower case, and the words it is read with."""

    text: str
    known: Vocabulary

    @cached_property
    def _found(self) -> list[re.Match[str]]:
        return list(_WORD.finditer(self.text))

    @cached_property
    def _starts(self) -> list[int]:
        return [found.start() for found in self._found]

    @cached_property
    def words(self) -> list[str]:
        """Its words; digits count as words, signs do not."""
        return [found[0] for found in self._found]

    def hits(self, kind: str, pattern: re.Pattern[str]) -> Iterator[Hit]:
        """Where a pattern stands, counted in words."""
        for found in pattern.finditer(self.text):
            first, behind = (bisect_left(self._starts, at) for at in found.span())
            if first < behind:
                yield Hit(kind, first, behind - 1)

    @cached_property
    def secrets(self) -> list[Hit]:
        """Every secret it names; a number on a card is not the card."""
        found = [hit for kind, pattern in words.SECRETS for hit in self.hits(kind, pattern)]
        numbers = [hit for hit in found if hit.kind != "kartu"]
        return [
            hit
            for hit in found
            if hit.kind != "kartu" or not any(n.first <= hit.first <= n.last for n in numbers)
        ]

    @cached_property
    def here(self) -> bool:
        """Whether it says "to me" or "here"."""
        return words.HERE.search(self.text) is not None

    @cached_property
    def denies(self) -> bool:
        """Whether anything in it is denied."""
        return not self.known.negations.isdisjoint(self.words)

    @cached_property
    def verbs(self) -> list[Hit]:
        """The verbs by which the officer himself asks for something."""
        asks = not self.known.requests.isdisjoint(self.words)
        found = chain(
            self.hits("ask", self.known.ask_verbs),
            self.hits("weak", self.known.weak_verbs) if asks else (),
            self.hits("app", self.known.app_verbs) if self.here else (),
        )
        return [verb for verb in found if self._is_meant(verb)]

    @cached_property
    def pleas(self) -> list[Hit]:
        """ "Mohon" and the like with nothing but small talk up to the secret, or behind it."""
        return [
            plea
            for plea in self.hits("plea", self.known.please)
            if any(
                self.known.bare_fillers.issuperset(self.words[plea.last + 1 : secret.first])
                if secret.first > plea.last
                else self.ends_after(plea.last)
                for secret in self.secrets
            )
            and self._is_meant(plea)
        ]

    def _is_meant(self, verb: Hit) -> bool:
        """Not denied, not done by somebody else, not asked of somebody else."""
        before = self.words[: verb.first]
        if before and (
            before[-1] in self.known.others or (before[-1] in self.known.done and not self.here)
        ):
            return False
        if len(before) > 1 and before[-1] in self.known.often and before[-2] in self.known.others:
            return False
        if self.words[verb.last] in {"minta", "mintakan", "meminta"}:
            after = [w for w in self.words[verb.last + 1 :] if w not in {"ke", "kepada", "pada"}]
            if after and after[0] in self.known.third_parties:
                return False
        return not self._is_denied(verb)

    @cached_property
    def _spared(self) -> set[int]:
        """The words of secrets and verbs: a denial reaches over them."""
        verbs = chain(self.hits("", self.known.ask_verbs), self.hits("", self.known.app_verbs))
        spared = {n for hit in self.secrets for n in range(hit.first, hit.last + 1)}
        return spared | {hit.first for hit in verbs}

    def _is_denied(self, verb: Hit) -> bool:
        """Walks left over fillers, secrets and other verbs to a denial."""
        for at in range(verb.first - 1, -1, -1):
            if self.words[at] in self.known.negations:
                return True
            if at not in self._spared and self.words[at] not in self.known.fillers:
                return False
        return False

    def ends_after(self, at: int) -> bool:
        """Whether only small talk follows the word at this place."""
        return self.known.tail_fillers.issuperset(self.words[at + 1 :])
