"""What is told in a roundabout way: all of so many, a part of them, nothing, first not and then."""

from __future__ import annotations

from datetime import date

import pytest

from flows.ears import Heard
from flows.language.understanding import fold
from flows.library import Library
from tools.hear import Hearing

PROFILE = ("gabung-kpj", "nomor_lengkap")


def said(library: Library, text: str) -> list[tuple[str, ...]]:
    options = library.ears.options
    folded = fold(text)
    return [each.words for each in options.clauses(folded, library.ears.normaliser.spelled(folded))]


@pytest.mark.parametrize(
    ("told", "plainly"),
    [
        ("empat empatnya ada", "semua ada"),
        ("keempatnya ada", "semua ada"),
        ("7-7nya ada", "semua ada"),
        ("6 dari 6 ada", "semua ada"),
        ("isinya Rp 0", "isinya nol"),
        ("fotonya di terima", "fotonya diterima"),
        ("semua ada tinggal akta", "semua ada kecuali akta"),
        ("kebuka, terima kasih", "kebuka"),
        ("sukses gitu tulisannya", "sukses"),
        ("ternyata sama semua", "ternyata cocok semua"),
        ("6 kartu, yang muncul baru 5", "baru sebagian"),
        ("lengkap semua selain NPWP", "lengkap semua kecuali NPWP"),
    ],
)
def test_it_is_told_plainly(library: Library, told: str, plainly: str) -> None:
    assert said(library, told) == said(library, plainly)


@pytest.mark.parametrize("text", ["kartu kedua", "saldo 10 juta", "semua siap tinggal berangkat"])
def test_what_is_plain_is_left_alone(library: Library, text: str) -> None:
    words = {word for clause in said(library, text) for word in clause}
    assert words.isdisjoint({"semua", "nol", "cuali"} - set(text.split()))


@pytest.mark.parametrize(
    ("guide", "step", "text", "key"),
    [
        ("login-jmo", "perbarui_jmo", "mulanya ditolak, sesudah itu malah masuk", "masuk"),
        ("klaim-jmo", "foto_wajah", "tiga kali gagal, yang keempat diterima", "diterima"),
        ("klaim-jmo", "tiga_centang", "kemarin ada yang merah, sekarang hijau semua", "hijau"),
        ("klaim-lapak-asik", "unggah_surat", "sempat error, akhirnya masuk semua", "masuk"),
        ("daftar-jmo", "isi_data", "lalu jmo minta kode", "tampil"),
        ("klaim-kantor", "antrean", "nomor 31", "dapat"),
        ("daftar-jmo", "buat_akun", "disuruh pilih penerima upah apa migran", "tampil"),
    ],
)
def test_it_is_the_answer(
    library: Library, today: date, guide: str, step: str, text: str, key: str
) -> None:
    told = Hearing(library, today).told({"guide": guide, "step": step, "q": text})
    assert told["act"] in ("answer", "confirm")
    assert told["answer"] == key


@pytest.mark.parametrize(
    ("guide", "step", "text"),
    [
        ("klaim-jmo", "foto_wajah", "tadi diterima, sekarang gagal"),
        ("klaim-jmo", "foto_wajah", "tiga kali gagal, sekarang mau coba lagi"),
        ("klaim-jmo", "tiga_centang", "2 dari 3 yang hijau"),
        ("kartu-digital", "semua_kartu", "dari 4 baru muncul 3"),
        ("kartu-digital", "semua_kartu", "muncul semua kecuali yang lama"),
        ("daftar-jmo", "isi_data", "ada orang minta kode"),
    ],
)
def test_it_is_no_answer(library: Library, today: date, guide: str, step: str, text: str) -> None:
    told = Hearing(library, today).told({"guide": guide, "step": step, "q": text})
    assert told["act"] != "answer"


@pytest.mark.parametrize(
    "text", ["yang dua ada, satu hilang", "ada semua kecuali satu", "4 dari 5 ada"]
)
def test_what_is_lacking_comes_first(library: Library, today: date, text: str) -> None:
    told = Hearing(library, today).told({"guide": PROFILE[0], "step": PROFILE[1], "q": text})
    assert told["answer"] == "hilang"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("disuruh pilih sms apa email", True),
        ("diminta kode apa ini", False),
        ("ada sms apa email?", False),
        ("lewat sms apa email", False),
    ],
)
def test_choices_are_named(library: Library, today: date, text: str, names: bool) -> None:
    heard: Heard = library.ears.hear(text, today)
    assert heard.ears.options.offers(heard.folded) is names


@pytest.mark.parametrize("text", ["kodenya diterima, tadi gagal", "percobaan ketiga diterima"])
def test_what_went_wrong_before_is_over(library: Library, today: date, text: str) -> None:
    told = Hearing(library, today).told({"guide": "login-jmo", "step": "kode", "q": text})
    assert told["answer"] == "diterima"
