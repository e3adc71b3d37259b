"""Unanswered: the list of a day, at a set hour of the office: who is still without an answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import TypeVar

from flows.content.offices import DeskSettings, Office
from flows.desk.case import Case, State
from flows.desk.hours import ZONES, brief_moment, day_closed
from flows.texts.html import Html

MOST = 30
"""At most so many lines; a message holds no more."""


def day_due(office: Office, settings: DeskSettings, now: datetime) -> date | None:
    """The day whose list is due; None before the hour, and on days on which nobody is there."""
    local = now.astimezone(ZONES[office.zona])
    if local.time() < settings.daftar_jam or day_closed(office, local.date()):
        return None
    return local.date()


OneCase = TypeVar("OneCase", bound=Case)


def unanswered(cases: Iterable[OneCase]) -> list[OneCase]:
    """Open cases of which the participant waits for an answer, the longest waiting first."""
    waiting = [case for case in cases if case.state is State.WAITING or _is_owed(case)]
    return sorted(waiting, key=_since)


def _is_owed(case: Case) -> bool:
    return case.state is State.HELD and case.unanswered_since is not None


def _since(case: Case) -> datetime:
    return case.unanswered_since or case.in_queue_since


def lines_of(cases: Sequence[tuple[Case, str]], office: Office, now: datetime) -> Html:
    """One line a case (the case, the address of its topic): since when, and who holds it."""
    rows = []
    for case, address in cases[:MOST]:
        link = Html('<a href="{}">{}</a>') if address else Html("{1}")
        since = brief_moment(_since(case), office.zona, now)
        who = Html(" · {}").format(case.officer_name) if case.officer_name else Html()
        rows.append(Html("• {} · {}{}").format(link.format(address, case.code), since, who))
    return Html("\n").join(rows)
