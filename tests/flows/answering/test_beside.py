"""Words beside which an option is asked about, or not meant: one child is not all of them, a while
abroad is not for good, an illness no doctor's word."""

from __future__ import annotations

from datetime import date

import pytest

from flows.library import Library
from tools.hear import Hearing

TODAY = date(2026, 11, 27)
DEWASA = "klaim-ahli-waris/umur_anak"
LAIN = "cek-hak/sebab_lain"
SEBAB = "cek-hak/sebab_berhenti"
WARGA = "cek-hak/kewarganegaraan"


def _told(library: Library, at: str, text: str) -> tuple[str, str | int | None]:
    guide, step = at.split("/")
    told = Hearing(library, TODAY).told({"guide": guide, "step": step, "q": text})
    return told["act"], told.get("answer")


@pytest.mark.parametrize(
    ("at", "text", "first"),
    [
        (DEWASA, "yang mbarep sudah rabi", "dewasa"),
        (DEWASA, "anak tertua udah kuliah", "dewasa"),
        (DEWASA, "yang satu udah merantau kerja", "dewasa"),
        (LAIN, "dapat beasiswa, kuliah di belanda", "tinggalkan_indonesia"),
        (WARGA, "mertua saya bule", "wna"),
        (WARGA, "baru mau jadi warga negara singapura", "wna"),
        (WARGA, "belum pernah bikin paspor", "wni"),
        (LAIN, "magang di taiwan 18 bulan", "tinggalkan_indonesia"),
        (LAIN, "sakit jantung, masih berobat jalan", "cacat_total"),
        (LAIN, "kena diabetes, jari diamputasi", "cacat_total"),
        ("cek-hak/saldo", "9 juta, kartu yang lama belum saya lihat", 9_000_000),
        (SEBAB, "tidak kena phk", "resign"),
        (SEBAB, "bukan mengundurkan diri", "phk"),
        ("cek-hak/kpj", "tidak punya kartu sebelum 2013", "satu"),
        ("cek-hak/pernah_sebagian", "pernah saya cairkan penuh", "pernah"),
        ("klaim-sebagian/pernah_ambil", "pernah cair seluruhnya waktu di pabrik pertama", "pernah"),
        ("lacak-klaim/status", "kata petugas tinggal dibayar", "dibayar"),
        ("lacak-klaim/status", "tidak ditolak kok", "proses"),
        ("klaim-lapak-asik/alat", "komputernya tidak punya", "tidak"),
        ("cek-hak/hp", "hp ada, kuotanya yang gak ada", "sinyal"),
        ("cek-hak/sebab_bekerja", "pensiun", "menunggu_56"),
        ("klaim-ahli-waris/pasangan_anak", "suaminya juga sudah wafat", "ada"),
    ],
)
def test_what_may_be_another_thing_is_asked_about(
    library: Library, at: str, text: str, first: str | int
) -> None:
    assert _told(library, at, text) == ("confirm", first)


@pytest.mark.parametrize(
    ("at", "text", "answer"),
    [
        (DEWASA, "yang sulung sama yang bungsu sudah kerja semua", "dewasa"),
        (DEWASA, "anak satu satunya sudah menikah", "dewasa"),
        (DEWASA, "enggak", "kecil"),
        (WARGA, "orang asing", "wna"),
        (WARGA, "saya pegang paspor vietnam", "wna"),
        (WARGA, "bukan wni lagi", "wna"),
        (WARGA, "sy msh wni pak", "wni"),
        (WARGA, "orang indonesia asli", "wni"),
        (WARGA, "bukan, saya wni", "wni"),
        (LAIN, "menetap selamanya di belanda", "tinggalkan_indonesia"),
        (LAIN, "habis stroke, lumpuh separuh", "cacat_total"),
        (LAIN, "gagal ginjal, dokter bilang tidak bisa kerja lagi", "cacat_total"),
        ("cek-hak/saldo", "9 juta, tidak ada kartu lain", 9_000_000),
        (SEBAB, "bukan resign, kontrak saya selesai", "kontrak_habis"),
        ("cek-hak/kpj", "ada yang sebelum 2010", "lama"),
        ("cek-hak/pernah_sebagian", "pernah ambil 10 persen", "pernah"),
        ("lacak-klaim/status", "sudah cair ke rekening", "dibayar"),
        ("klaim-kantor/surat", "ada", "siap"),
        ("klaim-kantor/surat", "ada yang kurang", "kurang"),
        ("cek-hak/hp", "gak lancar", "sinyal"),
        ("cek-hak/hp", "sinyal bagus", "ya"),
        ("klaim-ahli-waris/hubungan", "saya bukan keluarganya", "bukan"),
    ],
)
def test_what_is_plain_is_taken(library: Library, at: str, text: str, answer: str | int) -> None:
    assert _told(library, at, text) == ("answer", answer)


@pytest.mark.parametrize(
    ("at", "text"),
    [
        ("lacak-klaim/lewat_mana", "belum pernah mengajukan"),
        ("klaim-ahli-waris/hubungan", "almarhum tidak punya saudara"),
        ("cek-hak/tanggal_lahir", "9 tahun"),
    ],
)
def test_what_is_no_option_is_not_taken(library: Library, at: str, text: str) -> None:
    assert _told(library, at, text)[0] not in {"answer", "confirm"}
