"""Gangguan: many people with the same trouble in one hour are one event, not many cases."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from flows.content.offices import DeskSettings


@dataclass(frozen=True, slots=True)
class Seen:
    """Somebody saw a trouble. `who` only tells people apart (a hash of the chat will do)."""

    trouble: str
    who: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Trend:
    """So many people saw one trouble since `since`."""

    trouble: str
    people: int
    since: datetime


def trends(
    seen: Iterable[Seen], settings: DeskSettings, now: datetime, known: Collection[str] = ()
) -> list[Trend]:
    """The troubles that enough different people saw in the last `gangguan_menit`, most first.

    `known` are troubles whose card is already shown or whose notice is on: they give no second one.
    """
    start = now - timedelta(minutes=settings.gangguan_menit)
    first: dict[str, dict[str, datetime]] = defaultdict(dict)
    for entry in seen:
        if start < entry.at <= now and entry.trouble not in known:
            people = first[entry.trouble]
            people[entry.who] = min(entry.at, people.get(entry.who, entry.at))
    found = [
        Trend(trouble, len(people), min(people.values()))
        for trouble, people in first.items()
        if len(people) >= settings.gangguan_orang
    ]
    return sorted(found, key=lambda trend: (-trend.people, trend.trouble))
