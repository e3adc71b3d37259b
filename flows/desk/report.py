"""The desk's figures without a person in them: for /laporan, `bot.py report`, CSV and pictures.

A figure about fewer than five people is hidden. Where one hidden figure of a table could be worked
out from the total, the next smallest is hidden with it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import median
from typing import Final

from flows.desk.case import Case
from flows.desk.hours import ZONES, office_minutes
from flows.desk.wait import quantile
from flows.offices import Offices

SMALLEST: Final = 5
"""Fewer people than this are not shown."""

COMMENTS: Final = 20
"""So many of the last comments."""

HIDDEN: Final = "<5"
NOTHING: Final = "-"


@dataclass(frozen=True, slots=True)
class StepCount:
    """How many people saw a step of a guide, and how many of them never went on from it."""

    guide: str
    step: str
    seen: int
    left: int


@dataclass(frozen=True, slots=True)
class Figures:
    """One table: an id, its head, and its rows, every cell as shown."""

    name: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Report:
    """All figures of one period. `total` counts cases, hidden when small."""

    since: datetime
    until: datetime
    total: str
    tables: tuple[Figures, ...]

    def lines(self) -> list[list[str]]:
        """Rows for a CSV file: the table's name in the first column, its head before its rows."""
        period = [self.since.date().isoformat(), self.until.date().isoformat()]
        out = [["periode", *period], ["kasus", self.total]]
        for table in self.tables:
            out.append([table.name, *table.head])
            out += ([table.name, *row] for row in table.rows)
        return out


def report(
    cases: Iterable[Case],
    steps: Iterable[StepCount],
    offices: Offices,
    labels: Mapping[str, str],
    since: datetime,
    until: datetime,
) -> Report:
    """The figures of the cases opened from `since` to `until` (the end not included).

    `labels` names troubles and guides for people (id → label); an id without one is shown itself.
    """
    seen = [case for case in cases if since <= case.opened_at < until]

    def hour(case: Case) -> str:
        return f"{case.opened_at.astimezone(ZONES[offices.of(case).zona]):%H}.00"

    def trouble(case: Case) -> str:
        key = case.context.trouble or case.context.guide
        return labels.get(key, key) if key else NOTHING

    return Report(
        since,
        until,
        shown(len(seen)),
        (
            _counted("cabang", seen, lambda case: offices.of(case).nama),
            _counted("kendala", seen, trouble),
            _counted("jam", seen, hour, in_order=True),
            _lasted("balasan_pertama_menit", seen, offices, _first_reply),
            _lasted("selesai_menit", seen, offices, _solved),
            _ratings(seen, offices),
            _comments(seen),
            _left(steps, labels),
        ),
    )


def shown(count: int) -> str:
    """A count, hidden when it is about few people; nobody is nobody's secret."""
    return HIDDEN if 0 < count < SMALLEST else str(count)


def hidden_among(counts: Mapping[str, int]) -> frozenset[str]:
    """Which cells of a table with a known total may not be shown."""
    small = {name for name, count in counts.items() if 0 < count < SMALLEST}
    others = [name for name, count in counts.items() if count >= SMALLEST]
    if len(small) == 1 and others:
        small.add(min(others, key=lambda name: (counts[name], name)))
    return frozenset(small)


def _counted(
    name: str, cases: Sequence[Case], key: Callable[[Case], str], *, in_order: bool = False
) -> Figures:
    """How many cases per branch, trouble or hour; the most first, or in order of the key."""
    counts = Counter(key(case) for case in cases)
    hidden = hidden_among(counts)
    ranked = sorted(counts) if in_order else sorted(counts, key=lambda k: (-counts[k], k))
    rows = ((item, HIDDEN if item in hidden else str(counts[item])) for item in ranked)
    return Figures(name, (name, "kasus"), tuple(rows))


def _first_reply(case: Case) -> datetime | None:
    return case.first_reply_at


def _solved(case: Case) -> datetime | None:
    return case.closed_at if case.first_reply_at is not None else None


def _lasted(
    name: str,
    cases: Sequence[Case],
    offices: Offices,
    end_of: Callable[[Case], datetime | None],
) -> Figures:
    """Office minutes until something happened, per branch and in all: median and 90th of 100."""
    per_office: dict[str, list[int]] = {}
    for case in cases:
        end = end_of(case)
        if end is not None:
            minutes = office_minutes(offices.answering(case), case.opened_at, end)
            per_office.setdefault(offices.of(case).nama, []).append(minutes)
    everything = [minutes for some in per_office.values() for minutes in some]
    hidden = hidden_among({name: len(some) for name, some in per_office.items()})
    rows = [
        (office, *_summed(some, hide=office in hidden))
        for office, some in sorted(per_office.items())
    ]
    head = ("cabang", "kasus", "median", "p90")
    return Figures(name, head, (*rows, ("semua", *_summed(everything))))


def _summed(minutes: Sequence[int], *, hide: bool = False) -> tuple[str, str, str]:
    if hide or len(minutes) < SMALLEST:
        return (HIDDEN if minutes else "0", NOTHING, NOTHING)
    return str(len(minutes)), f"{median(minutes):.0f}", f"{quantile(minutes, 0.9):.0f}"


def _ratings(cases: Sequence[Case], offices: Offices) -> Figures:
    """How many rated, and the mean to one decimal, per branch and in all."""
    per_office: dict[str, list[int]] = {}
    for case in cases:
        if case.rating is not None:
            per_office.setdefault(offices.of(case).nama, []).append(case.rating)
    hidden = hidden_among({name: len(some) for name, some in per_office.items()})
    everything = [rating for some in per_office.values() for rating in some]
    rows = [
        (office, *_mean(some, hide=office in hidden)) for office, some in sorted(per_office.items())
    ]
    return Figures(
        "nilai", ("cabang", "penilai", "rata_rata"), (*rows, ("semua", *_mean(everything)))
    )


def _comments(cases: Sequence[Case]) -> Figures:
    """What people wrote beside their rating, masked; neither who nor where."""
    said = [case for case in cases if case.comment]
    rows = tuple((str(case.rating or NOTHING), case.comment) for case in said[-COMMENTS:])
    return Figures("saran", ("nilai", "saran"), rows)


def _mean(ratings: Sequence[int], *, hide: bool = False) -> tuple[str, str]:
    if hide or len(ratings) < SMALLEST:
        return (HIDDEN if ratings else "0", NOTHING)
    return str(len(ratings)), f"{sum(ratings) / len(ratings):.1f}"


def _left(steps: Iterable[StepCount], labels: Mapping[str, str]) -> Figures:
    """Where people leave each guide; steps seen by few people are left out."""
    rows = [
        (
            labels.get(step.guide, step.guide),
            step.step,
            str(step.seen),
            shown(step.left),
            f"{100 * step.left / step.seen:.0f}%" if step.left >= SMALLEST else NOTHING,
        )
        for step in steps
        if step.seen >= SMALLEST
    ]
    return Figures("berhenti", ("panduan", "langkah", "melihat", "berhenti", "bagian"), tuple(rows))
