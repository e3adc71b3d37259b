"""A person wanted, something that fails without a name, thanks with more words, captions, needs."""

from __future__ import annotations

import pytest

from tests.flows.conftest import Hear
from tests.flows.talk.conftest import At
from tests.flows.talk.talking import Chat


@pytest.mark.parametrize(
    "text",
    [
        "ogah ngetik ke mesin, minta disambungkan ke petugas",
        "pengen ketemu manusia",
        "boleh ditelepon balik?",
        "bosan sama robot, mau orang",
        "coba panggilin adminnya",
    ],
)
def test_a_person_is_wanted(at: At, text: str) -> None:
    chat = at()
    assert chat.say(text) == "officer"
    assert chat.say("ga usah deh") == "menu?tidak_jadi"


@pytest.mark.parametrize(
    "text",
    [
        "petugas bilang saya harus menunggu",
        "tadi sudah ketemu petugas di kantor",
        "saya tidak bisa telepon",
        "mau tanya jam kantor",
        "bisa tanya syarat klaim?",
        "minta surat ke orang hrd",
    ],
)
def test_who_only_speaks_of_one_wants_none(hear: Hear, text: str) -> None:
    assert not hear(text).manner.wants_person


@pytest.mark.parametrize("text", ["botnya ngawur", "jawaban robot ini berbelit-belit terus"])
def test_who_blames_the_bot_hears_sorry_and_gets_a_person(at: At, text: str) -> None:
    chat = at()
    assert chat.say(text) == "notice/maaf_bot"
    assert chat.offered[0] == "1:o"


@pytest.mark.parametrize("text", ["eror mulu", "udah seharian ga bisa", "belum berhasil juga nih"])
def test_what_fails_is_asked(at: At, text: str) -> None:
    chat = at()
    assert chat.say(text) == "stuck"
    assert chat.say("kodenya") == "trouble/otp-tidak-masuk"


def test_at_a_step_with_troubles_they_are_shown(at_checks: Chat) -> None:
    assert at_checks.say("ga bisa bisa dari tadi") == "other-screens"


@pytest.mark.parametrize("text", ["gagal buka jmo", "klaim gagal", "belum bisa cair", "belum"])
def test_what_is_named_is_no_vague_failure(hear: Hear, text: str) -> None:
    assert not hear(text).manner.fails_somehow


def test_many_tries_lead_to_stop_whenever_the_thing_is_named(at: At) -> None:
    chat = at()
    assert chat.say("gagal lagi gagal lagi", "udah yang ke-6 kalinya") == "stuck"
    assert "Berhenti dulu" in chat.screen.text
    assert chat.say("foto mukanya") == "trouble/wajah-terkunci"
    chat = at()
    chat.say("gimana kalau lupa password")
    assert chat.say("udah sembilan kali nyoba") == "trouble/akun-terblokir"
    assert at().say("percobaan keempat, verifikasi muka gagal") == "trouble/wajah-terkunci"


@pytest.mark.parametrize(
    "text",
    [
        "makasih ya mas, semoga sehat",
        "oke deh, lusa saya ke kantor, trims",
        "oalah jadi anak tiri urusan kantor. sip makasih",
        "pamit dulu ya pak",
        "nuhun pisan kang",
    ],
)
def test_thanks_with_more_words_are_thanks(at: At, text: str) -> None:
    assert at().say(text) == "menu?terima_kasih"


@pytest.mark.parametrize(
    "text",
    [
        "makasih tapi fotonya masih ditolak",
        "terima kasih, pajaknya berapa",
        "mohon syarat klaimnya, makasih",
        "saya mau klaim, terima kasih",
        "trims, satu lagi dong",
    ],
)
def test_thanks_before_a_question_or_a_complaint_are_not(hear: Hear, text: str) -> None:
    assert not hear(text).manner.takes_leave


@pytest.mark.parametrize("text", ["sugeng sonten", "asalam", "rahajeng", "kulo nuwun pak"])
def test_greetings_of_the_regions_are_greetings(at: At, text: str) -> None:
    assert at().say(text).startswith("greeting")


@pytest.mark.parametrize("text", ["kk istri saya", "ini tampilannya pak", "buku tabungan"])
def test_a_caption_that_only_names_the_picture(hear: Hear, text: str) -> None:
    assert hear(text).manner.only_names


@pytest.mark.parametrize("text", ["kartu saya rusak", "ini kenapa", "kode 040", "saldo kok kosong"])
def test_a_caption_that_asks_or_tells(hear: Hear, text: str) -> None:
    assert not hear(text).manner.only_names


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("mata katarak, layar hp ga jelas, klaimnya gimana ya", "bantuan-netra"),
        ("tunarungu dan tinggal sendiri, gimana kalau disuruh telepon", "bantuan-tuli"),
        ("pakai kursi roda dan jauh dari kantor, ada keringanan?", "bantuan-gerak"),
        ("paman buta huruf, hp tidak punya, cara urusnya", "bantuan-baca"),
        ("saya ga bisa dengar, gimana wawancaranya", "bantuan-tuli"),
    ],
)
def test_a_need_is_heard_among_other_words(at: At, text: str, topic: str) -> None:
    assert at().say(text) == f"topic/{topic}"


@pytest.mark.parametrize(
    "text", ["tidak bisa lihat saldo", "ga bisa baca kode di layar", "foto saya goyang"]
)
def test_what_is_no_need(hear: Hear, text: str) -> None:
    assert hear(text).manner.need is None
