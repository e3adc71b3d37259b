"""Words beside which an option is only asked about, or not meant at all: of "yang sulung sudah
nikah" nobody knows whether all children are of age.

The words are content: `beside`, `never` and `despite` of a step.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from flows.content.guide import Ask
from flows.ears import Heard
from flows.ears.options import OptionIndex
from flows.ears.options.signed import INSTEAD
from flows.ears.options.weigh import CONFLICT
from flows.talk.answering.choice import NONE, Choice

_PAUSES: Final = re.compile(r"[^\w%]+")


def with_regard(step: Ask, heard: Heard, choice: Choice, index: OptionIndex | None) -> Choice:
    """The option as far as the words beside it let it be meant."""
    keys = (choice.taken,) if choice.taken else choice.near
    if not (step.beside or step.never) or not keys:
        return choice
    said = {f" {' '.join(heard.spelled)} ", f" {' '.join(_PAUSES.sub(' ', heard.folded).split())} "}
    kept = tuple(key for key in keys if not _any_of(step.never.get(key, ()), step, key, said))
    if kept != keys:
        others = tuple(key for key in step.options if key not in keys) if _says_not(heard) else ()
        return Choice(near=kept or others) if kept or others else NONE
    taken = choice.taken
    if taken is None or not _any_of(step.beside.get(taken, ()), step, taken, said):
        return choice
    return Choice(near=(taken, *_likely(heard, index, taken))[:2])


def _says_not(heard: Heard) -> bool:
    """Whether all that is said is what somebody or something is not: "bukan kontrak"."""
    return INSTEAD in heard.spelled and all(clause.denies for clause in heard.clauses)


def _any_of(words: Iterable[str], step: Ask, key: str, said: Iterable[str]) -> bool:
    """Whether one of these words is said, and none that settles it all the same."""
    return _says(words, said) and not _says(step.despite.get(key, ()), said)


def _says(words: Iterable[str], said: Iterable[str]) -> bool:
    return any(f" {word} " in each for word in words for each in said)


def _likely(heard: Heard, index: OptionIndex | None, taken: str) -> tuple[str, ...]:
    """What else is said as plainly: "HP ada, kuota tidak ada"."""
    ranks = (index.rank(clause.words)[0] for clause in heard.clauses) if index else ()
    return tuple(
        each.key
        for each in ranks
        if each.key != taken and each.likeness >= CONFLICT and not each.denied
    )
