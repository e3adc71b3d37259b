"""Everything the bot listens with, built once for one content: free text in, meaning out.

A text is heard once (`Ears.hear`); what comes back is handed to everybody who listens.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final

from flows.content.calo import CaloSheet
from flows.content.guide import Guide, Topic, Trouble
from flows.content.numbers import Numbers
from flows.ears import (
    awaiting,
    commands,
    correcting,
    grief,
    repeated,
    returning,
)
from flows.ears.awaiting import Awaiting
from flows.ears.commands import Commands
from flows.ears.correcting import Corrections
from flows.ears.facts import doubtful, in_text
from flows.ears.facts.ages import Ages
from flows.ears.facts.doubtful import Doubtful
from flows.ears.facts.in_text import FactFinder
from flows.ears.grief import Grief
from flows.ears.heard import Heard
from flows.ears.manner import (
    caption,
    curious,
    failing,
    holding_on,
    leaning,
    mood,
    needs,
    officer,
    onward,
    queueing,
    ruled_out,
    thanks,
    unsettled,
)
from flows.ears.manner.manners import Manners
from flows.ears.manner.mood import Moods
from flows.ears.options import ALIKE, OptionBook, Signs, Ways, retelling, said_alike, signed
from flows.ears.repeated import Repeated
from flows.ears.returning import Returning
from flows.ears.swindles import demands, given, proper, swindle, tricks, trust
from flows.ears.swindles.calo import CaloCheck
from flows.ears.topics import search
from flows.ears.topics.recognise import Recogniser
from flows.ears.topics.search import Search
from flows.guard import vocabulary
from flows.language import asking, choices, mending, numerals
from flows.language.amounts import money
from flows.language.amounts.money import Money
from flows.language.asking import Asking
from flows.language.choices import Choices
from flows.language.counts import quantities
from flows.language.counts.quantities import Quantities
from flows.language.dates import Dates
from flows.language.days import time_words
from flows.language.mending import Mending
from flows.language.numerals import Numerals
from flows.language.people import holder, kinship, whose
from flows.language.people.holder import Holders
from flows.language.people.kinship import Kinship
from flows.language.people.whose import Whose
from flows.language.understanding import Folded
from flows.language.wordlist import At, Part, WordList
from flows.rights.cek_hak import GUIDE

__all__ = ["OPPOSED", "PARTS", "Ears", "Heard"]

PARTS: Final[tuple[Part, ...]] = (
    *search.PARTS,
    mood.PART,
    mood.FOREIGN,
    commands.PART,
    correcting.PART,
    mending.PART,
    Part("fakta", kind="choices"),
    doubtful.PART,
    choices.PART,
    choices.AGREEING,
    signed.PART,
    retelling.PART,
    ALIKE,
    quantities.PART,
    whose.PART,
    holder.PART,
    kinship.PART,
    numerals.PART,
    time_words.PART,
    time_words.FEAST_PART,
    money.PART,
    asking.PART,
    in_text.PART,
    demands.PART,
    given.PART,
    proper.PART,
    swindle.PART,
    tricks.PART,
    trust.PART,
    grief.PART,
    awaiting.PART,
    officer.PART,
    failing.PART,
    thanks.PART,
    curious.PART,
    onward.PART,
    holding_on.PART,
    queueing.PART,
    ruled_out.PART,
    leaning.PART,
    unsettled.PART,
    caption.PART,
    needs.PART,
    repeated.PART,
    returning.PART,
    Part("kata_kantor", kind="list"),
    vocabulary.PART,
)
"""Every part of words.yaml, as its reader needs it; ``bot.py check`` compares both ways."""

OPPOSED: Final = (
    (("bidang",), ("tetangga",)),
    (("bidang",), ("luar_topik",)),
    (("bidang",), ("kata_umum",)),
    (("luar_topik",), ("kata_umum",)),
    (("jawaban", "menyangkal"), ("jawaban", "pengisi")),
    (("jawaban", "menyangkal"), ("jawaban", "selesai")),
    (("jawaban", "selesai"), ("jawaban", "pengisi")),
    (("uang", "lebih"), ("uang", "kurang")),
    (("tanda", "saldo"), ("tanda", "bukan_saldo")),
)
"""Groups that exclude each other: no word may stand in both."""


class Ears:
    """Search, moods, commands, screens of JMO, facts and broker flags, all with one reader.

    `ways`: guide and step → option → further ways of saying it.
    """

    def __init__(
        self,
        topics: Mapping[str, Topic],
        troubles: Mapping[str, Trouble],
        words: WordList,
        sheet: CaloSheet | None,
        numbers: Numbers,
        guides: Iterable[Guide] = (),
    ) -> None:
        self.search = Search(topics, words)
        self.normaliser = self.search.normaliser
        own = _own_ways(words)
        alike = said_alike(words, guides, own)
        self.ways = _joined(own, alike)
        count = Numerals(words)
        self.asking = Asking(words)
        self.choices = Choices(words, count)
        self.quantities = Quantities(words, count)
        signs = Signs(words, self.normaliser)
        self.options = OptionBook(
            guides, troubles, own, alike, signs, self._folded, self.search.knows
        )
        self.dates = Dates(words)
        self.money = Money(words, count)
        self.moods = Moods(words, self.normaliser)
        self.commands = Commands(words, self.normaliser)
        self.corrections = Corrections(words)
        self.mending = Mending(words, count)
        self.whose = Whose(words)
        self.holders = Holders(words, self.whose)
        self.kinship = Kinship(words)
        self.doubtful = Doubtful(words)
        self.screens = Recogniser(troubles, self.normaliser)
        self.ages = Ages(words, numbers, count)
        self.facts = FactFinder(words, self.normaliser, self.dates, self.money, self.ages)
        self.calo = CaloCheck(sheet.model_dump() if sheet else {}, words, self.normaliser)
        self.grief = Grief(words, self.normaliser)
        self.awaiting = Awaiting(words, self.normaliser)
        self.manners = Manners(words, self.normaliser)
        self.repeated = Repeated(words, self.normaliser)
        self.returning = Returning(words, self.normaliser)
        self._said: dict[At, frozenset[frozenset[str]]] = {}

    def _folded(self, written: str) -> Folded:
        return self.choices.label(written).folded

    def hear(
        self,
        text: str,
        today: date,
        *,
        masked: frozenset[str] = frozenset(),
        forwarded: bool = False,
        message_id: int = 0,
        written: date | None = None,
    ) -> Heard:
        """A (masked) text with all that is understood in it.

        written: the day it was written, from which "kemarin" counts; today, unless it is earlier.
        """
        said_on = min(written or today, today)
        return Heard(text, self, today, masked, forwarded, message_id, said_on)

    def labelled(self, text: str) -> Sequence[str]:
        """The words of a label or a way of saying an option, in their usual spelling."""
        return self.normaliser.spelled(self.choices.label(text).folded)

    def said_at(self, guide: str, step: str) -> frozenset[frozenset[str]]:
        """The content words of each way of answering a step; read at first need."""
        found = self._said.get((guide, step))
        if found is None:
            listed = self.ways.get((guide, step), {}).values()
            spelled = (self.labelled(way) for ways in listed for way in ways)
            cores = (frozenset(self.normaliser.stemmed(words).content) for words in spelled)
            found = self._said[guide, step] = frozenset(core for core in cores if core)
        return found


def _own_ways(words: WordList) -> Ways:
    """What a step lists itself, after what says the same anywhere."""
    ways: dict[At, dict[str, Sequence[str]]] = {
        (GUIDE, step): dict(options) for step, options in words.facts.items()
    }
    return _joined(ways, words.said)


def _joined(first: Ways, then: Ways) -> Ways:
    joined = {at: dict(options) for at, options in first.items()}
    for at, options in then.items():
        known = joined.setdefault(at, {})
        for option, said in options.items():
            known[option] = (*known.get(option, ()), *said)
    return joined
