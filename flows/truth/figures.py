"""What the loop comes to as tables: for `/laporan`, `bot.py report`, CSV and pictures.

How claims went is shown by fives, rounded down. One claim counts for every statement its outcome
stands on, so that cells overlap, and an exact difference of two could be about one person.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Final, NamedTuple

from flows.desk.report import HIDDEN, NOTHING, SMALLEST, Figures
from flows.library import Library
from flows.texts.spoken import long_date
from flows.truth.standing import contradictions, is_disputed, latest
from flows.truth.verdict import Verdict
from flows.views.result import OTHER, Came, day_labels
from flows.voice import Voice

UNKNOWN: Final = "tidak tahu"
"""The branch where none is known."""


class Told(NamedTuple):
    """So many claims went so: by statement and branch (ids, empty where there is none)."""

    statement: str
    office: str
    came: str
    detail: str
    times: int


def disputed_table(library: Library, verdicts: Iterable[Verdict], today: date) -> Figures:
    """The statements that several offices contradict, with what each of these says."""
    given, rows = tuple(verdicts), []
    for statement in library.statements.by_id.values():
        said = latest(library, statement, given, today)
        if not is_disputed(statement, said):
            continue
        for one in contradictions(statement, said):
            office = library.offices.get(one.office)
            named = office.nama if office else one.office
            rows.append((statement.title, named, long_date(one.day), one.sentence or one.says))
    head = ("keterangan", "kantor", "tanggal", "jawaban")
    return Figures("sedang_diperiksa", head, tuple(rows))


def result_tables(library: Library, told: Iterable[Told], today: date) -> tuple[Figures, ...]:
    """How claims went: by statement, by statement and branch, and what was told more of it."""
    given = tuple(told)
    came = tuple(each.value for each in Came)
    details = detail_labels(library, today)

    def statement(one: Told) -> str:
        known = library.statements.by_id.get(one.statement)
        return known.title if known else one.statement or NOTHING

    def office(one: Told) -> str:
        known = library.offices.get(one.office)
        return known.nama if known else UNKNOWN

    def rows(key: Callable[[Told], tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
        cells: Counter[tuple[tuple[str, ...], str]] = Counter()
        for one in given:
            cells[key(one), one.came] += one.times
        keys = sorted({at for at, _came in cells})
        return tuple((*at, *(by_fives(cells[at, each]) for each in came)) for at in keys)

    more: Counter[tuple[str, str, str]] = Counter()
    for one in given:
        if one.came != Came.NOTHING:
            more[statement(one), one.came, details.get(one.detail, one.detail)] += one.times
    return (
        Figures("hasil_keterangan", ("keterangan", *came), rows(lambda one: (statement(one),))),
        Figures(
            "hasil_kantor",
            ("keterangan", "kantor", *came),
            rows(lambda one: (statement(one), office(one))),
        ),
        Figures(
            "hasil_rincian",
            ("keterangan", "hasil", "rincian", "klaim"),
            tuple((*key, by_fives(count)) for key, count in sorted(more.items())),
        ),
    )


def by_fives(count: int) -> str:
    """A count as it is shown: "0", "<5", then rounded down: "5+", "10+"."""
    if 0 < count < SMALLEST:
        return HIDDEN
    return f"{count - count % SMALLEST}+" if count else "0"


def detail_labels(library: Library, today: date) -> Mapping[str, str]:
    """What can be told more of a claim, as people read it."""
    voice = Voice(library, today)
    return {
        **{name: paper.label for name, paper in library.papers.items()},
        **{name: trouble.label for name, trouble in library.troubles.items()},
        **day_labels(voice),
        OTHER: voice.label("tombol_hasil_lain"),
    }
