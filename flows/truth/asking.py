"""When a branch is asked whether statements still hold, and which ones.

Once a week, in the middle of it, when the desk has just opened: one tap each, three at most. The
branches share the register: one is asked first what the others were not asked lately.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from flows.content.offices import DAYS, Office
from flows.content.statement import Statement
from flows.desk.hours import ZONES, is_open
from flows.library import Library
from flows.truth.verdict import CONTRADICTS, Says, digest_of

WEEKDAY: Final = DAYS.index("rabu")
HOUR: Final = time(9)
"""Of the office's own zone."""

MOST: Final = 3
"""So many statements in one week. The first is always asked, further ones when they age."""

AGES: Final = timedelta(days=90)
"""So long before its check runs out a statement ages."""

RESTS: Final = timedelta(days=182)
"""So long a branch is not asked again what it has answered."""

WAITS: Final = timedelta(days=28)
"""So long it is not asked again what it has left unanswered, and what others were asked counts."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What an office was asked, and what it said: None while nobody has."""

    statement: str
    digest: str
    office: str
    day: date
    says: Says | None = None


def local_day(office: Office, now: datetime) -> date:
    """The day at the office."""
    return now.astimezone(ZONES[office.zona]).date()


def week_due(office: Office, now: datetime) -> str | None:
    """The week ("2026-W49") for which the office may be asked now; None at any other time.

    A week whose day is a holiday passes without a question.
    """
    local = now.astimezone(ZONES[office.zona])
    day = WEEKDAY if WEEKDAY in office.hari else min(office.hari)
    if local.weekday() != day or local.time() < HOUR or not is_open(office, now):
        return None
    return week_of(local.date())


def week_of(day: date) -> str:
    """The week of a day: "2026-W49"."""
    year, week, _day = day.isocalendar()
    return f"{year}-W{week:02}"


def to_ask(
    library: Library, office: str, asked: Sequence[Asked], today: date
) -> tuple[Statement, ...]:
    """The statements an office is asked about that day, the most pressing first."""
    digests = {
        each.id: digest_of(library, each, today)
        for each in library.statements.by_id.values()
        if _may_be_asked(library, each, today)
    }
    current = [one for one in asked if digests.get(one.statement) == one.digest]
    rested = {one.statement for one in current if one.office == office and _rests(one, today)}
    others = [one for one in current if one.office != office]
    doubted = {one.statement for one in others if one.says in CONTRADICTS}
    shared = Counter(one.statement for one in others if today - one.day < WAITS)
    candidates = library.statements.those(name for name in digests if name not in rested)

    def ages(each: Statement) -> bool:
        return each.id in doubted or _ages(library, each, today)

    def urgency(each: Statement) -> tuple[object, ...]:
        unconfirmed = _is_unconfirmed(library, each)
        due = library.statements.due(each)
        return each.id not in doubted, shared[each.id], not unconfirmed, due, each.id

    ranked = sorted(candidates, key=urgency)
    return (*ranked[:1], *(each for each in ranked[1:MOST] if ages(each)))


def _may_be_asked(library: Library, each: Statement, today: date) -> bool:
    """Not what is over, not yet in force, about ourselves or one office alone, or in the editors'
    hands already."""
    state = library.statements.state(each, today)
    is_ours = each.checked_how == "kami"
    return not is_ours and each.only_at is None and state in ("holds", "stale")


def _rests(one: Asked, today: date) -> bool:
    return today - one.day < (WAITS if one.says is None else RESTS)


def _is_unconfirmed(library: Library, each: Statement) -> bool:
    return each.checked_how == "belum" and each.id not in library.statements.confirmed


def _ages(library: Library, each: Statement, today: date) -> bool:
    return _is_unconfirmed(library, each) or library.statements.due(each) - today <= AGES
