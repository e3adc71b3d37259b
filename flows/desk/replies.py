"""Ready answers with names and numbers filled in."""

from __future__ import annotations

from flows.desk.card import Table
from flows.desk.case import NATIONAL, Case
from flows.desk.hours import spoken_hours
from flows.desk.written import REPLY_VALUES, ReadyAnswer


def filled_reply(reply: ReadyAnswer, case: Case, table: Table, officer_name: str) -> str:
    """A ready answer as the participant gets it (Telegram HTML)."""
    return table.library.html(reply, table.today, **reply_values(case, table, officer_name))


def reply_values(case: Case, table: Table, officer_name: str) -> dict[str, str]:
    """What the placeholders of `REPLY_VALUES` become for this case.

    Where the branch or its address is not known, people are told so, never a wrong place.
    """
    branch = table.library.offices.of(case)
    known = branch.id != NATIONAL

    def words(message: str) -> str:
        return table.library.label(message, table.today)

    values = {
        "nama_petugas": officer_name,
        "kantor": branch.nama if known else words("kantor_terdekat"),
        "alamat": (branch.alamat if known else "") or words("alamat_belum_ada"),
        "jam_buka": spoken_hours(branch),
        "kasus": case.code,
        "kata": case.trust_words,
    }
    assert values.keys() == REPLY_VALUES
    return values
