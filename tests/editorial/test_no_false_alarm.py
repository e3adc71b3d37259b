"""Checks that guess from words keep still where nothing is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.editorial.broken import ROOT, lay_out, problems_of, report


def reported(folder: Path, name: str, *changes: tuple[str, str]) -> str:
    """What is said about the base after changes in one of its files."""
    lay_out(folder)
    file = folder / name
    text = file.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    file.write_text(text, encoding="utf-8")
    return report(problems_of(folder))


@pytest.mark.parametrize(
    "words",
    [
        "setiap Januari sampai Maret",
        "sampai akhir tahun pajak",
        "hingga Desember 2024",
        "tanpa promo",
        "yang belum terlihat sampai akhir tahun",
    ],
)
def test_what_returns_or_is_over_needs_no_end(words: str, tmp_path: Path) -> None:
    changed = ("Klaim tidak dipungut biaya.", f"Klaim gratis {words}.")
    assert reported(tmp_path / "content", "statements/klaim-contoh.md", changed) == "\n"


def test_a_draft_beside_a_stronger_voice_is_evidence(tmp_path: Path) -> None:
    changed = ("who: Kantor Contoh", "who: draf Kantor Contoh")
    assert reported(tmp_path / "content", "statements/klaim-contoh.md", changed) == "\n"


def test_a_quoted_amount_that_is_another_number_is_not_about_this_one(tmp_path: Path) -> None:
    folder = tmp_path / "content"
    quoted = ("    link:", "    quote: dari 10 juta menjadi 15 juta\n    link:")
    assert reported(folder, "statements/batas-saldo-contoh.md", quoted) == "\n"


def test_a_value_to_come_contradicts_already_today(tmp_path: Path) -> None:
    folder = tmp_path / "content"
    lay_out(folder, ROOT / "angka-lain-kutipan")
    file = folder / "numbers/contoh.yaml"
    text = file.read_text(encoding="utf-8").rstrip()
    later = "    - from: 2027-01-01\n      value: 3\n      stands_on: masa-tunggu-contoh\n"
    file.write_text(f"{text}\n{later}", encoding="utf-8")
    assert "Angkanya 3 bulan" in report(problems_of(folder))
