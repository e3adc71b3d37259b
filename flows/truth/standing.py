"""What the verdicts come to: statements that an office confirms, and such as several contradict.

Every office has one say, its latest: who has pressed wrongly, or learnt better, says so the next
time. A verdict is about a text; when editors change the text it counts no more.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from flows.content.statement import Statement
from flows.library import Library
from flows.statements import Confirmed
from flows.truth.verdict import CONTRADICTS, Says, Verdict, digest_of

CONTRADICTIONS: Final = 3
"""So many offices contradict a statement, and it is being looked into."""


class Standing(NamedTuple):
    """Statements by id: the contradicted ones, and the newest confirmation of others."""

    disputed: frozenset[str]
    confirmed: Mapping[str, Confirmed]


def weighed(library: Library, verdicts: Iterable[Verdict], today: date) -> Standing:
    """What the verdicts, in the order they were given, come to that day."""
    disputed, confirmed = set(), {}
    for name, given in _by_statement(verdicts).items():
        statement = library.statements.by_id.get(name)
        if statement is None:
            continue
        said = latest(library, statement, given, today)
        if is_disputed(statement, said):
            disputed.add(name)
        holds = [one for one in said if one.says is Says.HOLDS]
        newest = max(holds, key=lambda one: one.at, default=None)
        office = library.offices.get(newest.office) if newest else None
        if newest is not None and office is not None:
            confirmed[name] = Confirmed(office.nama, newest.day)
    return Standing(frozenset(disputed), confirmed)


def latest(
    library: Library, statement: Statement, verdicts: Iterable[Verdict], today: date
) -> tuple[Verdict, ...]:
    """The say of every office on a statement as it reads that day; not knowing says nothing."""
    digest = digest_of(library, statement, today)
    said = {
        one.office: one
        for one in verdicts
        if (one.statement, one.digest) == (statement.id, digest) and one.says is not Says.UNSURE
    }
    return tuple(said.values())


def contradictions(statement: Statement, said: Iterable[Verdict]) -> tuple[Verdict, ...]:
    """Those that contradict it, from the day on which it was last checked."""
    return tuple(one for one in said if one.says in CONTRADICTS and one.day >= statement.checked_on)


def is_disputed(statement: Statement, said: Sequence[Verdict]) -> bool:
    """Whether so many offices contradict a statement that editors have to look into it."""
    return len(contradictions(statement, said)) >= CONTRADICTIONS


def with_standing(library: Library, verdicts: Iterable[Verdict], today: date) -> Library:
    """The content as officers see it now: every text shows what they have said of it."""
    return library.with_standing(*weighed(library, verdicts, today))


def _by_statement(verdicts: Iterable[Verdict]) -> dict[str, list[Verdict]]:
    found: dict[str, list[Verdict]] = {}
    for one in verdicts:
        found.setdefault(one.statement, []).append(one)
    return found
