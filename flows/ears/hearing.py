"""What a text is heard with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from flows.ears.awaiting import Awaiting
from flows.ears.commands import Commands
from flows.ears.correcting import Corrections
from flows.ears.facts.ages import Ages
from flows.ears.facts.doubtful import Doubtful
from flows.ears.facts.in_text import FactFinder
from flows.ears.grief import Grief
from flows.ears.manner.manners import Manners
from flows.ears.manner.mood import Moods
from flows.ears.options import OptionBook
from flows.ears.repeated import Repeated
from flows.ears.returning import Returning
from flows.ears.swindles.calo import CaloCheck
from flows.ears.topics.recognise import Recogniser
from flows.ears.topics.search import Search
from flows.language.amounts.money import Money
from flows.language.asking import Asking
from flows.language.choices import Choices
from flows.language.counts.quantities import Quantities
from flows.language.dates import Dates
from flows.language.mending import Mending
from flows.language.normalise import Normaliser
from flows.language.people.holder import Holders
from flows.language.people.kinship import Kinship
from flows.language.people.whose import Whose
from flows.language.wordlist import At


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
    mending: Mending
    whose: Whose
    holders: Holders
    kinship: Kinship
    doubtful: Doubtful
    screens: Recogniser
    ages: Ages
    facts: FactFinder
    calo: CaloCheck
    grief: Grief
    repeated: Repeated
    awaiting: Awaiting
    manners: Manners
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
