"""What sounds like an answer and may not be one is never taken unasked."""

from __future__ import annotations

from datetime import date

import pytest

from flows.library import Library
from tools.hear import Hearing


@pytest.fixture(scope="module")
def hearing(library: Library, today: date) -> Hearing:
    return Hearing(library, today)


def act(hearing: Hearing, at: str, text: str) -> tuple[object, object]:
    guide, step = at.split("/")
    told = hearing.told({"guide": guide, "step": step, "q": text})
    return told["act"], told["answer"]


@pytest.mark.parametrize(
    ("at", "text"),
    [
        # Planned, wished for, feared, or said by others.
        ("cek-hak/status", "rencananya mau dimatikan"),
        ("cek-hak/status", "seminggu lagi mati"),
        ("cek-hak/status", "sudah minta supaya dinonaktifkan"),
        ("cek-hak/status", "kata satpam sudah mati"),
        ("cek-hak/kerja_lagi", "semoga kerja di tempat baru"),
        ("cek-hak/kerja_lagi", "pengennya kerja lagi"),
        ("cek-hak/kerja_lagi", "jangan sampai nganggur"),
        ("cek-hak/kerja_lagi", "besok kerja lagi"),
        # Another thing, or somebody else's.
        ("cek-hak/status", "emailnya mati"),
        ("cek-hak/status", "rekening saya sudah tidak aktif"),
        ("cek-hak/status", "tidak aktif, itu kartu kakak saya"),
        ("cek-hak/masa", "kawin 15 tahun"),
        ("cek-hak/masa", "pabriknya berdiri 30 tahun"),
        ("cek-hak/saldo", "utang saya 5 juta"),
        ("cek-hak/saldo", "pengennya 20 juta"),
        ("cek-hak/kpj", "satu, tapi dulu di gudang ada lagi"),
        # Off work for a while.
        ("cek-hak/kerja_lagi", "tadi gak kerja, demam"),
        ("cek-hak/kerja_lagi", "lagi demam jadi nggak masuk"),
        ("cek-hak/kerja_lagi", "tdk kerja hr ini"),
        ("cek-hak/kerja_lagi", "lg cuti hamil"),
        ("cek-hak/kerja_lagi", "bolos"),
        ("cek-hak/masih_kerja", "minggu ini tidak masuk"),
        # Some of them are somebody else's.
        ("cek-hak/kpj", "tiga, dua di antaranya punya suami"),
        ("cek-hak/kpj", "ada 2, yang satu bukan kartu saya"),
        ("cek-hak/kpj", "ono loro, siji duweke bojoku"),
        ("cek-hak/kpj", "tiga, tapi punyaku cuma sebagian"),
        ("cek-hak/kpj", "dua, satu atas nama kakak"),
        # Under way, or not seen.
        ("cek-hak/sebab_berhenti", "mungkin phk sih"),
        ("cek-hak/status", "masih diurus kantor nonaktifnya"),
        ("cek-hak/status", "kayaknya sih sudah mati"),
        ("cek-hak/status", "menurut personalia tidak aktif"),
        ("cek-hak/status", "hrd baru didaftarkan nonaktif"),
        ("cek-hak/status", "formulir nonaktif sudah saya isi"),
        ("cek-hak/status", "iuran gak dibayar pabrik"),
        # Told of another.
        ("cek-hak/keadaan", "suamiku umur 58"),
        ("cek-hak/keadaan", "paman saya 60 tahun"),
        ("cek-hak/keadaan", "tetangga umurnya sudah 57"),
        ("cek-hak/kerja_lagi", "kakak saya nganggur"),
        # Leaving work is no page that comes out.
        ("klaim-jmo/buka_jht", "saya resign"),
        # No yes: read, a cry, enough.
        ("cek-hak/masih_kerja", "siap bos"),
        ("cek-hak/masih_kerja", "oke"),
        ("cek-hak/kerja_lagi", "sip"),
        # A no for what was told before.
        ("klaim-ahli-waris/hubungan", "tidak, 7 november"),
        ("cek-hak/kerja_lagi", "bukan, 9 juta"),
        ("cek-hak/kerja_lagi", "ya elah"),
        ("cek-hak/masih_kerja", "ya gusti"),
        ("cek-hak/masih_kerja", "ya kok ditanya terus"),
        ("cek-hak/keadaan", "udah makasih ya"),
        # Denied in the same breath, or nothing that is asked for denied.
        ("cek-hak/masih_kerja", "engga, masih"),
        ("cek-hak/hp", "gak, masih hidup"),
        ("cek-hak/hp", "gak ada hambatan"),
        ("cek-hak/hp", "punya, cuman jaringannya kembang kempis"),
        ("klaim-jmo/buka_jht", "iya tidak muncul"),
        ("klaim-jmo/cek_data", "ya agak beda"),
        ("klaim-jmo/cek_data", "samanya cuma tanggal lahir"),
        ("klaim-kantor/surat", "sip nanti saya kumpulkan"),
    ],
)
def test_what_may_be_no_answer_is_not_taken(hearing: Hearing, at: str, text: str) -> None:
    assert act(hearing, at, text)[0] != "answer"


@pytest.mark.parametrize(
    ("at", "text", "key"),
    [
        ("cek-hak/status", "sudah dinonaktifkan", "nonaktif"),
        ("cek-hak/status", "mau cek dulu", "tidak_tahu"),
        ("cek-hak/masih_kerja", "ya", "ya"),
        ("cek-hak/kerja_lagi", "sudah tidak masuk kerja di mana mana, nganggur", "tidak"),
        ("cek-hak/kpj", "dua kartu, semua punya saya", "beberapa"),
        ("cek-hak/kpj", "punya saya cuma satu", "satu"),
        ("cek-hak/status", "hrd sudah lapor, nonaktif", "nonaktif"),
        ("cek-hak/keadaan", "saya 59, istri 50", "usia_56"),
        ("cek-hak/keadaan", "sudah resign, belum 56", "berhenti"),
        ("cek-hak/masih_kerja", "ya masih", "ya"),
        ("cek-hak/kerja_lagi", "iya belum", "tidak"),
        ("cek-hak/keadaan", "mau resign", "berhenti"),
        ("cek-hak/sebab_bekerja", "nunggu umur 56 aja", "menunggu_56"),
        ("cek-hak/masa", "sudah 12 tahun", "cukup"),
        ("klaim-jmo/buka_jht", "ok", "tampil"),
        ("klaim-kantor/surat", "siap", "siap"),
        ("lacak-klaim/lama_jmo", "belum lewat", "belum"),
        ("klaim-sebagian/lama_peserta", "ya belum", "belum"),
    ],
)
def test_what_is_plainly_so_is_still_taken(hearing: Hearing, at: str, text: str, key: str) -> None:
    assert act(hearing, at, text) == ("answer", key)
