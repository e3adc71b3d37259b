"""Of whom something is told, and that nobody else's facts become the speaker's."""

from __future__ import annotations

import pytest

from flows.language.people.whose import ME
from flows.library import Library
from tests.flows.conftest import Hear


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("mertua sudah 30 tahun, kalau saya 7 tahun", "saya 7 tahun"),
        ("saya 7 tahun, mertua 30 tahun", "saya 7 tahun"),
        ("punya adik saya 4 juta punya saya 9 juta", "saya 9 juta"),
        ("belum, tapi paman saya pernah", "belum"),
        ("sepupu saya kena phk", None),
        ("status kartu bapak saya aktif", None),
        ("itu punya ibu yang diambil", None),
        ("ya sudah, ibu", "ya sudah, ibu"),
        ("saya ikut anak ke kota", "saya ikut anak ke kota"),
        ("9 juta kata menantu saya", "9 juta kata menantu saya"),
        ("sudah dicek keponakan saya, 9 juta", "sudah dicek keponakan saya, 9 juta"),
        ("saya dan istri sudah berhenti", "saya dan istri sudah berhenti"),
        ("saya kerja di toko paman", "saya kerja di toko paman"),
    ],
)
def test_what_is_told_of_the_speaker(hear: Hear, text: str, own: str | None) -> None:
    heard = hear(text).own
    assert (heard.text if heard else None) == own


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("istri saya 1975", {"istri"}),
        ("orang tua saya dulu pernah", {"orangtua"}),
        ("saya sudah, kakak ipar saya belum", {"kakak"}),
        ("sudah lama sekali, pak", set()),
    ],
)
def test_who_else_is_told_of(hear: Hear, text: str, who: set[str]) -> None:
    assert hear(text).others == who


def test_pieces_keep_the_order_and_name_the_speaker(hear: Hear) -> None:
    told = hear("suami 20 juta, saya 8 juta").pieces
    assert [each.who for each in told] == ["suami", ME]


def test_the_people_that_a_question_is_about_are_found_in_its_labels(library: Library) -> None:
    heirs = library.guides["klaim-ahli-waris"]
    named = {
        step.id: frozenset[str]().union(*map(library.ears.whose.named, step.options.values()))
        for step in heirs.steps
        if hasattr(step, "options")
    }
    assert named["hubungan"] > {"suami", "istri"}
    assert named["umur_anak"] == {"anak"}
    assert not named["surat"]
