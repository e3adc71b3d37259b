"""What was heard: one typed text with all that is understood in it, each thing at most once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Final

from flows.ears.correcting import Correction
from flows.ears.facts.doubtful import Pair
from flows.ears.facts.in_text import Fact
from flows.ears.grief import Mourning
from flows.ears.manner.manners import Manner
from flows.ears.manner.mood import Mood
from flows.ears.options import Clause
from flows.ears.repeated import Tried
from flows.ears.swindles.calo import Verdict
from flows.ears.topics.recognise import Recognised
from flows.ears.topics.search import Ranking
from flows.ears.typed import Typed
from flows.language.counts.measure import Measure
from flows.language.dates import Tense
from flows.language.labels import Said
from flows.language.understanding import Unclear, Understood

FEW_WORDS: Final = 3
"""At a question, so short a text is rather an answer to it than a question of its own."""


@dataclass(frozen=True, eq=False)
class Heard(Typed):
    """What is understood of a text; each thing is read at first need.

    The same text, ears and day always give the same.
    """

    _days: dict[Tense, Understood[date] | Unclear] = field(
        default_factory=dict, init=False, repr=False
    )

    @cached_property
    def said(self) -> Said:
        """The text as an answer among options."""
        return self.ears.choices.read(self.folded)

    def day(self, tense: Tense) -> Understood[date] | Unclear:
        """The day it names, for a question that looks this way."""
        found = self._days.get(tense)
        if found is None:
            found = self._days[tense] = self.ears.dates.read(self.folded, self.said_on, tense)
        return found

    @cached_property
    def past_day(self) -> Understood[date] | None:
        """The past day it names, whatever happened on it ("ngajuin bulan lalu")."""
        found = self.ears.dates.find(self.folded, self.said_on, Tense.PAST, durations=True)
        return found[0] if found else None

    @cached_property
    def rupiah(self) -> Understood[int] | Unclear:
        """The amount it names."""
        return self.ears.money.read(self.folded)

    @cached_property
    def rupiah_asked(self) -> Understood[int] | Unclear:
        """The amount it names, where an amount is asked for: "15" is 15 million."""
        return self.ears.money.read(self.folded, asked=True)

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """What it says, clause by clause, every word with its sign."""
        return self.ears.options.clauses(self.folded, self.spelled)

    @property
    def denies(self) -> bool:
        """Whether something is said not to be so."""
        return bool(self.spelled) and any(clause.denies_any for clause in self.clauses)

    @cached_property
    def measures(self) -> tuple[Measure, ...]:
        """The numbers it tells, with what they count."""
        return self.ears.quantities.read(self.folded)

    @cached_property
    def is_question(self) -> bool:
        """Whether several words ask something."""
        return self.ears.asking.is_question(self.folded)

    @property
    def asks(self) -> bool:
        """Whether it asks something, or ends on a question mark whatever its words."""
        return self.is_question or self.folded.endswith("?")

    @property
    def goes_on(self) -> bool:
        """Whether it goes on from what was said: "berarti ...", "kalau ...", a question."""
        begins = self.ears.asking.begins_on(self.folded)
        return begins or self.asks

    @property
    def only_wonders(self) -> bool:
        """Whether the question in it is put to oneself, and the answer follows."""
        return self.ears.asking.only_wonders(self.folded)

    @cached_property
    def mood(self) -> Mood:
        """How it is said."""
        return self.ears.moods.of(self.folded, self.spelled)

    @cached_property
    def command(self) -> str | None:
        """The command it says, with nothing else."""
        return self.ears.commands.of(self.folded, self.spelled)

    @cached_property
    def correction(self) -> Correction | None:
        """What it takes back: "salah, maret", and "maret maksudnya", too."""
        found = self.ears.corrections.read(self.folded)
        if found is None or found.instead or self.mended is self:
            return found
        return replace(found, instead=self.mended.folded)

    @cached_property
    def topics(self) -> Ranking:
        """The topics it may be about."""
        return self.ears.search.ask(self.spelled, self.stems)

    @cached_property
    def troubles(self) -> tuple[Recognised, ...]:
        """The screens of JMO it may describe, likeliest first."""
        return self.ears.screens.rank(self.stems)

    @cached_property
    def verdict(self) -> Verdict:
        """The flags of a broker's offer in it."""
        return self.ears.calo.check(self.folded, self.spelled)

    @cached_property
    def mourning(self) -> Mourning:
        """What it says of a death."""
        return self.ears.grief.of(self.folded, self.spelled)

    @cached_property
    def awaits(self) -> bool:
        """Whether it is complained that money does not come."""
        return self.ears.awaiting.told(self.folded, self.spelled)

    @cached_property
    def manner(self) -> Manner:
        """What it shows of who writes, besides what it is about."""
        return self.ears.manners.of(self.folded, self.spelled, asks=self.is_question)

    @cached_property
    def tried(self) -> Tried:
        """What it tells of tries: how often, in vain, what."""
        return self.ears.repeated.of(self.folded, self.spelled)

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """The answers to `cek-hak` that it gives: the speaker's own, where others are told of, too.

        Who has died is told of somebody else, and counts.
        """
        mended, own = self.mended, self.mended.own
        told = self.ears.facts.facts(mended.folded, mended.spelled_part, self.said_on)
        found = tuple(fact for fact in told if fact.step not in self.doubts)
        if own is None or own is mended or not found:
            if own is None and self._of_outsiders:
                return tuple(each for each in found if each.of_death)
            return () if own is None and self.holder else found
        return (*own.facts, *(each for each in found if each.of_death and each not in own.facts))

    @property
    def _of_outsiders(self) -> bool:
        """Whether it is told of friends and neighbours alone, for whom nobody claims."""
        return bool(self.others) and self.others.isdisjoint(self.ears.whose.family)

    @cached_property
    def doubts(self) -> Mapping[str, Pair]:
        """The steps of `cek-hak` that it answers with one of two options, nobody knows which."""
        return self.ears.doubtful.steps(self.folded)

    @property
    def is_brief(self) -> bool:
        """Short enough for an answer, and asking nothing."""
        return self.length <= FEW_WORDS and not self.asks

    @property
    def is_elsewhere(self) -> bool:
        """Though no topic answers it, a matter of its own: long, or of another field."""
        return self.is_long or self.topics.elsewhere
