"""A verdict: what the officers of one office say of one statement, as it was said that day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from hashlib import sha256
from typing import Final

from flows.content.statement import Statement
from flows.library import Library
from flows.texts.html import Html


class Says(StrEnum):
    """The four answers. The words of each are the message ``meja_jawab_<value>``."""

    HOLDS = "benar"
    CHANGED = "berubah"
    DIFFERS = "beda"
    """it is otherwise at this office"""
    UNSURE = "tidak_tahu"


CONTRADICTS: Final = frozenset({Says.CHANGED, Says.DIFFERS})

LONGEST: Final = 240
"""Units of what an officer adds in a sentence."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """`digest` names the text it is about, `day` is the office's own, `sentence` says what is
    different (masked; often nothing)."""

    statement: str
    digest: str
    office: str
    says: Says
    day: date
    at: datetime
    sentence: str = ""


def wording(library: Library, statement: Statement, today: date) -> Html:
    """What a statement says to people that day: its sentence and its conditions."""
    return library.inline(statement.told(today), today)


def digest_of(library: Library, statement: Statement, today: date) -> str:
    """Names that text; another number in it makes another text."""
    return sha256(wording(library, statement, today).encode()).hexdigest()[:16]
