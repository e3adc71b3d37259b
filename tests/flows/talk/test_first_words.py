"""The commonest messages of all: one or two words, said first."""

from __future__ import annotations

import pytest

from tests.flows.talk.conftest import At
from tests.flows.talk.talking import Chat

FIRST_WORDS = [
    ("saldo", "topic/saldo-cek"),
    ("saldo saya brp", "topic/saldo-cek"),
    ("jht", "topic/klaim-syarat-umum"),
    ("klaim", "topic/klaim-cara-jmo"),
    ("syarat", "topic/klaim-syarat-umum"),
    ("iuran", "topic/iuran-besaran"),
    ("kerja cuma 5 bulan, bisa cair ga", "topic/klaim-syarat-umum"),
    ("dimutasi ke anak perusahaan", "topic/klaim-pindah-kerja"),
    ("kantor jauh", "topic/kantor-jauh"),
    ("kantor jauh banget, 4 jam naik kapal", "topic/kantor-jauh"),
    ("jam buka kantor", "topic/kantor-jam"),
    ("otp", "topic/jmo-otp"),
    ("paklaring", "topic/dokumen-paklaring"),
    ("calo", "topic/calo"),
    ("phk", "topic/klaim-phk"),
    ("petugas", "officer"),
    ("p", "greeting"),
    ("?", "greeting"),
    ("??", "greeting"),
    ("assalamu'alaikum wr wb", "greeting?balas_salam"),
    ("aslm min", "greeting?balas_salam"),
    ("met sore", "greeting?balas_waktu"),
    ("selamat malam bu", "greeting?balas_waktu"),
    ("kok blm cair2 ya", "lacak-klaim/lewat_mana?menunggu_cair"),
    ("uangku belum masuk juga", "lacak-klaim/lewat_mana?menunggu_cair"),
]

WHO_WRITES_AND_WHAT_FOR = [
    ("saya pengin mengambil duit bpjs tk saya", "topic/klaim-cara-jmo"),
    ("hendak narik dana jamsostek", "topic/klaim-cara-jmo"),
    ("sampeyan petugas bpjs dudu", "topic/tentang-bot"),
    ("ini mesin apa orang yg jawab", "topic/tentang-bot"),
    ("yang punya bot ini siapa", "topic/tentang-bot"),
    ("kami dari perusahaan, pegawai kami mau ambil jht", "topic/perusahaan-hrd"),
    ("hrd mau bantu klaim karyawan sekaligus", "topic/perusahaan-hrd"),
    ("tabungan jamsostek dari tahun 1996 masih ada apa hangus", "topic/klaim-syarat-umum"),
    ("kenapa disuruh datang ke cabang", "topic/klaim-kantor-cabang"),
    ("minggu buka ga ya", "topic/kantor-jam"),
    ("caranya gimana ya", "topic/klaim-cara-jmo"),
    ("ktp saya ilang, bisa cair ga", "topic/ktp-hilang"),
    ("bikin surat ahli waris dimana", "topic/klaim-ahli-waris"),
    ("rekening punya istri bisa ga", "topic/klaim-rekening"),
    ("jp nya ikut bisa diambil", "topic/program-jp"),
    ("pegawai kantor bpjs judes", "topic/kontak-resmi"),
    ("saya tuna netra, hp nya susah", "topic/bantuan-netra"),
    ("adik saya tunarungu", "topic/bantuan-tuli"),
    ("pakai kursi roda bisa masuk kantor ga", "topic/bantuan-gerak"),
    ("bapak masuk penjara", "topic/keluarga-tahanan"),
    ("lagi kerja di taiwan", "topic/klaim-pmi"),
    ("bos tidak menyetor iuran", "topic/iuran-tidak-dibayar"),
]
"""Who writes, what for, and whom they think they write to: said without the name of the topic."""


@pytest.mark.parametrize(("text", "screen"), FIRST_WORDS)
def test_first_words_get_what_such_people_need(at: At, text: str, screen: str) -> None:
    assert at().say(text) == screen


@pytest.mark.parametrize(("text", "screen"), WHO_WRITES_AND_WHAT_FOR)
def test_free_words_reach_the_topic_they_are_about(at: At, text: str, screen: str) -> None:
    shown, _, _said_as_likely = at().say(text).partition("?")
    assert shown == screen


@pytest.mark.parametrize("text", ["gagal terus", "gak bisa", "error", "eror terus"])
def test_a_failure_without_a_name_is_asked_about(at: At, text: str) -> None:
    chat = at()
    assert chat.say(text) == "stuck"
    assert {"1:t:login-gagal", "1:t:wajah-gagal", "1:f:jmo-error"} <= set(chat.offered)


def test_nobody_hears_the_first_words_twice(at: At) -> None:
    chat = at()
    chat.say("halo")
    assert chat.say("permisi") == "greeting/brief"
    assert chat.say("assalamualaikum") == "greeting/brief?balas_salam"


def test_the_salam_before_a_question_is_returned_with_the_answer(at: At) -> None:
    assert at().say("assalamualaikum, jam buka kantor berapa") == "topic/kantor-jam?balas_salam"


def test_a_complaint_in_a_guide_stays_there(at_checks: Chat) -> None:
    assert not at_checks.say("kok belum cair cair").startswith("lacak-klaim")
    assert at_checks.talk.guide == "klaim-jmo"
