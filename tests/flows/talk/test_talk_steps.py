"""Counts of failures, and sentences that belong to another step of the guide."""

from __future__ import annotations

import pytest

from tests.flows.talk.conftest import At
from tests.flows.talk.talking import Chat

FACE = {
    "buka_jht": "tampil",
    "klaim_jht": "tampil",
    "tiga_centang": "hijau",
    "sebab_klaim": "tampil",
    "cek_data": "cocok",
}


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        ("foto muka gagal 4x", "wajah-terkunci"),
        ("verifikasi wajah berkali-kali ga bisa", "wajah-terkunci"),
        ("salah sandi lima kali", "akun-terblokir"),
        ("otp ditolak 3 kali", "akun-terblokir"),
    ],
)
def test_a_count_of_failures_means_stop(at: At, text: str, trouble: str) -> None:
    assert at().say(text) == f"trouble/{trouble}"


def test_a_bare_count_is_about_the_step(at: At) -> None:
    assert at("klaim-jmo", **FACE).say("sudah dicoba 4 kali") == "trouble/wajah-terkunci"


def test_a_bare_count_is_about_the_trouble_that_is_shown(at: At) -> None:
    chat = at()
    chat.say("kode otp salah")
    assert chat.say("udah 3x pak") == "trouble/akun-terblokir"


@pytest.mark.parametrize("text", ["pindah kerja 3 kali", "iuran 2x gaji", "foto sekali langsung"])
def test_other_counts_are_no_failure(at: At, text: str) -> None:
    assert not at().say(text).startswith("trouble/")


def test_what_a_later_step_shows_leads_there(at: At) -> None:
    chat = at("klaim-jmo", buka_jht="tampil")
    assert chat.say("udah hijau semua pak") == "klaim-jmo/sebab_klaim?langkah_itu"
    assert chat.given("klaim-jmo")["tiga_centang"] == "hijau"


def test_who_is_ahead_has_given_the_answers_that_lead_on(at: At) -> None:
    chat = at("klaim-lapak-asik")
    assert chat.say("jadwalnya sudah keluar") == "klaim-lapak-asik/wawancara?langkah_itu"
    assert chat.given("klaim-lapak-asik")["alat"] == "ada"


def test_what_a_question_is_for_is_told(at_leaving: Chat) -> None:
    assert at_leaving.say("buat apa nanya tanggalnya") == "why"


def test_a_step_asked_about_by_name_is_shown(at: At) -> None:
    chat = at("klaim-jmo", buka_jht="tampil")
    assert chat.say("sebab klaim diisi apa?") == "klaim-jmo/sebab_klaim?langkah_itu"


def test_an_earlier_step_asked_about_is_asked_again(at: At) -> None:
    chat = at("klaim-jmo", **FACE)
    assert chat.say("tiga centang tadi apa saja?") == "klaim-jmo/tiga_centang?langkah_itu"
    assert "cek_data" in chat.given("klaim-jmo")


def test_no_choice_is_skipped(at: At) -> None:
    chat = at("lacak-klaim")
    assert "langkah_itu" not in chat.say("buka lacak bagaimana?")


def test_no_description_ends_a_guide(at: At) -> None:
    chat = at("klaim-jmo")
    assert chat.say("klaim saya sudah terkirim semua") == "klaim-jmo/terkirim?langkah_itu"
    assert "terkirim" not in chat.given("klaim-jmo")


def test_what_is_changed_is_said_above_an_outcome(at: At) -> None:
    chat = at(
        "cek-hak",
        keadaan="usia_56",
        status="nonaktif",
        pernah_sebagian="belum",
        hp="ya",
        saldo="9 juta",
    )
    assert chat.say("ya tidak nonaktif") == "cek-hak/tanpa_jmo?diubah"
    assert chat.given()["status"] == "aktif"
