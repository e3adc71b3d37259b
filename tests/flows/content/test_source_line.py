"""The line below a text: who says so, what kind of source that is, and any doubt about it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from flows.content.statement import Statement
from flows.library import Library
from flows.voice import Voice
from tests.flows.content.registers import (
    CHECKED,
    DRAFT,
    OFFICE,
    OTHER_RULE,
    RULE,
    changed,
    register,
    statement,
)

MESSAGES = {
    "sumber": "Menurut {sumber}.",
    "sumber_kami": "Tentang kami.",
    **{f"keterangan_{state}": f"Ragu: {state}." for state in ("stale", "later", "disputed")},
}


def line(library: Library, today: date, *stated: Statement, disputed: tuple[str, ...] = ()) -> str:
    small = changed(library, statements=register(*stated, disputed=disputed), messages=MESSAGES)
    return str(Voice(small, today).source([each.id for each in stated]))


def test_the_first_source_is_named_with_its_kind(library: Library) -> None:
    found = line(library, CHECKED, statement("klaim-gratis", practice=(OFFICE,)))
    assert found == "Menurut Permen 1/2022 pasal 4 (salinan aturan)."
    said = statement("kata-kantor", law=(), practice=(OFFICE,))
    found = line(library, CHECKED, said, statement("dua-aturan", law=(OTHER_RULE,)))
    assert found == "Menurut Kepala Kantor, Mei 2024 (salinan berita)."


def test_a_draft_is_called_a_draft(library: Library) -> None:
    draft = statement("kata-naskah", law=(), practice=(DRAFT,), checked_how="belum")
    assert line(library, CHECKED, draft) == "Menurut Naskah, Januari 2025 (draf)."


def test_what_is_about_us_says_so(library: Library) -> None:
    own = statement("kami-asisten", law=(), checked_how="kami")
    assert line(library, CHECKED, own) == "Tentang kami."
    assert line(library, CHECKED) == "Tentang kami."
    assert line(library, own.due + timedelta(days=1), own) == "Tentang kami."


@pytest.mark.parametrize(
    ("days", "doubt"), [(0, ""), (365, "\nRagu: stale."), (-365 * 10, "\nRagu: later.")]
)
def test_a_doubt_stands_on_a_line_of_its_own(library: Library, days: int, doubt: str) -> None:
    found = line(library, CHECKED + timedelta(days=days), statement("klaim-gratis"))
    assert found == f"Menurut {RULE.name} (salinan aturan).{doubt}"


def test_what_is_being_looked_at_is_said(library: Library) -> None:
    found = line(library, CHECKED, statement("klaim-gratis"), disputed=("klaim-gratis",))
    assert found.endswith("\nRagu: disputed.")


def test_what_has_ended_is_no_doubt(library: Library) -> None:
    ended = statement("potongan-iuran", until=CHECKED, after="Sudah selesai.")
    assert "Ragu" not in line(library, CHECKED + timedelta(days=1), ended)


def test_signs_in_a_name_are_what_they_look_like(library: Library) -> None:
    odd = OFFICE.model_copy(update={"who": "A & B <c>"})
    found = line(library, CHECKED, statement("klaim-gratis", law=(), practice=(odd,)))
    assert "A &amp; B &lt;c&gt;, Mei 2024" in found


def test_a_text_with_a_number_too_early_says_so(library: Library, today: date) -> None:
    number = max(library.numbers.by_id.values(), key=lambda each: each.values[0].start)
    before = number.values[0].start - timedelta(days=1)
    small = changed(library, statements=register(), messages=MESSAGES)
    below = f"Paling lama {{{number.id}}}."
    assert Voice(small, before).source((), below=below) == "Tentang kami.\nRagu: later."
    assert Voice(small, before + timedelta(days=1)).source((), below=below) == "Tentang kami."
