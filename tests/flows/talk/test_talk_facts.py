"""Facts in free text: said back, taken or not, with the question that came along."""

from __future__ import annotations

import pytest

from tests.flows.talk.conftest import At

TOLD = "resign 2 bulan lalu saldo 12 jt masih ada hp"
ASKED = "sdh resign 2 bln lalu saldo 12jt kok gbs klaim di jmo kode 040"
FACTS = {
    "keadaan": "berhenti",
    "sebab_berhenti": "resign",
    "tanggal_berhenti": "2026-09-20",
    "saldo": "12000000",
}


def test_facts_are_said_back_and_their_questions_skipped(at: At) -> None:
    chat = at()
    assert chat.say(TOLD) == "noted"
    assert "sekitar 20 September 2026" in chat.screen.text
    assert chat.say("ya betul") == "cek-hak/kerja_lagi"
    assert chat.given() == {**FACTS, "hp": "ya"}
    assert chat.say("1") == "cek-hak/status"


@pytest.mark.parametrize("answer", ["ya, betul", "bukan"])
def test_the_question_beside_them_is_answered_after_yes_or_no(at: At, answer: str) -> None:
    chat = at()
    assert chat.say(ASKED) == "noted"
    assert chat.library.topics["klaim-kode-penolakan"].short[:20] in chat.screen.text
    assert chat.say(answer) == "topic/klaim-kode-penolakan/+"
    assert chat.given() == (FACTS if answer.startswith("ya") else {})
    assert chat.press("1:d").startswith("cek-hak/")


def test_what_only_follows_from_one_fact_is_no_second_one(at: At) -> None:
    assert at().say("klaim jht resign") == "topic/klaim-resign"
    assert at().say("cacat total tetap jht") == "topic/klaim-cacat-total"


def test_a_question_in_between_does_not_lose_what_was_noted(at: At) -> None:
    chat = at()
    assert chat.say(TOLD, "cara cek saldo gimana?") == "topic/saldo-cek"
    assert chat.say("kembali") == "noted"
    assert chat.say("ya") == "cek-hak/kerja_lagi"


def test_noted_facts_can_be_corrected(at: At) -> None:
    chat = at()
    chat.say(TOLD)
    assert chat.say("salah, resignnya 2 minggu lalu saldo 5 juta") == "noted"
    chat.say("iya")
    assert chat.given()["tanggal_berhenti"] == "2026-11-06"


def test_going_back_drops_what_was_noted(at: At) -> None:
    chat = at()
    assert chat.say(TOLD, "kembali") == "menu"
    assert chat.talk.noted == {}


def test_facts_for_another_guide_are_not_taken(at: At) -> None:
    chat = at("klaim-jmo", buka_jht="tampil")
    assert chat.say(TOLD) != "noted"
    assert chat.given() == {}


@pytest.mark.parametrize("guide", ["lacak-klaim", "klaim-jmo", "klaim-sebagian"])
def test_at_the_menu_of_another_guide_facts_are_noted_as_at_the_start(at: At, guide: str) -> None:
    chat = at()
    assert chat.say(f"/start {guide}", "/menu", TOLD) == "noted"
    assert chat.say("cara cek saldo gimana?", "kembali") == "noted"
    assert chat.say("ya") == "cek-hak/kerja_lagi"
    assert chat.given() == {**FACTS, "hp": "ya"}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("saya berhenti 5 mei 2026", "2026-05-05"),
        ("h-2 lebaran kemarin saya berhenti", "2026-03-19"),
        ("resign h+5 lebaran", "2026-03-26"),
    ],
)
def test_the_day_somebody_stopped_is_noted(at: At, text: str, day: str) -> None:
    chat = at()
    assert chat.say(text) == "noted"
    assert chat.talk.noted["tanggal_berhenti"] == day


@pytest.mark.parametrize("text", ["saya berhenti bayar iuran mei kemarin", "saya berhenti merokok"])
def test_who_stopped_something_else_left_no_work(at: At, text: str) -> None:
    assert at().say(text) != "noted"
