"""What is not sure is asked: "Maksud Bapak/Ibu: ...?", and how it goes on from there."""

from __future__ import annotations

import pytest

from flows.aside import Aside, View
from tests.flows.talk.conftest import At

YEARS = {"keadaan": "bekerja", "sebab_bekerja": "sebagian_10"}


def test_a_digit_that_is_a_button_too_is_asked_about(at: At) -> None:
    chat = at("cek-hak", **YEARS)
    assert chat.say("3") == "meant"
    assert chat.talk.aside == Aside(View.MEANT, ("tidak_tahu", "belum"))
    chat.say("2")
    assert chat.given()["masa"] == "belum"


@pytest.mark.parametrize("refusal", ["bukan itu maksud saya", "3"])
def test_what_was_not_meant_is_asked_again(at: At, refusal: str) -> None:
    chat = at("cek-hak", **YEARS)
    chat.say("3")
    assert chat.say(refusal) == "cek-hak/masa"
    assert "masa" not in chat.given()


def test_the_right_answer_may_be_typed_at_once(at: At) -> None:
    chat = at("cek-hak", **YEARS)
    chat.say("3")
    chat.say("14 tahun")
    assert chat.given()["masa"] == "cukup"


def test_of_two_options_each_has_a_button(at: At) -> None:
    chat = at("cek-hak", **YEARS)
    assert chat.say("sekitar 10 tahun") == "meant"
    assert [button.label for button in chat.screen.choices][:2] == [
        "10 tahun atau lebih", "Belum 10 tahun"
    ]  # fmt: skip
    chat.say("1")
    assert chat.given()["masa"] == "cukup"


def test_the_same_is_not_asked_twice(at: At) -> None:
    chat = at("cek-hak", **YEARS)
    chat.say("sekitar 10 tahun")
    assert chat.say("sekitar 10 tahun") != "meant"


@pytest.mark.parametrize(
    "text",
    ["belum 56", "umurku durung 56", "masih di bawah 56", "kurang dari 56 pak", "baru mau 56"],
)
def test_an_age_that_is_not_reached_asks_whether_they_work(at: At, text: str) -> None:
    chat = at("cek-hak")
    assert chat.say(text) == "meant"
    assert chat.talk.aside is not None
    assert chat.talk.aside.args[:2] == ("bekerja", "berhenti")


@pytest.mark.parametrize("text", ["lg cuti", "hari ini libur", "tadi gak kerja, masuk angin"])
def test_who_is_off_work_is_asked_whether_they_have_some(at: At, text: str) -> None:
    chat = at("cek-hak", keadaan="berhenti", sebab_berhenti="phk")
    assert chat.say(text) == "meant"
    assert chat.talk.aside == Aside(View.MEANT, ("tidak", "ya"))


@pytest.mark.parametrize("yes", ["ya", "iya pak", "betul"])
def test_a_yes_to_which_one_names_none(at: At, yes: str) -> None:
    chat = at("cek-hak", keadaan="berhenti", sebab_berhenti="phk")
    chat.say("lg cuti", yes)
    assert "kerja_lagi" not in chat.given()
    chat.say("belum kerja lagi")
    assert chat.given()["kerja_lagi"] == "tidak"


@pytest.mark.parametrize("text", ["bukan ditolak kok", "enggak dikembalikan", "tidak ditolak ya"])
def test_who_rules_one_out_is_asked_which_of_the_others(at: At, text: str) -> None:
    chat = at("lacak-klaim", lewat_mana="kantor", buka_lacak="tampil")
    assert chat.step.id == "status"
    assert chat.say(text).startswith("meant")
    assert "status" not in chat.given("lacak-klaim")
