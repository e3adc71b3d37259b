"""One thing that holds, with its evidence: ``content/statements/<id>.md``.

Everything said to people stands on statements and quotes nothing else: a text lists their ids, a
value of a number names one, so that what is said, who says so and how it was checked live once.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cached_property
from typing import Annotated, Final, Literal, Self
from zlib import crc32

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from flows.content.guide import Content, Day
from flows.content.visible import Seen, Visible

STATEMENT_ID: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")
"""With a hyphen, so that ``{paklaring-bukan-wajib}`` in a text is never taken for a number."""

CheckedHow = Literal["resmi", "salinan", "telepon", "petugas", "belum", "kami"]
"""How a statement was checked: the live official page opened, a stored copy read, 175 rung, an
officer asked; `belum`: it stands only here; `kami`: it is about this assistant itself."""

PERIODS: Final[dict[CheckedHow, int]] = {
    "resmi": 365,
    "telepon": 365,
    "petugas": 365,
    "salinan": 365,
    "belum": 180,
    "kami": 730,
}
"""For how many days a check counts, at the most."""

SPREAD: Final = 0.25
"""By how much of the period at most a check counts for less: they run out a few at a time."""

_SOURCE_DATE: Final = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_REST: Final = {len("2026"): "-01-01", len("2026-11"): "-01"}


def first_day(written: str) -> date:
    """The first day of a source's date: "2022" is 1 January 2022. Raises ValueError."""
    return date.fromisoformat(written + _REST.get(len(written), ""))


def _source_date(written: str) -> str:
    try:
        if _SOURCE_DATE.fullmatch(written):
            first_day(written)
            return written
    except ValueError:
        pass
    raise PydanticCustomError("source_date", "not a year, month or day")


SourceDate = Annotated[str, AfterValidator(_source_date)]
"""The day a source speaks of, as exact as it is known: 2022, 2022-04 or 2022-04-26."""

Quote = Annotated[str, Field(max_length=160), Visible]
"""The words of the source themselves."""


class Law(Content):
    """What a rule says. `article` is missing where the whole act is meant."""

    act: Seen
    article: Seen | None = None
    date: SourceDate
    quote: Quote | None = None
    link: Seen | None = None

    @property
    def name(self) -> str:
        """The act with its article."""
        return f"{self.act} {self.article}" if self.article else self.act


class Practice(Content):
    """Who says how it is done: an office or role, never a private person; `at`: the medium."""

    who: Seen
    at: Seen | None = None
    date: SourceDate
    quote: Quote | None = None
    link: Seen | None = None

    @property
    def name(self) -> str:
        """Who says so."""
        return self.who


class Against(Content):
    """Who says otherwise, and what."""

    who: Seen
    says: Seen
    date: SourceDate
    link: Seen | None = None

    @property
    def name(self) -> str:
        """Who says otherwise."""
        return self.who


Witness = Law | Practice | Against
"""Who speaks for or against a statement."""


class Statement(Content):
    """What holds: `body`, a sentence that can be read by itself.

    `conditions` are sentences that belong to it: for whom, from when, unless. `until` is the last
    day of what is temporary, `after` the sentence that holds afterwards. `ask`: who can confirm it.
    `only_at`: the one office it is about, where it says nothing of others.
    """

    id: str
    title: Annotated[str, Field(max_length=48), Visible]
    body: str
    law: tuple[Law, ...] = ()
    practice: tuple[Practice, ...] = ()
    against: tuple[Against, ...] = ()
    conditions: tuple[Seen, ...] = ()
    checked_on: Day
    checked_how: CheckedHow
    ask: Seen
    until: Day | None = None
    after: Seen | None = None
    only_at: Seen | None = None

    @model_validator(mode="after")
    def _ends_whole(self) -> Self:
        if (self.until is None) != (self.after is None):
            raise PydanticCustomError("half_an_end", "until without after, or after without until")
        return self

    @property
    def witnesses(self) -> tuple[Law | Practice, ...]:
        """Who says so: the rule first."""
        return (*self.law, *self.practice)

    @cached_property
    def due(self) -> date:
        """The last day on which its check counts, another one for each statement."""
        return self.lasts(self.checked_on, self.checked_how)

    def lasts(self, checked_on: date, how: CheckedHow) -> date:
        """The last day on which a check of it counts that was made then, in this way."""
        period = PERIODS[how]
        less = crc32(self.id.encode()) % max(1, int(period * SPREAD))
        return checked_on + timedelta(days=period - less)

    def has_ended(self, today: date) -> bool:
        """Whether it was temporary and is over."""
        return self.until is not None and today > self.until

    def said(self, today: date) -> str:
        """The sentence that holds on a day, its numbers unfilled."""
        return self.after if self.after is not None and self.has_ended(today) else self.body

    def told(self, today: date) -> str:
        """The same with its conditions: all of what it says to people."""
        return " ".join((self.said(today), *self.conditions))

    def is_later(self, today: date) -> bool:
        """Whether every source speaks of a later day: on that day it need not have held."""
        return bool(self.witnesses) and all(
            first_day(witness.date) > today for witness in self.witnesses
        )
