"""The content as the bot uses it: unusable with errors, rendered for a day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from editorial.load import Loaded, load
from flows.library import Library
from flows.texts.fill import MissingValueError
from flows.voice import Voice
from tests.editorial.broken import CODE, ROOT, TODAY, lay_out

BEFORE = date(2025, 4, 30)
AFTER = date(2025, 5, 1)


def loaded(folder: Path, mistake: str | None = None, today: date = TODAY) -> Loaded:
    lay_out(folder / "content", ROOT / mistake if mistake else None)
    return load(folder / "content", today, CODE)


@pytest.fixture
def small(tmp_path: Path) -> Library:
    library = loaded(tmp_path).library
    assert library is not None
    return library


def test_everything_is_found_by_its_id(small: Library) -> None:
    assert small.guides["cek-contoh"].steps[0].id == "keadaan"
    assert set(small.troubles) == {"layar-putih"}
    assert set(small.topics) == {"syarat-contoh"}
    assert set(small.papers) == {"ktp"}
    assert small.pictures == {"layar-contoh": "pictures/layar-contoh.yaml"}
    assert [item.guide or item.topic or item.action for item in small.menu] == [
        "cek-contoh",
        "syarat-contoh",
        "petugas",
    ]


def test_a_page_shows_the_number_of_the_day(small: Library) -> None:
    end = small.guides["cek-contoh"].step("selesai")
    assert end is not None
    assert "<b>10 juta</b>" in small.html(end, BEFORE)
    assert "<b>15 juta</b>" in small.html(end, AFTER)
    assert "<b>10 juta</b>" in small.html(end, BEFORE)


def test_a_day_before_the_first_value_shows_a_gap(small: Library) -> None:
    early = date(2021, 12, 31)
    assert small.inline("Sampai {batas_saldo}.", early) == "Sampai …."
    assert small.plain("Lewat {masa_tunggu}", early) == "Lewat …"
    assert small.is_early("{batas-saldo-contoh}", early)
    assert not small.is_early("{batas-saldo-contoh}", date(2022, 1, 1))
    assert not small.is_early("Tanpa angka, {nama}.", early)


def test_values_are_escaped_and_none_may_be_missing(small: Library) -> None:
    assert small.inline("Halo *{nama}*", TODAY, nama="<b>") == "Halo <i>&lt;b&gt;</i>"
    with pytest.raises(MissingValueError, match="nama"):
        small.inline("Halo *{nama}*", TODAY)


def test_labels_are_plain_text(small: Library) -> None:
    assert small.plain("Lewat {masa_tunggu} & <lagi>", TODAY) == "Lewat 1 bulan & <lagi>"


def test_an_unknown_message_is_an_error(small: Library) -> None:
    with pytest.raises(KeyError):
        Voice(small, TODAY).say("tidak_ada")


@pytest.mark.parametrize("mistake", ["tanpa-pernyataan", "tak-terjangkau", "kutip-tidak-ditutup"])
def test_content_with_errors_is_not_used(tmp_path: Path, mistake: str) -> None:
    result = loaded(tmp_path, mistake)
    assert result.library is None
    assert any(problem.severity == "error" for problem in result.problems)


@pytest.mark.parametrize(
    "mistake",
    ["segera-kedaluwarsa", "lama-diperiksa", "kedaluwarsa", "periksa-masa-depan", "belum-berlaku"],
)
def test_the_day_alone_never_stops_the_bot(tmp_path: Path, mistake: str) -> None:
    result = loaded(tmp_path, mistake)
    assert result.library is not None
    assert result.problems


def test_language_is_judged_only_on_request(tmp_path: Path) -> None:
    assert loaded(tmp_path, "kalimat-panjang").problems == ()
    judged = load(tmp_path / "content", TODAY, CODE, language=True)
    assert [problem.kind for problem in judged.problems] == ["kalimat-panjang"]


@pytest.mark.parametrize("name", ["faq", "papers", "pictures", "troubles", "gaya.yaml"])
def test_parts_that_nobody_names_may_be_missing(tmp_path: Path, name: str) -> None:
    """What does name them is reported; the part itself is not asked for."""
    lay_out(tmp_path / "content")
    part = tmp_path / "content" / name
    for path in sorted(part.rglob("*"), reverse=True) if part.is_dir() else [part]:
        path.unlink()
    problems = load(tmp_path / "content", TODAY, CODE).problems
    assert {problem.kind for problem in problems} <= {"rujukan", "menu", "dibaca-bot"}
    assert not any(problem.path.endswith(f"/{name}") for problem in problems)
