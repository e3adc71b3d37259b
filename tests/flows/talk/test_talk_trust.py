"""Trust comes before topics, and what follows a swindle is heard in its light."""

from __future__ import annotations

import pytest

from flows.talk.care.offers import WARY_FOR
from tests.flows.talk.conftest import At
from tests.flows.talk.talking import Chat

FIRM = "hrd minta uang supaya saya dinonaktifkan"


@pytest.mark.parametrize(
    "text", [FIRM, "teman minta 25 persen kalau jht saya cair", "kasih fee ke yang bantu boleh ga"]
)
def test_a_fee_is_never_answered_with_a_topic(at: At, text: str) -> None:
    assert at().say(text) == "calo/bahaya"


def test_it_wins_over_an_answer_and_the_question_stays(at_balance: Chat) -> None:
    before = at_balance.given()
    assert at_balance.say("om saya minta imbalan 2 juta kalau cair") == "calo/bahaya"
    assert at_balance.given() == before


def test_a_photo_of_the_face_for_somebody_is_no_trouble(at_checks: Chat) -> None:
    assert at_checks.say("ini disuruh foto muka sama orangnya, aman gak") == "calo/bahaya"


def test_after_something_was_given_each_step_protects(at: At) -> None:
    chat = at()
    assert chat.say("saya sudah kasih otp ke orang yang menelepon") == "calo/terlanjur_kode"
    assert chat.say("terus saya harus gimana") == "calo/lindungi_bank"
    assert chat.say("sudah, lalu apa lagi?") == "calo/lindungi_akun"
    assert chat.say("habis itu gimana dong") == "calo/lindungi_lapor"
    assert chat.say("takut") == "calo/lindungi_lapor"


def test_nothing_given_means_keeping_away(at: At) -> None:
    chat = at()
    chat.say("teman minta imbalan 15 persen kalau cair")
    assert chat.say("jadi saya harus gimana") == "calo/jaga_jarak"


def test_a_firm_is_reported_in_writing(at: At) -> None:
    chat = at()
    chat.say(FIRM)
    assert chat.say("terus gimana dong") == "calo/lapor_perusahaan"
    assert "1:o" in chat.offered


def test_what_was_sent_needs_no_receiver_after_a_swindle(at: At) -> None:
    assert not at().say("uangnya sudah saya kirim 300rb").startswith("calo/")
    chat = at()
    chat.say("ada yang minta dp buat urus klaim")
    assert chat.say("uangnya sudah saya kirim 300rb") == "calo/terlanjur_uang"


def test_a_real_question_is_answered_and_the_light_goes_out(at: At) -> None:
    chat = at()
    chat.say(FIRM)
    for _ in range(WARY_FOR):
        assert chat.say("jam buka kantor cabang") == "topic/kantor-jam"
    assert not chat.say("terus gimana").startswith("calo/")
    assert chat.talk.wary is None


def test_a_paying_helper_is_warned_of_and_recorded(at: At) -> None:
    chat = at("tanpa-hp", keadaan="dibantu")
    assert chat.say("menantu, tapi minta bagian 5 persen") == "calo/bahaya"
    assert chat.given("tanpa-hp")["penolong"] == "minta_upah"
    assert chat.say("1") != "tanpa-hp/penolong"


def test_a_helper_without_a_price_is_only_an_answer(at: At) -> None:
    chat = at("tanpa-hp", keadaan="dibantu")
    assert not chat.say("cucu saya").startswith("calo/")


def test_after_a_warning_a_good_word_for_the_person_changes_nothing(at: At) -> None:
    chat = at()
    assert chat.say("bude minta 250 ribu biar cair cepat") == "calo/bahaya"
    assert chat.say("tapi masih keluarga, orangnya jujur") == "calo/walau_kenal"
    assert chat.say("emang kenapa ga boleh") == "calo/kenapa_jangan"


def test_after_a_warning_another_worry_is_another_worry(at: At) -> None:
    chat = at()
    assert chat.say("bude minta 250 ribu biar cair cepat") == "calo/bahaya"
    assert not chat.say("lutut saya bengkak, berat ke cabang").startswith("calo/")


def test_after_a_secret_the_next_words_are_heard_in_its_light(at: At) -> None:
    for text, shown in (
        ("lalu bagaimana", "calo/lindungi_bank"),
        ("memangnya kenapa tidak boleh", "calo/kenapa_rahasia"),
        ("yang minta petugasnya kok", "calo/bahaya"),
    ):
        chat = at()
        chat.say("kode otp saya 774512")
        assert chat.say(text) == shown


@pytest.mark.parametrize(
    ("guide", "text"),
    [
        ("klaim-kantor", "iya tadi saya diminta duit 40rb"),
        ("klaim-lapak-asik", "iya, lapakasik-jht.site"),
        ("login-jmo", "mas konter bilang bacakan angkanya, angka yang masuk"),
    ],
)
def test_a_demand_inside_a_guide_is_warned_of(at: At, guide: str, text: str) -> None:
    chat = at(guide)
    before = chat.given(guide)
    assert chat.say(text) == "calo/bahaya"
    assert chat.given(guide) == before


def test_a_code_told_to_the_shop_is_given_away(at: At) -> None:
    assert at("login-jmo").say("kodenya saya kasih ke mbak konter") == "calo/terlanjur_kode"
