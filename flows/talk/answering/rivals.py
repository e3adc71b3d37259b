"""What else a text at a question may be about: a trouble or a topic, beside its options."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from flows.ears import Heard
from flows.ears.options import OptionIndex
from flows.ears.options.weigh import OUTRIGHT, SURE, Weighed
from flows.talk.answering.choice import NONE, Choice

OTHER: Final = 0.5
"""How like a trouble of the question a text has to be, and liker than any option, to be about it.
"""

FURTHER: Final = 0.2
"""How much liker it has to be where there is more than one option."""

PLAIN: Final = 0.7
"""From this likeness to an option on no topic is looked for."""

ASKED: Final = 0.4
"""From this likeness on an option is asked about rather than a topic shown that is not sure."""

BEATS: Final = 0.95
LIKELY: Final = 0.6
"""Chance of a topic from which it answers instead of an option taken, and instead of asking."""


def is_trouble(heard: Heard, index: OptionIndex, said: Weighed) -> bool:
    """Whether a trouble of the question is liker than any option, or another one is surely told."""
    several = len(index.keys) > 1
    if said.overcome:
        return False
    if said.other > max(said.likeness + several * FURTHER, OTHER):
        return True
    enough = PLAIN if several and len(said.sure) == 1 and said.other < OTHER else OUTRIGHT
    return bool(heard.troubles) and heard.troubles[0].sure and said.likeness < enough


def leaning(heard: Heard, index: OptionIndex, choice: Choice, likeness: float) -> Choice:
    """What leans to one of several options is asked about though a topic or a trouble is nearer."""
    states = not heard.asks
    # Word by word what a trouble is said with, and only a little like an option.
    told = bool(heard.troubles) and heard.troubles[0].likeness >= OUTRIGHT and likeness < SURE
    if len(index.keys) < 2 or not states or likeness < ASKED or told:
        return NONE
    return Choice(near=(choice.taken,) if choice.taken else choice.near)


def unless_topic(heard: Heard, index: OptionIndex, choice: Choice, likeness: float) -> Choice:
    """A topic answers only where it is clearly nearer than the options."""
    if likeness >= PLAIN:
        return choice
    topics = heard.topics
    chance = topics.top[0].chance if topics.top and topics.act == "answer" else 0.0
    plain = choice.taken or likeness >= ASKED or not heard.is_question
    beaten = BEATS if plain else LIKELY
    if chance < beaten or heard.length <= 2:
        return choice
    return replace(leaning(heard, index, choice, likeness), faint=True)
