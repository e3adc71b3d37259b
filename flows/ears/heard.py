"""What was heard: one typed text with all that is understood in it, each thing at most once."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Final

from flows.ears.correcting import Correction
from flows.ears.doubtful import Pair
from flows.ears.facts_in_text import Fact
from flows.ears.grief import Mourning
from flows.ears.hearing import Hearing
from flows.ears.manner.manners import Manner
from flows.ears.manner.mood import Mood
from flows.ears.options import Clause
from flows.ears.pieces import MOST_PARTS, MOST_STATEMENTS, parts_of, questions_of
from flows.ears.repeated import Tried
from flows.ears.swindles.calo import Verdict
from flows.ears.topics.recognise import Recognised
from flows.ears.topics.search import Ranking
from flows.language.counts.measure import Measure
from flows.language.dates import Tense
from flows.language.labels import Said
from flows.language.normalise import Stems
from flows.language.people.holder import named_as
from flows.language.people.whose import ME, Told, of
from flows.language.understanding import Folded, Unclear, Understood, fold

LONG: Final = 1000
"""Characters; a longer text that is not understood is asked for again, shorter."""

FEW_WORDS: Final = 3
"""At a question, so short a text is rather an answer to it than a question of its own."""


@dataclass(frozen=True, eq=False)
class Heard:
    """A text (masked) and how it came; everything else is read from it at first need.

    The same text, ears and day always give the same. `masked` names what was masked in it,
    `message_id` is 0 where there is no message. `written`: the day it was written, if not that.
    `holder`: whose savings it is written for, where that is not the writer.
    """

    text: str
    ears: Hearing
    today: date
    masked: frozenset[str] = frozenset()
    forwarded: bool = False
    message_id: int = 0
    written: date | None = None
    holder: str = ""
    _read: dict[Folded, Heard] = field(default_factory=dict, init=False, repr=False)
    _days: dict[Tense, Understood[date] | Unclear] = field(
        default_factory=dict, init=False, repr=False
    )

    @cached_property
    def folded(self) -> Folded:
        """Lower case, one space between words, nothing invisible: what every reader takes."""
        return fold(self.text)

    @cached_property
    def spelled(self) -> tuple[str, ...]:
        """Its words in their usual spelling, typing mistakes corrected, phrases joined."""
        return self.ears.normaliser.spelled(self.folded)

    @cached_property
    def stems(self) -> Stems:
        """The stems of its words."""
        return self.ears.normaliser.stemmed(self.spelled)

    @cached_property
    def said(self) -> Said:
        """The text as an answer among options."""
        return self.ears.choices.read(self.folded)

    @property
    def said_on(self) -> date:
        """The day its words count from: the one it was written on."""
        return self.written or self.today

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
    def goes_on(self) -> bool:
        """Whether it goes on from what was said: "berarti ...", "kalau ...", a question."""
        begins = self.ears.asking.begins_on(self.folded)
        return self.folded.endswith("?") or begins or self.is_question

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
    def mended(self) -> Heard:
        """The same without what its own words take back: "5 september, eh 5 oktober"."""
        return self._with(self.ears.mending.read(self.folded))

    @cached_property
    def pieces(self) -> tuple[Told, ...]:
        """Its pieces, each with whom it is told of."""
        return self.ears.whose.told(self.folded, of_another=bool(self.holder))

    @property
    def member(self) -> frozenset[str | None]:
        """Of whom what is told is told of the member: the writer, or who they write for."""
        return frozenset({None, *(named_as(self.holder) if self.holder else (ME,))})

    @cached_property
    def others(self) -> frozenset[str]:
        """Other people than the member of whom something is told."""
        return frozenset(
            each.who for each in self.pieces if each.who and each.who not in self.member
        )

    @cached_property
    def own(self) -> Heard | None:
        """What is told of the member; None where all of it is told of others."""
        return self.told_of(self.member)

    def told_of(self, who: Collection[str | None]) -> Heard | None:
        """What is told of some of the people it is about; None where that is nothing."""
        if all(each.who in who for each in self.pieces):
            return self
        text = of(self.pieces, who)
        return self._with(text) if self.ears.whose.says(text) else None

    def spelled_part(self, said: Folded) -> tuple[str, ...]:
        """The words of a part of it in their usual spelling."""
        return self._with(said).spelled

    def _with(self, said: Folded) -> Heard:
        if said == self.folded:
            return self
        return self._read.setdefault(said, replace(self, text=said))

    @cached_property
    def topics(self) -> Ranking:
        """The topics it may be about."""
        return self.ears.search.ask(self.spelled, self.stems)

    @cached_property
    def parts(self) -> tuple[Heard, ...]:
        """What is said between its commas and full stops; none where that is one, or a story."""
        return self._each_of(parts_of(self.folded), MOST_PARTS)

    @cached_property
    def statements(self) -> tuple[Heard, ...]:
        """The same, cut where something else is told ("terus") as well, and of a story, too."""
        said = (each for part in parts_of(self.folded) for each in self.ears.facts.cut(part))
        return self._each_of(tuple(said), MOST_STATEMENTS)

    def _each_of(self, said: tuple[Folded, ...], most: int) -> tuple[Heard, ...]:
        return tuple(map(self._with, said)) if 1 < len(said) <= most else ()

    @cached_property
    def questions(self) -> tuple[Heard, ...]:
        """Its questions, where it asks more than one: "10 persen? pajaknya? berapa lama?"."""
        asked = () if self.is_long else questions_of(self.text)
        return tuple(replace(self, text=each) for each in asked)

    @cached_property
    def matters(self) -> tuple[Heard, ...]:
        """What it asks for one after the other, with or without question marks."""
        return tuple(replace(self, text=each) for each in self.ears.asking.matters(self.folded))

    def after(self, earlier: str) -> Heard:
        """The same words as what goes on from an earlier text."""
        return replace(self, text=f"{earlier} {self.text}")

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
            return () if own is None and self.holder else found
        return (*own.facts, *(each for each in found if each.of_death and each not in own.facts))

    @cached_property
    def doubts(self) -> Mapping[str, Pair]:
        """The steps of `cek-hak` that it answers with one of two options, nobody knows which."""
        return self.ears.doubtful.steps(self.folded)

    @cached_property
    def length(self) -> int:
        """How many words it has."""
        return len(self.folded.split())

    @property
    def quoted(self) -> str:
        """As much of it as is kept."""
        return self.text[:LONG]

    @property
    def is_long(self) -> bool:
        """Too long to be read as one question."""
        return len(self.text) > LONG

    @property
    def is_brief(self) -> bool:
        """Short enough for an answer, and asking nothing."""
        asks = self.folded.endswith("?") or self.is_question
        return self.length <= FEW_WORDS and not asks

    @property
    def is_elsewhere(self) -> bool:
        """Though no topic answers it, a matter of its own: long, or of another field."""
        return self.is_long or self.topics.elsewhere
