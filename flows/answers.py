"""Answers by name, what each stands on, and a digest of that: has it changed since?"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from typing import Final, NamedTuple

from flows.content.guide import End
from flows.content.statement import Against, Practice, Statement, Witness
from flows.library import Library
from flows.rights.standing import standing_on
from flows.texts.markup import plain

GONE: Final = "-"
"""Instead of a digest: there is no such answer any more."""

_WORD: Final = re.compile(r"\w+")


class Answer(StrEnum):
    """What kind of text an answer is. Stored, and in buttons: none is given another meaning."""

    TOPIC = "f"
    TROUBLE = "t"
    PAPER = "p"
    OUTCOME = "e"
    """named by guide and step, then by what decided for who came to it"""
    OFFER = "c"
    """the check of an offer, named by its verdict and signs, always on the same statements"""


class Named(NamedTuple):
    """An answer as a button names it: its kind, then its id."""

    kind: Answer
    name: tuple[str, ...] = ()


def read_named(args: tuple[str, ...]) -> Named | None:
    """The answer behind ``("f", "klaim-pajak")``; None for what is forged."""
    kind, *name = args or ("",)
    return Named(Answer(kind), tuple(name)) if kind in tuple(Answer) else None


def lasting(answer: Named) -> Named:
    """The answer without what was found in one conversation."""
    return Named(answer.kind) if answer.kind is Answer.OFFER else answer


class Known(NamedTuple):
    """An answer as a button calls it, and the ids of the statements it stands on."""

    label: str
    stands_on: tuple[str, ...]


def known(library: Library, answer: Named) -> Known | None:
    """None for an answer that is forged or no longer there."""
    match answer:
        case (Answer.TOPIC, (name,)) if name in library.topics:
            return Known(library.topics[name].label, library.topics[name].stands_on)
        case (Answer.TROUBLE, (name,)) if name in library.troubles:
            return Known(library.troubles[name].label, library.troubles[name].stands_on)
        case (Answer.PAPER, (name,)) if name in library.papers:
            return Known(library.papers[name].label, library.papers[name].stands_on)
        case (Answer.OUTCOME, (name, end, *beside)) if name in library.guides:
            guide = library.guides[name]
            found = next((step for step in guide.steps if step.id == end), None)
            if isinstance(found, End):
                return Known(guide.title, standing_on(found.stands_on, tuple(beside)))
        case (Answer.OFFER, name) if library.calo and (not name or name[0] in library.calo.texts):
            return Known(library.messages["tombol_cek_calo"], library.calo.stands_on)
    return None


def said(library: Library, answer: Named, today: date) -> str:
    """A digest of what an answer stands on, as it is read that day; `GONE` without the answer.

    It changes with what is said and who says it: not with a comma, a capital, an id, an order, nor
    with the day on which somebody looked again.
    """
    found = known(library, answer)
    if found is None:
        return GONE
    parts = (_said(library, each, today) for each in library.statements.those(found.stands_on))
    return hashlib.sha256("\n".join(sorted(parts)).encode()).hexdigest()[:32]


def _said(library: Library, statement: Statement, today: date) -> str:
    def words(text: str) -> str:
        shown = plain(library.inline(text, today))
        return " ".join(_WORD.findall(shown.casefold()))

    state = library.statements.state(statement, today)
    return json.dumps(
        [
            words(statement.title),
            words(statement.said(today)),
            sorted(map(words, statement.conditions)),
            sorted(_witnesses(library, statement)),
            str(statement.until),
            state if state in ("disputed", "ended") else "",
        ]
    )


def _witnesses(library: Library, statement: Statement) -> Iterator[list[str]]:
    every: Iterable[Witness] = (*statement.witnesses, *statement.against)
    for witness in every:
        at = witness.at if isinstance(witness, Practice) else None
        words = witness.says if isinstance(witness, Against) else witness.quote
        heard = (witness.name, at or "", words or "")
        spelled = [" ".join(_WORD.findall(each.casefold())) for each in heard]
        yield [
            type(witness).__name__,
            witness.date,
            library.statements.sources.kind(witness),
            *spelled,
        ]
