"""Secrets in words, and the one list of them for mask and guard."""

from __future__ import annotations

import pytest

from flows.guard import vocabulary
from flows.mask import PLACES, mask_text
from flows.mask.kinds import PICTURES, SECRETS, UNMASKED


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("nama ibu kandung saya Sulastri", "nama ibu kandung saya [nama ibu kandung]"),
        ("ibu kandung: siti aminah, kpj lama", "ibu kandung: [nama ibu kandung], kpj lama"),
        ("Nama ibu saya adalah Rukmini Dewi", "Nama ibu saya adalah [nama ibu kandung]"),
        ("nama gadis ibu saya wagiyem terus gimana", None),
    ],
)
def test_the_name_of_the_mother_is_masked(text: str, kept: str | None) -> None:
    masked = mask_text(text)
    assert masked.kinds == {"ibu"}
    assert mask_text(masked.text) == type(masked)(masked.text)
    if kept:
        assert masked.text == kept


@pytest.mark.parametrize(
    "text",
    [
        "nama ibu kandung saya salah di JMO",
        "kenapa diminta nama ibu kandung",
        "nama ibu kandung harus diisi apa",
        "nama ibu beda dengan KTP",
        "ibu kandung saya sudah meninggal",
        "ibu siti di kantor baik sekali",
        "umur lima puluh enam, kerja dua tiga tahun",
        "kode nol empat nol",
        "satu dua tiga langkah saja",
    ],
)
def test_what_is_no_secret_stays(text: str) -> None:
    assert mask_text(text).text == text


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("otp saya lima tiga satu sembilan nol dua", "otp"),
        (
            "nik tiga dua nol satu nol satu satu nol satu satu sembilan nol nol nol satu dua",
            "nik",
        ),
        ("nomor saya nol delapan satu dua tiga empat lima enam tujuh delapan sembilan", "hp"),
        ("kartunya satu dua, tiga empat, lima enam, tujuh delapan, sembilan nol, satu", "kpj"),
    ],
)
def test_numbers_spelled_out_are_masked(text: str, kind: str) -> None:
    masked = mask_text(text)
    assert masked.kinds == {kind}
    assert PLACES[kind] in masked.text


def test_mask_and_guard_know_the_same_secrets() -> None:
    assert all(secret.asked for secret in SECRETS.values())
    asked = {name for secret in SECRETS.values() for name in secret.asked}
    assert {kind for kind, _ in vocabulary.SECRETS} == asked | PICTURES | UNMASKED


@pytest.mark.parametrize(
    "text",
    [
        "nama ibu kandung saya {}",
        "ibu kandung saya namanya {}",
        "nama gadis ibu kandung: {}",
        "{} itu nama ibu kandung saya",
        "ibu saya namanya {}",
        "mama saya bernama {}",
        "nama bunda saya {}",
        "nama emak saya {}",
        "nama ibuku {}",
        "NAMA IBU KANDUNG {}",
        "Nama ibu kandung:\n{}",
        "nama ibu kandung saya, {}",
        "nama ibu kandung saya - {}",
        "nama ibu kandungnya {}",
    ],
)
def test_the_name_of_the_mother_is_masked_however_it_is_said(text: str) -> None:
    masked = mask_text(text.format("Siti Aminah"))
    assert masked.kinds == {"ibu"}
    assert masked.text == text.format(PLACES["ibu"])


@pytest.mark.parametrize(
    "text",
    [
        "ibu saya sudah meninggal",
        "saya mau klaim atas nama ibu saya",
        "nama ibu kandung saya salah di jmo",
        "nama mama di KTP beda",
        "gimana kalau nama ibu kandung kosong",
        "nama ibu kandung, gimana cara gantinya",
        "nama ibu kandung - salah",
        "Nomor laporan saya 2026112400012",
        "nomor antrean 2026112500087",
    ],
)
def test_what_names_nobody_stays(text: str) -> None:
    assert mask_text(text).text == text


@pytest.mark.parametrize("text", ["email budi at gmail com", "budi.s et yahoo titik co.id"])
def test_an_address_in_words_is_masked(text: str) -> None:
    assert mask_text(text).kinds == {"email"}


def test_a_number_called_a_report_is_one_only_when_it_begins_with_a_day() -> None:
    assert mask_text("nomor laporan 3509112400012").kinds
    assert mask_text("rekening saya 2026112400012").kinds


def test_the_code_of_a_bank_card_is_masked() -> None:
    assert mask_text("cvv 123").kinds == {"otp"}
    assert mask_text("CVV-nya 1234").kinds == {"otp"}
