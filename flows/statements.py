"""The statements of the content on a day: what is said, by whom, and whether it still counts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Literal, NamedTuple

from flows.content.sources import Sources
from flows.content.statement import Law, Practice, Statement
from flows.texts.fill import INSERTED
from flows.texts.spoken import source_month

State = Literal["holds", "ended", "stale", "later", "disputed"]

DOUBTS: Final[tuple[State, ...]] = ("disputed", "later", "stale")
"""What people are told of a text beside it, the weightiest first. What has ended says so itself."""


class Cited(NamedTuple):
    """A source as it is named below a text: who, and what kind of source that is."""

    name: str
    kind: str


class Confirmed(NamedTuple):
    """An office (its name) whose officers said that a statement holds, and on which day."""

    office: str
    day: date


@dataclass(frozen=True)
class Statements:
    """All statements by id. `disputed` are those that several branches have contradicted,
    `confirmed` tells of others who said last that they hold: not what editors write, but what
    officers have said of it (`flows.truth`)."""

    by_id: Mapping[str, Statement] = field(default_factory=dict)
    sources: Sources = field(default_factory=Sources)
    disputed: frozenset[str] = frozenset()
    confirmed: Mapping[str, Confirmed] = field(default_factory=dict)

    def those(self, ids: Iterable[str]) -> tuple[Statement, ...]:
        """The statements with these ids that are there, in this order."""
        return tuple(self.by_id[each] for each in ids if each in self.by_id)

    def inserted(self, text: str, today: date) -> str:
        """A text with the sentences of the statements it names, as they hold on that day."""
        return self._with(text, lambda each: each.said(today))

    def written(self, text: str) -> str:
        """The same whatever the day: each sentence as it is before its end."""
        return self._with(text, lambda each: each.body)

    def _with(self, text: str, sentence: Callable[[Statement], str]) -> str:
        if "{" not in text:
            return text
        by_id = self.by_id
        return INSERTED.sub(
            lambda found: sentence(by_id[found[1]]) if found[1] in by_id else found[0], text
        )

    def state(self, statement: Statement, today: date) -> State:
        """How far a statement can be relied on that day."""
        if statement.id in self.disputed:
            return "disputed"
        if statement.has_ended(today):
            return "ended"
        if statement.is_later(today):
            return "later"
        # What we say of ourselves nobody else can check.
        ours = statement.checked_how == "kami"
        return "stale" if not ours and today > self.due(statement) else "holds"

    def due(self, statement: Statement) -> date:
        """The last day on which its check counts, or an officer's word for it."""
        confirmed = self.confirmed.get(statement.id)
        if confirmed is None:
            return statement.due
        return max(statement.due, statement.lasts(confirmed.day, "petugas"))

    def worst(self, ids: Iterable[str], today: date) -> State:
        """The state of a text that stands on these: the worst of theirs."""
        found = {self.state(each, today) for each in self.those(ids)}
        return next((state for state in DOUBTS if state in found), "holds")

    def cited(self, ids: Iterable[str]) -> tuple[Cited, ...]:
        """The rule and the practice named first for each of these statements, each once. A source
        line names the first of all: a phone is small, and the others are one tap away."""
        witnesses = (witness for each in self.those(ids) for witness in leading(each))
        named = (Cited(self.named(witness), self.sources.kind(witness)) for witness in witnesses)
        return tuple(dict.fromkeys(named))

    def named(self, witness: Law | Practice) -> str:
        """A source by its name; who says something says it at a time, a rule has its year."""
        if isinstance(witness, Law):
            return witness.name
        return f"{witness.name}, {source_month(witness.date)}"


def leading(statement: Statement) -> tuple[Law | Practice, ...]:
    """The rule and the practice that are named first."""
    return (*statement.law[:1], *statement.practice[:1])
