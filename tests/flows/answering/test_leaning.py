"""What sounds like an option and may be another is asked about, the likeliest first."""

from __future__ import annotations

from datetime import date

import pytest

from flows.library import Library
from tools.hear import Hearing

TODAY = date(2026, 11, 27)


def _told(library: Library, at: str, text: str) -> tuple[str, str | None]:
    guide, step = at.split("/")
    told = Hearing(library, TODAY).told({"guide": guide, "step": step, "q": text})
    return told["act"], told.get("answer")


@pytest.mark.parametrize(
    ("at", "text", "first"),
    [
        ("cek-hak/masa", "wah lama banget itu", "cukup"),
        ("cek-hak/masa", "belum lama sih kak", "belum"),
        ("klaim-sebagian/lama_peserta", "lumayan lama", "cukup"),
        ("cek-hak/sebab_bekerja", "buat sunatan", "sebagian_10"),
        ("cek-hak/sebab_bekerja", "mau kredit motor", "sebagian_10"),
        ("cek-hak/hp", "nokia punya saya", "tidak"),
        ("cek-hak/kerja_lagi", "narik ojol", "tidak"),
        ("klaim-kantor/surat", "paklaring baru jadi bulan depan", "kurang"),
        ("cek-hak/keadaan", "rambut sudah uban semua", "usia_56"),
        ("cek-hak/keadaan", "sudah jadi kakek", "usia_56"),
    ],
)
def test_what_only_leans_to_an_option_is_asked_about(
    library: Library, at: str, text: str, first: str
) -> None:
    assert _told(library, at, text) == ("confirm", first)


@pytest.mark.parametrize(
    ("at", "text", "answer"),
    [
        ("cek-hak/sebab_bekerja", "buat bekal pensiun", "sebagian_10"),
        ("cek-hak/tanggal_berhenti", "bertahun-tahun yang lalu", "lama"),
        ("cek-hak/tanggal_berhenti", "sudah berbulan-bulan lalu", "lama"),
        ("tanpa-hp/penolong", "tetangga, orangnya ikhlas", "kenalan"),
    ],
)
def test_what_says_an_option_outright_is_taken(
    library: Library, at: str, text: str, answer: str
) -> None:
    assert _told(library, at, text) == ("answer", answer)


@pytest.mark.parametrize(
    ("at", "text"),
    [
        ("cek-hak/tanggal_berhenti", "4 bulan lalu, masih kerja"),
        ("cek-hak/saldo", "bukan 4 juta sama 7 juta"),
        ("klaim-kantor/jam", "bisanya minggu"),
        ("klaim-kantor/jam", "bisanya hari sabtu"),
    ],
)
def test_what_contradicts_itself_is_not_taken(library: Library, at: str, text: str) -> None:
    assert _told(library, at, text)[0] != "answer"
