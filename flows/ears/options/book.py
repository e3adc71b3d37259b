"""The options of every question, made at first need: those that nobody stands at cost nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final

from flows.content.guide import Ask, Guide, Trouble
from flows.ears.options.alike import Ways
from flows.ears.options.index import OptionIndex
from flows.ears.options.rarity import Rarity, Words
from flows.ears.options.signed import NOT, Clause, Signs
from flows.language.understanding import Folded
from flows.language.wordlist import At

_PLACEHOLDER: Final = re.compile(r"\{\w+\}")

YES: Final = "ya"
EITHER: Final = "atau"
BEFORE: Final = "sebelum"
""" "Tidak punya kartu sebelum 2013" tells of a card."""


class OptionBook:
    """The questions of all guides. `ways`: guide and step → option → further ways of saying it."""

    def __init__(
        self,
        guides: Iterable[Guide],
        troubles: Mapping[str, Trouble],
        ways: Ways,
        alike: Ways,
        signs: Signs,
        folded: Callable[[str], Folded],
        knows: Callable[[str], bool],
    ) -> None:
        """`alike`: ways that many questions share; they make no word common.

        `folded` reads a label or a way of saying an option once, `knows` tells known stems."""
        self._steps = {
            (guide.id, step.id): step
            for guide in guides
            for step in guide.steps
            if isinstance(step, Ask) and step.options
        }
        self._troubles = troubles
        self._ways = ways
        self._alike = alike
        self._signs = signs
        self._folded = folded
        self._knows = knows
        self._read: dict[str, Words] = {}
        self._made: dict[At, OptionIndex] = {}

    def clauses(self, folded: Folded, spelled: Sequence[str]) -> tuple[Clause, ...]:
        """What a text says, clause by clause; `spelled`: its words in their usual spelling."""
        return self._signs.clauses(folded, spelled)

    def offers(self, folded: Folded) -> bool:
        """Whether choices are named and nothing is asked: "disuruh pilih sms apa email"."""
        return self._signs.offers(folded)

    def is_yes_or_no(self, clauses: Sequence[Clause]) -> bool:
        """Whether the first clause says yes or no and nothing else: "bukan, ..."."""
        return len(clauses) > 1 and self._signs.says_little(clauses[0].words)

    def says_little(self, clause: Clause) -> bool:
        """Whether a clause only agrees, denies or says when: "sudah"."""
        return self._signs.says_little(clause.words)

    def tells_whether(self, clauses: Sequence[Clause]) -> bool:
        """Whether only of one thing it is told that there is some or none: "kartu gak punya"."""
        bare = {word.removeprefix(NOT) for clause in clauses for word in clause.words} - {
            "",
            BEFORE,
        }
        things = {word for word in bare if not self._signs.goes_along(NOT + word)}
        return len(things) <= 1 and (things < bare or not things)

    def denies_all(self, clause: Clause, title: str) -> bool:
        """Whether all that is said is that the matter of a title does not go: "gak bisa masuk"."""
        matter = {f"{NOT}{word}" for word in self._words(title)}
        besides = {word for word in clause.words if word not in matter}
        return besides < set(clause.words) and all(map(self._signs.goes_along, besides))

    def limits(self, folded: Folded) -> bool:
        """Whether only something else is possible: "bisanya hari minggu"."""
        return self._signs.limits(folded)

    def not_yet(self, folded: Folded) -> bool:
        """Whether something will only be so later: "baru jadi minggu depan"."""
        return self._signs.not_yet(folded)

    def nothing_wrong(self, clauses: Sequence[Clause]) -> bool:
        """Whether the first clause says that nothing is wrong: "gak ada yang salah"."""
        return bool(clauses) and self._signs.nothing_wrong(clauses[0].words)

    def of(self, at: At) -> OptionIndex | None:
        """The options of a question; None where there is none."""
        found = self._made.get(at)
        if found is None and at in self._steps:
            step = self._steps[at]
            told = {key: [self._words(way) for way in self._told(at, key)] for key in step.options}
            others = [self._words(text) for text in self._seen(step)]
            heads = {key: self._head(step.options[key]) for key in step.options}
            found = self._made[at] = OptionIndex(
                told,
                others,
                self._rarity,
                self._knows,
                {key: head for key, head in heads.items() if head},
                self._signs.jarring,
                self._signs.bought,
                [self._words(way) for ways in step.leans.values() for way in ways],
            )
        return found

    def read_ways(self) -> None:
        """Reads all ways of saying all options now: at the first question it takes a moment."""
        _ = self._rarity

    def _head(self, label: str) -> Words:
        """What a label of two clauses says first: "Ada, tetapi sinyal sulit"; not "Ya, ..."."""
        folded = self._folded(_PLACEHOLDER.sub(" ", label))
        first, *rest = self._signs.clauses(folded)
        bare = first.denies or first.words == (YES,)
        return first.words if rest and not bare and EITHER not in folded.split() else ()

    @cached_property
    def _rarity(self) -> Rarity:
        options = ((at, key) for at, step in self._steps.items() for key in step.options)
        return Rarity([[self._words(way) for way in self._said(at, key)] for at, key in options])

    def _told(self, at: At, key: str) -> Iterator[str]:
        yield from self._said(at, key)
        yield from self._alike.get(at, {}).get(key, ())

    def _said(self, at: At, key: str) -> Iterator[str]:
        yield _PLACEHOLDER.sub(" ", self._steps[at].options[key])
        yield key.replace("_", " ")
        yield from self._ways.get(at, {}).get(key, ())
        yield from self._steps[at].leans.get(key, ())

    def _seen(self, step: Ask) -> Iterator[str]:
        for name in step.troubles:
            trouble = self._troubles.get(name)
            if trouble is not None:
                yield trouble.label
                yield from trouble.seen

    def _words(self, written: str) -> Words:
        found = self._read.get(written)
        if found is None:
            found = self._read[written] = self._signs.read(self._folded(written))
        return found
