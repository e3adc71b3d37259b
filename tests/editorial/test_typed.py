"""Amounts in a sentence: found as people type them, quiet about everything else."""

from __future__ import annotations

from datetime import time
from decimal import Decimal

import pytest

from editorial.check.amounts import amounts
from flows.content.numbers import Hours
from flows.language.numerals import Numerals
from flows.language.wordlist import WordList

NUMERALS = Numerals(WordList({}))


@pytest.mark.parametrize(
    ("row", "value", "unit"),
    [
        ("di atas 15 juta", 15_000_000, "rupiah"),
        ("di atas Rp15.000.000 saja", 15_000_000, "rupiah"),
        ("Rp 12,5 jt", 12_500_000, "rupiah"),
        ("lima belas juta", 15_000_000, "rupiah"),
        ("umur 56 tahun", 56, "tahun"),
        ("sudah berusia 56.", 56, "tahun"),
        ("tunggu 1 bulan", 1, "bulan"),
        ("lewat sebulan", 1, "bulan"),
        ("dalam 5 hari kerja", 5, "hari_kerja"),
        ("hanya 10%", Decimal(10), "persen"),
        ("tiga puluh persen", Decimal(30), "persen"),
        ("iuran 5,7 persen", Decimal("5.7"), "persen"),
        ("gagal 3 kali", 3, "kali"),
        ("pukul 06.00–20.00", Hours(time(6), time(20)), "jam"),
        ("06:00 sampai 20:00", Hours(time(6), time(20)), "jam"),
    ],
)
def test_an_amount_is_found(row: str, value: object, unit: str) -> None:
    found = list(amounts(row, NUMERALS))
    assert len(found) == 1
    assert found[0].value == value
    assert unit in found[0].units


@pytest.mark.parametrize(
    "row",
    [
        "Langkah 4 dari 10",
        "Hubungi 175",
        "Ketik 1, 2, atau 3",
        "Permenaker 4/2022 pasal 8",
        "UU 24 Tahun 2011",
        "Dicek 20 November 2026",
        "kode 040",
        "Saldo sampai {jmo_batas_saldo}",
        "[situs](https://a.id/15-juta)",
        "Iuran sebulan dipotong dari upah",
        "Sekali lagi, setahun sekali",
        "satu hal saja",
        "",
    ],
)
def test_other_numbers_are_left_alone(row: str) -> None:
    assert list(amounts(row, NUMERALS)) == []
