"""How old the evidence is: of every statement, and of what stands in the list of offices."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final, NamedTuple

from editorial.check.context import Context, Finding
from editorial.check.statements.witnesses import read_statements, witnesses
from editorial.problems import Severity
from flows.content.statement import first_day

NOTICE: Final = timedelta(days=30)
"""How long before the evidence runs out editors are warned."""

FRESH: Final = timedelta(days=365)
"""How long a check of an office counts. Each statement has a day of its own (`Statement.due`), so
that they are asked for a few at a time."""


class Dating(NamedTuple):
    """The dates of one statement or office, and the lines they stand in.

    `due`: the last day on which its check counts; `ends`: on which it holds. `ask`: whom to ask.
    """

    path: str
    place: str
    checked_on: date
    checked_line: int
    due: date
    ends: date | None
    ends_line: int
    says_its_end: bool
    ask: str


def datings(context: Context) -> Iterator[Dating]:
    """Every dated thing that could be read."""
    for name, stated in context.draft.stated.items():
        doc, statement = stated.doc, stated.statement
        if statement is not None:
            yield Dating(
                doc.path,
                f"pernyataan `{name}`",
                statement.checked_on,
                doc.line("checked_on"),
                statement.due,
                statement.until,
                doc.line("until"),
                says_its_end=True,
                ask=statement.ask,
            )
    yield from _offices(context)


def _offices(context: Context) -> Iterator[Dating]:
    """The offices that could be read."""
    doc = context.draft.offices
    for key, office in context.draft.desk.by_id.items():
        if doc is not None:
            yield Dating(
                doc.path,
                f"kantor `{key}`",
                office.checked_on,
                doc.line("kantor", key, "checked_on"),
                office.checked_on + FRESH,
                office.expires,
                doc.line("kantor", key, "expires"),
                says_its_end=False,
                ask="kantor itu",
            )


def outdated(context: Context) -> Iterator[Finding]:
    """Something that no longer holds. A statement says so itself: that is a warning."""
    for dating in datings(context):
        if dating.ends is not None and dating.ends < context.today:
            what = f"Isi ini berlaku sampai {dating.ends.isoformat()} dan sudah lewat."
            todo = f"Tanyakan keadaannya kepada: {dating.ask}. Lalu perbarui isi dan tanggalnya."
            severity: Severity = "warning" if dating.says_its_end else "error"
            yield Finding(dating.path, dating.ends_line, dating.place, what, todo, severity)


def soon(context: Context) -> Iterator[Finding]:
    """Something that will soon no longer hold, or whose check will soon not count."""
    for dating in datings(context):
        if dating.ends is not None and context.today <= dating.ends <= context.today + NOTICE:
            what = f"Isi ini hanya berlaku sampai {dating.ends.isoformat()}."
            todo = f"Tanyakan lanjutannya sebelum hari itu kepada: {dating.ask}."
            yield Finding(dating.path, dating.ends_line, dating.place, what, todo, "warning")
        if context.today <= dating.due <= context.today + NOTICE:
            what = f"Masa periksanya habis {dating.due.isoformat()}."
            todo = f"Tanyakan kepada: {dating.ask}. Lalu ubah `checked_on` dan `checked_how`."
            yield Finding(dating.path, dating.checked_line, dating.place, what, todo, "warning")


def undated(context: Context) -> Iterator[Finding]:
    """Evidence checked, or said, on a day that has not come."""
    for dating in datings(context):
        if dating.checked_on > context.today:
            what = f"Tanggal periksa {dating.checked_on.isoformat()} belum terjadi."
            todo = "Tulis tanggal Bapak/Ibu benar-benar memeriksa sumbernya."
            yield Finding(dating.path, dating.checked_line, dating.place, what, todo)
    for doc, place, statement in read_statements(context):
        for heard in witnesses(doc, place, statement):
            if first_day(heard.witness.date) > context.today:
                what = f"Tanggal sumber {heard.witness.date} belum terjadi."
                todo = "Tulis tanggal yang tertulis di sumbernya."
                yield Finding(doc.path, heard.line, heard.place, what, todo)


def old(context: Context) -> Iterator[Finding]:
    """Evidence nobody has looked at for too long: participants are told so."""
    for dating in datings(context):
        if dating.due < context.today:
            what = f"Terakhir diperiksa {dating.checked_on.isoformat()}; masanya sudah lewat."
            todo = f"Tanyakan kepada: {dating.ask}. Lalu ubah `checked_on` dan `checked_how`."
            yield Finding(dating.path, dating.checked_line, dating.place, what, todo, "warning")
