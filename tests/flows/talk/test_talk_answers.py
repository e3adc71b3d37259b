"""Typed answers: to choices, dates and amounts, and what is no answer though it looks like one."""

from __future__ import annotations

import pytest

from tests.flows.talk.conftest import At
from tests.flows.talk.talking import Chat


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("kemarin", "2026-11-19"),
        ("akhir bulan lalu", "2026-10-31"),
        ("2 minggu yg lalu", "2026-11-06"),
        ("sebulan", "2026-10-20"),
        ("10/08/2026", "2026-08-10"),
        ("udah lama", "lama"),
        ("lupa", "lupa"),
    ],
)
def test_a_date_is_read_before_the_ready_answers(at_leaving: Chat, text: str, day: str) -> None:
    at_leaving.say(text)
    assert at_leaving.given()["tanggal_berhenti"] == day


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("besok", "tanggal_masa_depan"),
        ("minggu depan", "tanggal_masa_depan"),
        ("abis gajian kemarin", "kurang_jelas_tanggal"),
        ("10 agustus apa 11 ya", "kurang_jelas_tanggal"),
    ],
)
def test_a_day_that_is_none_is_asked_for_again(at_leaving: Chat, text: str, hint: str) -> None:
    assert at_leaving.say(text) == f"cek-hak/tanggal_berhenti?{hint}"
    assert "tanggal_berhenti" not in at_leaving.given()


@pytest.mark.parametrize(
    ("text", "saldo"),
    [
        ("8 juta", "8000000"),
        ("10an juta", "10000000"),
        ("kosong", "0"),
        ("belum cek", "tidak_tahu"),
    ],
)
def test_an_amount_is_read(at_balance: Chat, text: str, saldo: str) -> None:
    at_balance.say(text)
    assert at_balance.given()["saldo"] == saldo


def test_a_supposed_amount_is_a_question(at_balance: Chat) -> None:
    assert at_balance.say("kalau saldo 20 juta bisa lewat jmo ga?").startswith("topic/")
    assert "saldo" not in at_balance.given()


@pytest.mark.parametrize("text", ["banyak", "sedikit", "lumayan banyak pak", "dikit sih"])
def test_much_and_little_are_no_amount(at_balance: Chat, text: str) -> None:
    at_balance.say(text)
    assert "saldo" not in at_balance.given()


def test_an_amount_in_a_question_is_kept_and_the_question_answered(at_balance: Chat) -> None:
    assert at_balance.say("saldo saya 8 jt bisa cair semua?").startswith("topic/")
    assert at_balance.given()["saldo"] == "8000000"
    assert at_balance.press("1:d") == "cek-hak/kpj"


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("resign", {"keadaan": "berhenti", "sebab_berhenti": "resign"}),
        ("nganggur", {"keadaan": "berhenti"}),
        ("56 thn", {"keadaan": "usia_56"}),
        ("suami saya meninggal", {"keadaan": "lain", "sebab_lain": "meninggal"}),
    ],
)
def test_what_an_answer_says_beyond_it_is_not_asked_again(
    at: At, text: str, answers: dict[str, str]
) -> None:
    chat = at("cek-hak")
    chat.say(text)
    assert chat.given() == answers


def test_a_story_is_no_answer_to_a_choice(at: At) -> None:
    chat = at("cek-hak")
    chat.say("pengkinian data ditolak terus, katanya saya bukan ahli waris, smoga waras JMO")
    assert chat.given() == {}


@pytest.mark.parametrize(
    ("text", "screen"),
    [
        ("masih aktif", "trouble/status-masih-aktif"),
        ("nonaktif", "klaim-jmo/tiga_centang"),
        ("belum hijau semua", "klaim-jmo/tiga_centang"),
    ],
)
def test_a_report_of_something_else_does_not_go_on(at_checks: Chat, text: str, screen: str) -> None:
    before = at_checks.given("klaim-jmo")
    shown = at_checks.say(text)
    assert at_checks.given("klaim-jmo") == before
    if screen.startswith("trouble/"):
        assert shown == screen


@pytest.mark.parametrize("text", ["sudah", "udah pak", "ijo semua", "hijau", "ya, ketiganya hijau"])
def test_a_yes_goes_on(at_checks: Chat, text: str) -> None:
    assert at_checks.say(text) == "klaim-jmo/sebab_klaim"


def test_a_scam_call_at_the_last_step_is_no_yes(at: At) -> None:
    chat = at(
        "klaim-jmo", buka_jht="tampil", klaim_jht="tampil", tiga_centang="hijau",
        sebab_klaim="tampil", cek_data="cocok", foto_wajah="diterima", rekening="tampil",
        rincian_saldo="tampil",
    )  # fmt: skip
    chat.say("ada yang nelpon minta otp")
    assert "konfirmasi" not in chat.given("klaim-jmo")


def test_only_the_answers_are_numbered(at_checks: Chat) -> None:
    count = len(at_checks.labels)
    assert at_checks.say(str(count + 1)) == "klaim-jmo/tiga_centang?kurang_jelas_layar"


def test_words_of_a_button_never_match_its_data(at: At) -> None:
    chat = at("klaim-jmo")
    chat.say("klaim jht resign")
    assert chat.given("klaim-jmo") == {}


def test_unclear_twice_offers_a_person_and_keeps_what_was_written(at_checks: Chat) -> None:
    assert at_checks.say("pelangi sore") == "klaim-jmo/tiga_centang?kurang_jelas_layar"
    assert at_checks.say("kotak kotak") == "person"
    assert at_checks.talk.asked == "kotak kotak"
    assert "1:o" in at_checks.offered
    assert at_checks.press("1:d") == "klaim-jmo/tiga_centang"


def test_an_answer_ends_the_row_of_unclear_ones(at_checks: Chat) -> None:
    at_checks.say("warna warni", "1")
    assert at_checks.say("pelangi sore") == "klaim-jmo/sebab_klaim?kurang_jelas_layar"


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("ya", "2025-08-15"),
        ("16 agustus 2025", "2025-08-16"),
        ("enam belas agustus 2025", "2025-08-16"),
        ("16 agustus 205", None),
    ],
)
def test_another_day_than_the_one_asked_about_is_not_that_one(
    at_leaving: Chat, said: str, day: str | None
) -> None:
    assert at_leaving.say("15 agustus 2O25") == "part"
    at_leaving.say(said)
    assert at_leaving.given().get("tanggal_berhenti") == day


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("saya istrinya, anak kami masih kecil", {"hubungan": "pasangan", "umur_anak": "kecil"}),
        ("saya suaminya, anak tiga masih sd", {"hubungan": "pasangan", "umur_anak": "kecil"}),
        ("saya anaknya. sudah dewasa semua", {"hubungan": "anak", "umur_anak": "dewasa"}),
    ],
)
def test_the_next_questions_are_answered_by_the_same_words(
    at: At, words: str, told: dict[str, str]
) -> None:
    chat = at("klaim-ahli-waris")
    chat.say(words)
    assert chat.given("klaim-ahli-waris") == told


def test_nothing_said_before_tells_what_is_on_the_screen(at: At) -> None:
    chat = at("lacak-klaim")
    chat.say("lewat jmo, sudah dua minggu")
    assert chat.given("lacak-klaim") == {"lewat_mana": "jmo"}


@pytest.mark.parametrize(
    ("guide", "answers", "words", "answer"),
    [
        ("klaim-jmo", {}, "udah nongol pak", "tampil"),
        ("klaim-jmo", {"buka_jht": "tampil"}, "wis ketok", "tampil"),
        ("klaim-kantor", {"keadaan": "biasa"}, "pepak kabeh", "siap"),
    ],
)
def test_what_is_said_alike_everywhere_needs_no_list_of_the_step(
    at: At, guide: str, answers: dict[str, str], words: str, answer: str
) -> None:
    chat = at(guide, **answers)
    step = chat.step.id
    chat.say(words)
    assert chat.given(guide)[step] == answer


TOLD = {
    "keadaan": "berhenti",
    "sebab_berhenti": "resign",
    "kerja_lagi": "tidak",
    "tanggal_berhenti": "2026-10-05",
}


def test_several_facts_at_the_first_question_are_all_kept_and_said_back(at: At) -> None:
    chat = at("cek-hak")
    chat.say("saya resign 5 oktober 2026, sekarang belum kerja lagi")
    assert chat.screen.id == "cek-hak/status?dicatat"
    assert chat.given() == TOLD


def test_what_is_vague_in_it_is_confirmed_and_going_on_agrees(at: At) -> None:
    chat = at("cek-hak")
    assert chat.say("udah berhenti sekitar bulan maret, belum kerja lagi") == "noted?dicatat"
    assert chat.given() == {"keadaan": "berhenti", "kerja_lagi": "tidak"}
    chat.say("saya resign")
    assert chat.given()["sebab_berhenti"] == "resign"
    assert chat.given()["kerja_lagi"] == "tidak"


def test_what_was_not_known_before_is_known_later(at: At) -> None:
    chat = at("cek-hak", **TOLD, status="tidak_tahu", pernah_sebagian="belum")
    chat.say("udah ketemu, statusnya nonaktif")
    assert chat.given()["status"] == "nonaktif"
