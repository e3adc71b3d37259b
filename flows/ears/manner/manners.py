"""What a text shows of who writes, besides what it is about: a person wanted, something failing
without a name, thanks, a caption, a need. Each reader stands in a file of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flows.ears.manner.caption import Captions
from flows.ears.manner.failing import Failing
from flows.ears.manner.needs import Needs
from flows.ears.manner.officer import Officers
from flows.ears.manner.thanks import Thanks
from flows.language.normalise import Normaliser
from flows.language.understanding import Folded
from flows.language.wordlist import WordList


@dataclass(frozen=True, slots=True)
class Manner:
    """`wants_person`: a person is wanted rather than the bot, `blames_us`: the bot is complained
    of. `fails_somehow`: nothing is said but that something fails. `takes_leave`: it is thanks with
    a few words more. `only_names`: under a picture, it only says what it shows. `need`: what the
    person cannot do well, a key of `NEEDS`."""

    wants_person: bool = False
    blames_us: bool = False
    fails_somehow: bool = False
    takes_leave: bool = False
    only_names: bool = False
    need: str | None = None


class Manners:
    """The readers of one word list."""

    def __init__(self, words: WordList, normaliser: Normaliser) -> None:
        self.officers = Officers(words, normaliser)
        self.failing = Failing(words, normaliser)
        self.thanks = Thanks(words, normaliser)
        self.captions = Captions(words, normaliser)
        self.needs = Needs(words, normaliser)

    def of(self, folded: Folded, spelled: Sequence[str], *, asks: bool) -> Manner:
        """The manner of a text; `asks`: whether it is a question."""
        marked = folded.endswith("?")
        return Manner(
            wants_person=self.officers.wanted(spelled),
            blames_us=self.officers.blamed(spelled),
            fails_somehow=self.failing.vague(spelled),
            takes_leave=not (asks or marked) and self.thanks.leave(spelled),
            only_names=not marked and self.captions.only_names(spelled),
            need=self.needs.of(folded, spelled),
        )
