"""A guide that is walked for somebody else."""

from __future__ import annotations

import pytest

from flows.buttons import pack
from flows.conversation import Conversation
from flows.presses import Act, Action
from tests.flows.talk.conftest import At


def test_it_is_said_back_once_and_stands_in_every_heading(at: At) -> None:
    chat = at("cek-hak")
    assert chat.say("ini untuk ibu saya") == "cek-hak/keadaan?untuk_siapa"
    assert chat.talk.holder == "ibu"
    chat.say("udah 63")
    assert chat.given() == {"keadaan": "usia_56"}
    assert "untuk ibu" in chat.screen.text


def test_what_who_helps_tells_of_themselves_answers_the_phone_alone(at: At) -> None:
    chat = at("cek-hak", keadaan="usia_56", status="nonaktif", pernah_sebagian="belum")
    chat.say("ini untuk bapak")
    chat.say("pakai hp saya, internet lancar")
    assert chat.given()["hp"] == "ya"
    chat = at("cek-hak")
    chat.say("ini untuk bapak")
    chat.say("saya masih kerja")
    assert chat.given() == {}


def test_nothing_of_one_is_kept_for_another(at: At) -> None:
    chat = at("cek-hak")
    chat.say("untuk paman saya, umurnya 66")
    assert chat.given() == {"keadaan": "usia_56"}
    chat.say("kalau saya sendiri gimana?")
    assert chat.talk.holder == ""
    assert chat.given() == {}


def test_a_tap_says_that_it_is_for_oneself(at: At) -> None:
    chat = at("cek-hak")
    chat.say("buat suami saya")
    chat.press(pack(Act(Action.MYSELF)))
    assert chat.talk.holder == ""


def test_beginning_anew_is_for_who_writes(at: At) -> None:
    chat = at("cek-hak")
    chat.say("buat suami saya")
    chat.press(pack(Act(Action.RESTART)))
    assert chat.talk.holder == ""


def test_what_for_is_not_for_whom(at: At) -> None:
    chat = at("cek-hak", keadaan="bekerja")
    chat.say("buat anak saya")
    assert chat.talk.holder == ""


def test_of_another_alone_it_is_asked_whether_it_is_for_them(at: At) -> None:
    chat = at("cek-hak")
    assert chat.say("istri saya kena phk").startswith("meant")
    assert chat.given() == {}
    chat = at("cek-hak")
    chat.say("mertua saya umur 62")
    assert (chat.talk.holder, chat.given()) == ("mertua", {"keadaan": "usia_56"})


def test_a_fact_told_with_a_question_waits_for_the_guide(at: At) -> None:
    chat = at()
    assert chat.say("saya nanya buat nenek, umurnya 64") == "noted?untuk_siapa"
    assert chat.talk.noted == {"keadaan": "usia_56"}


@pytest.mark.parametrize("state", [{}, {"guide": "cek-hak", "answers": {"cek-hak": {}}}])
def test_what_was_stored_before_is_the_writers_own(state: dict[str, object]) -> None:
    assert Conversation.load(state).holder == ""
    assert "holder" not in Conversation.load(state).dump()


def test_who_comes_along_is_asked_about_anywhere(at: At) -> None:
    chat = at("klaim-kantor")
    assert chat.say("boleh keponakan saya yang menggantikan?") == "topic/diwakilkan"


def test_who_says_who_they_are_again_is_no_answer_to_what_comes_next(at: At) -> None:
    chat = at("klaim-ahli-waris", hubungan="keluarga")
    chat.say("eh saya kan suaminya")
    assert chat.given("klaim-ahli-waris")["hubungan"] == "pasangan"


def test_what_comes_later_is_kept_for_its_question(at: At) -> None:
    chat = at("cek-hak", keadaan="usia_56")
    chat.say("nonaktif, kartu cuma satu")
    assert chat.given()["kpj"] == "satu"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("suami saya resign 10 september, saldo 12 juta", "suami"),
        ("kakak saya kontraknya habis 1 oktober, saldonya 3 juta", "kakak"),
    ],
)
def test_a_story_told_of_one_other_is_noted_for_them(at: At, text: str, who: str) -> None:
    chat = at()
    chat.say(text)
    assert chat.talk.holder == who
    assert chat.talk.noted["saldo"]


def test_a_story_with_something_of_oneself_is_ones_own(at: At) -> None:
    chat = at()
    chat.say("suami saya kerja di pabrik, saya resign 10 september, saldo 3 juta")
    assert not chat.talk.holder
