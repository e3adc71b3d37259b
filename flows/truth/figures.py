"""What the loop comes to as tables: for `/laporan`, `bot.py report`, CSV and pictures."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from flows.desk.report import Figures
from flows.library import Library
from flows.texts.spoken import long_date
from flows.truth.standing import contradictions, is_disputed, latest
from flows.truth.verdict import Verdict


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
