"""What a text shows of who writes, besides what it is about: a person wanted, something failing
without a name, thanks, a caption, a need. Each reader stands in a file of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from flows.ears.manner.caption import Captions
from flows.ears.manner.curious import Curious
from flows.ears.manner.failing import Failing
from flows.ears.manner.holding_on import HoldingOn
from flows.ears.manner.leaning import Leaning
from flows.ears.manner.needs import Needs
from flows.ears.manner.officer import Officers
from flows.ears.manner.onward import Onward
from flows.ears.manner.queueing import Queueing
from flows.ears.manner.ruled_out import RuledOut
from flows.ears.manner.thanks import Thanks
from flows.ears.manner.unsettled import Unsettled
from flows.language.normalise import Normaliser
from flows.language.understanding import Folded
from flows.language.wordlist import WordList

_LAST: Final = 3
"""Words at the end of a text among which "ga ya bu" stands."""

_SOFTENING: Final = frozenset({"ya", "sih", "pak", "bu", "kak", "min", "mas", "mbak"})


@dataclass(frozen=True)
class Manner:
    """The manner of one text; each thing is read when somebody asks for it.

    asks: whether the text is a question.
    """

    readers: Manners
    folded: Folded
    spelled: Sequence[str]
    asks: bool

    @cached_property
    def wants_person(self) -> bool:
        """A person is wanted rather than the bot."""
        return self.readers.officers.wanted(self.spelled)

    @cached_property
    def blames_us(self) -> bool:
        """The bot is complained of."""
        return self.readers.officers.blamed(self.spelled)

    @cached_property
    def asks_who(self) -> bool:
        """It is asked who answers here, a person or a machine."""
        return self.readers.curious.who(self.spelled)

    @cached_property
    def asks_why(self) -> bool:
        """It is asked what a question of ours is for."""
        return self.readers.curious.why(self.spelled)

    @cached_property
    def asks_on(self) -> bool:
        """It is only asked what comes next."""
        return self.readers.onward.asked(self.spelled)

    @cached_property
    def holds_on(self) -> bool:
        """Only a moment is asked for."""
        return self.readers.holding_on.asked(self.spelled)

    @cached_property
    def asks_of_wait(self) -> bool:
        """Of somebody who waits for an officer: it is asked when one comes, and nothing else."""
        return self.readers.queueing.asked(self.spelled)

    @cached_property
    def asks_of_channel(self) -> bool:
        """It is asked whether JMO will do, and nothing else."""
        return self.readers.leaning.of_channel(self.spelled, asks=self._asks_somehow)

    @cached_property
    def asks_of_portion(self) -> bool:
        """It is asked how much may be taken, without of what."""
        return self.readers.leaning.of_portion(self.spelled, asks=self._asks_somehow)

    @cached_property
    def rules_out(self) -> bool:
        """Nothing is said but that the usual cause is not it."""
        return not self.asks and not self._marked and self.readers.ruled_out.told(self.spelled)

    @cached_property
    def fails_somehow(self) -> bool:
        """Nothing is said but that something fails."""
        return self.readers.failing.vague(self.spelled)

    @cached_property
    def takes_leave(self) -> bool:
        """It is thanks with a few words more."""
        return not self._asks_somehow and self.readers.thanks.leave(self.spelled)

    @cached_property
    def only_names(self) -> bool:
        """Under a picture, it only says what it shows."""
        return not self._marked and self.readers.captions.only_names(self.spelled)

    @cached_property
    def need(self) -> str | None:
        """What the person cannot do well, a key of `NEEDS`."""
        return self.readers.needs.of(self.folded, self.spelled)

    @property
    def whether(self) -> bool:
        """It ends on "... or not": "kantor sabtu buka ga"."""
        last = [word for word in self.spelled[-_LAST:] if word not in _SOFTENING]
        return last[-1:] == ["tidak"]

    @property
    def _asks_somehow(self) -> bool:
        return self.asks or self._marked or self.whether

    @property
    def _marked(self) -> bool:
        return self.folded.endswith("?")


class Manners:
    """The readers of one word list."""

    def __init__(self, words: WordList, normaliser: Normaliser) -> None:
        self.officers = Officers(words, normaliser)
        self.failing = Failing(words, normaliser)
        self.curious = Curious(words, normaliser)
        self.thanks = Thanks(words, normaliser)
        self.captions = Captions(words, normaliser)
        self.needs = Needs(words, normaliser)
        self.onward = Onward(words, normaliser)
        self.holding_on = HoldingOn(words, normaliser)
        self.queueing = Queueing(words, normaliser)
        self.ruled_out = RuledOut(words, normaliser)
        self.leaning = Leaning(words, normaliser)
        self.unsettled = Unsettled(words, normaliser)

    def of(self, folded: Folded, spelled: Sequence[str], *, asks: bool) -> Manner:
        """The manner of a text; `asks`: whether it is a question."""
        return Manner(self, folded, spelled, asks)
