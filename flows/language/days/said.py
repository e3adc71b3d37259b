"""The pieces of one date together, and the day and direction they are read with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, TypeVar

from flows.language.days.calendar import (
    Span,
    Tense,
)
from flows.language.days.items import (
    Item,
    YearOf,
)

T = TypeVar("T", bound=Item)

TWO_DATES: Final = "two_dates"
_ADULT: Final = 15
"""Years; nobody younger has savings of their own."""


class UnclearError(Exception):
    """What was said is no one day; `reason` as in `Unclear`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class At:
    """The day something is said on, and which way it looks; `told`: because a word says so."""

    today: date
    tense: Tense
    told: bool = False

    def year(self, year: YearOf) -> int:
        """Two digits are of this century, unless that lies ahead (or is no grown-up's birth)."""
        number = int(year.written)
        if len(year.written) > 2:
            return number
        ahead = {Tense.PAST: 1, Tense.FUTURE: 20, Tense.BIRTH: -_ADULT}[self.tense]
        number += self.today.year // 100 * 100
        return number - 100 if number > self.today.year + ahead else number

    def fits(self, span: Span) -> bool:
        """Whether it lies, or begins, on the side that is looked to."""
        return span.last >= self.today if self.tense is Tense.FUTURE else span.first <= self.today


class Said:
    """The pieces of one date, each kind at most once, and which of them are accounted for."""

    def __init__(self, items: Iterable[Item]) -> None:
        self.items = tuple(dict.fromkeys(items))
        self._used: set[type[Any]] = set()

    def has(self, *kinds: type[Item]) -> bool:
        """Whether there is a piece of one of these kinds."""
        return any(isinstance(item, kinds) for item in self.items)

    def the(self, kind: type[T]) -> T | None:
        """The piece of this kind, accounted for. Raises UnclearError when there are two."""
        found = [item for item in self.items if isinstance(item, kind)]
        if len(found) > 1:
            raise UnclearError(TWO_DATES)
        self._used.add(kind)
        return found[0] if found else None

    def rest(self, kind: type[T]) -> T | None:
        """The piece of this kind, unless it was accounted for before."""
        return None if kind in self._used else self.the(kind)

    def but(self, *kinds: type[Item]) -> tuple[Item, ...]:
        """The pieces of other kinds."""
        return tuple(item for item in self.items if not isinstance(item, kinds))

    def settle(self) -> None:
        """Raises UnclearError when a piece was not accounted for."""
        if self.but(*self._used):
            raise UnclearError(TWO_DATES)
