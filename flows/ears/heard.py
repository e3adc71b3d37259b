"""What was heard: one typed text with all that is understood in it, each thing at most once."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Final, Protocol

from flows.content.named import Matter
from flows.ears.awaiting import Awaiting
from flows.ears.calo import CaloCheck, Verdict
from flows.ears.commands import Commands
from flows.ears.correcting import Correction, Corrections
from flows.ears.facts_in_text import Fact, FactFinder
from flows.ears.grief import Grief, Mourning
from flows.ears.mood import Mood, Moods
from flows.ears.options import NOT, Clause, OptionBook
from flows.ears.recognise import Recognised, Recogniser
from flows.ears.repeated import Repeated
from flows.ears.returning import Returning
from flows.ears.search import Ranking, Search
from flows.language.asking import Asking
from flows.language.choices import Choices
from flows.language.dates import Dates, Tense
from flows.language.labels import Said
from flows.language.money import Money
from flows.language.normalise import Normaliser, Stems
from flows.language.quantities import Measure, Quantities
from flows.language.understanding import Folded, Unclear, Understood, fold
from flows.language.wordlist import At

LONG: Final = 1000
"""Characters; a longer text that is not understood is asked for again, shorter."""

MOST_QUESTIONS: Final = 4
"""More of them are a story."""

_QUESTIONS: Final = re.compile(r"[?\n;]+")

FEW_WORDS: Final = 3
"""At a question, so short a text is rather an answer to it than a question of its own."""


class Hearing(Protocol):
    """What a text is heard with: `flows.ears.Ears`."""

    normaliser: Normaliser
    search: Search
    asking: Asking
    choices: Choices
    quantities: Quantities
    options: OptionBook
    dates: Dates
    money: Money
    moods: Moods
    commands: Commands
    corrections: Corrections
    screens: Recogniser
    facts: FactFinder
    calo: CaloCheck
    grief: Grief
    awaiting: Awaiting
    repeated: Repeated
    returning: Returning

    @property
    def ways(self) -> Mapping[At, Mapping[str, Sequence[str]]]:
        """Guide and step → option → further ways of saying it."""
        ...

    def labelled(self, text: str) -> Sequence[str]:
        """The words of a label or a way of saying an option, in their usual spelling."""
        ...

    def said_at(self, guide: str, step: str) -> frozenset[frozenset[str]]:
        """The content words of each way of answering a step."""
        ...


@dataclass(frozen=True, eq=False)
class Heard:
    """A text (masked) and how it came; everything else is read from it at first need.

    The same text, ears and day always give the same. `masked` names what was masked in it,
    `message_id` is 0 where there is no message. `written`: the day it was written, if not that.
    """

    text: str
    ears: Hearing
    today: date
    masked: frozenset[str] = frozenset()
    forwarded: bool = False
    message_id: int = 0
    written: date | None = None
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
        if not self.spelled:
            return False
        return any(word.startswith(NOT) for clause in self.clauses for word in clause.words)

    @cached_property
    def measures(self) -> tuple[Measure, ...]:
        """The numbers it tells, with what they count."""
        return self.ears.quantities.read(self.folded)

    @cached_property
    def is_question(self) -> bool:
        """Whether several words ask something."""
        return self.ears.asking.is_question(self.folded)

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
        """What it takes back."""
        return self.ears.corrections.read(self.folded)

    @cached_property
    def topics(self) -> Ranking:
        """The topics it may be about."""
        return self.ears.search.ask(self.spelled, self.stems)

    @cached_property
    def questions(self) -> tuple[Heard, ...]:
        """Its questions, where it asks more than one: "10 persen? pajaknya? berapa lama?"."""
        pieces = [piece.strip() for piece in _QUESTIONS.split(self.text)]
        asked = [piece for piece in pieces if any(map(str.isalpha, piece))]
        if len(asked) < 2 or len(asked) > MOST_QUESTIONS or self.is_long:
            return ()
        return tuple(replace(self, text=piece) for piece in asked)

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
    def grief(self) -> bool:
        """Whether somebody is said to have died."""
        return self.ears.grief.told(self.folded, self.spelled)

    @cached_property
    def kin(self) -> str | None:
        """What the writer is to the one who has died: an option of the family's guide."""
        return self.ears.grief.kin(self.folded, self.spelled)

    @cached_property
    def mourning(self) -> Mourning:
        """What somebody in grief says besides."""
        return self.ears.grief.besides(self.folded, self.spelled)

    @cached_property
    def awaits(self) -> bool:
        """Whether it is complained that money does not come."""
        return self.ears.awaiting.told(self.folded, self.spelled)

    @cached_property
    def tried_often(self) -> bool:
        """Whether something was tried more than once."""
        return self.ears.repeated.often(self.folded, self.spelled)

    @property
    def comes_back(self) -> bool:
        """Whether somebody comes back to what was begun, and says nothing else."""
        return self.ears.returning.told(self.spelled)

    @property
    def at_a_step(self) -> bool:
        """Whether it is said how far somebody has come."""
        return self.ears.returning.at_a_step(self.spelled)

    @property
    def tried_in_vain(self) -> bool:
        """Whether it is said that it failed."""
        return self.ears.repeated.failed(self.spelled)

    @property
    def matter(self) -> Matter | None:
        """What was tried, where it is named."""
        return self.ears.repeated.matter(self.spelled)

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """The answers to `cek-hak` that it gives."""
        return self.ears.facts.facts(self.folded, self.spelled, self.said_on)

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
        if self.folded.endswith("?") or self.is_question:
            return False
        return self.length <= FEW_WORDS

    @property
    def is_elsewhere(self) -> bool:
        """Though no topic answers it, a matter of its own: long, or of another field."""
        return self.is_long or self.topics.elsewhere
