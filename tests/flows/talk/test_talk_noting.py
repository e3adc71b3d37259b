"""Below facts that wait for a yes: one of them is otherwise, or there is one more."""

from __future__ import annotations

import pytest

from tests.flows.talk.conftest import At
from tests.flows.talk.talking import Chat

NOTED = {
    "keadaan": "berhenti",
    "sebab_berhenti": "phk",
    "tanggal_berhenti": "2026-10-15",
    "saldo": "12000000",
}


@pytest.fixture
def noted(at: At) -> Chat:
    chat = at()
    assert chat.say("saya di-phk 15 oktober, saldo 12 juta") == "noted"
    assert chat.talk.noted == NOTED
    return chat


@pytest.mark.parametrize(
    ("text", "step", "value"),
    [
        ("bukan tanggal 15, tapi 5 oktober", "tanggal_berhenti", "2026-10-05"),
        ("salah, tanggal 25", "tanggal_berhenti", "2026-10-25"),
        ("iya, tapi tanggalnya 5", "tanggal_berhenti", "2026-10-05"),
        ("saldonya 18 juta, bukan 12", "saldo", "18000000"),
        ("saldonya salah, 8 juta", "saldo", "8000000"),
        ("bukan, saya mengundurkan diri", "sebab_berhenti", "resign"),
        ("resign, bukan phk", "sebab_berhenti", "resign"),
        ("eh bukan phk, resign maksud saya", "sebab_berhenti", "resign"),
        ("waduh keliru, bukan di-phk, mengundurkan diri maksudnya", "sebab_berhenti", "resign"),
    ],
)
def test_what_is_otherwise_takes_its_place(noted: Chat, text: str, step: str, value: str) -> None:
    assert noted.say(text) == "noted"
    assert noted.talk.noted == {**NOTED, step: value}
    assert not noted.given()
    assert noted.say("betul") == "cek-hak/kerja_lagi"
    assert noted.given()[step] == value


@pytest.mark.parametrize("text", ["nah betul", "nah iya itu benar"])
def test_who_is_glad_agrees(noted: Chat, text: str) -> None:
    assert noted.say(text) == "cek-hak/kerja_lagi"


@pytest.mark.parametrize("text", ["oh iya saldonya 8 juta", "iya, saldo saya 8 juta"])
def test_one_more_fact_is_noted_with_the_others(at: At, text: str) -> None:
    chat = at()
    chat.say("saya di-phk 15 oktober")
    assert chat.say(text) == "noted"
    assert chat.talk.noted == {**NOTED, "saldo": "8000000"}


@pytest.mark.parametrize("text", ["kurang tepat", "ada yang salah", "saldonya kurang pas"])
def test_what_is_wrong_is_asked(noted: Chat, text: str) -> None:
    assert noted.say(text) == "summary"
    assert noted.given() == NOTED


@pytest.mark.parametrize("text", ["betul sekali", "betul kali pak", "leres pisan", "iya bener"])
def test_a_hearty_yes_is_a_yes(noted: Chat, text: str) -> None:
    assert noted.say(text) == "cek-hak/kerja_lagi"
    assert noted.given() == NOTED


def test_a_yes_for_the_facts_answers_no_question(noted: Chat) -> None:
    """The "iya" of "iya, belum kerja" is for what was noted."""
    assert noted.say("iya, belum kerja lagi") == "cek-hak/status?dicatat"
    assert noted.given() == {**NOTED, "kerja_lagi": "tidak"}


@pytest.mark.parametrize(
    "text", ["tidak, 5 oktober", "bukan, 5 oktober", "bukan hari itu, 5 oktober"]
)
def test_a_no_before_a_day_agrees_to_nothing(noted: Chat, text: str) -> None:
    assert noted.say(text) == "noted"
    assert noted.talk.noted == {**NOTED, "tanggal_berhenti": "2026-10-05"}


def test_a_no_with_nothing_behind_it_that_fits_asks_which(noted: Chat) -> None:
    assert noted.say("tidak, bukan begitu ceritanya") == "summary"
    assert "kerja_lagi" not in noted.given()


@pytest.mark.parametrize("text", ["bukan, 25 september", "tidak, 25 september"])
def test_a_day_said_whole_takes_the_place_of_the_one_before(at: At, text: str) -> None:
    chat = at("cek-hak", keadaan="berhenti", sebab_berhenti="resign", kerja_lagi="tidak")
    chat.answer("tanggal_berhenti", "5 juli")
    chat.say(text)
    assert chat.given()["tanggal_berhenti"] == "2026-09-25"


def test_a_no_that_takes_back_the_answer_before_is_none_here(at: At) -> None:
    chat = at("cek-hak", keadaan="berhenti", sebab_berhenti="resign", kerja_lagi="tidak")
    chat.answer("tanggal_berhenti", "5 juli")
    chat.answer("status", "nonaktif")
    chat.say("tidak, masih aktif")
    assert chat.given()["status"] == "aktif"
    assert "hp" not in chat.given()


def test_what_is_taken_back_tells_nothing_of_another_question(at_balance: Chat) -> None:
    at_balance.say("14 juta deng, bukan 12")
    assert at_balance.given()["saldo"] == "14000000"
    assert "data" not in at_balance.given()


def test_another_reason_denied_is_no_denial_of_leaving(at: At) -> None:
    chat = at("cek-hak", keadaan="berhenti", sebab_berhenti="resign")
    chat.say("resign deng bukan phk")
    assert chat.given()["keadaan"] == "berhenti"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("iya tapi tanggalnya 8 september", "2026-09-08"),
        ("hampir benar, cuma tanggalnya 17", "2026-10-17"),
    ],
)
def test_a_yes_with_another_day_changes_the_day(noted: Chat, text: str, day: str) -> None:
    assert noted.say(text) == "noted"
    assert noted.talk.noted["tanggal_berhenti"] == day


def test_almost_right_asks_which(noted: Chat) -> None:
    assert noted.say("hampir betul") == "summary"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("bukan saya, kakak saya", "kakak"),
        ("eh itu punya suami", "suami"),
        ("bukan aku, itu bapak saya", "bapak"),
        ("itu kejadian adik saya bukan saya", "adik"),
        ("bukan saya yang phk, anak saya", "anak"),
        ("itu istriku", "istri"),
    ],
)
def test_what_is_noted_is_told_of_somebody_else(noted: Chat, text: str, who: str) -> None:
    assert noted.say(text).startswith("noted")
    assert (noted.talk.holder, noted.talk.noted, noted.given()) == (who, NOTED, {})
    noted.say("ya")
    assert noted.talk.holder == who
    assert noted.given() == NOTED


def test_what_is_told_of_nobody_named_is_dropped(noted: Chat) -> None:
    noted.say("itu bukan saya bu")
    assert (noted.talk.noted, noted.given(), noted.talk.holder) == ({}, {}, "")


@pytest.mark.parametrize(
    "text", ["iya bu", "betul pak", "saya istrinya", "hp punya suami", "ya mbak"]
)
def test_who_is_only_spoken_to_or_named_besides_takes_nothing_over(noted: Chat, text: str) -> None:
    noted.say(text)
    assert noted.talk.holder == ""


@pytest.mark.parametrize("text", ["lanjut", "di-PHK oleh pabriknya"])
def test_what_says_nothing_new_leaves_what_is_noted(noted: Chat, text: str) -> None:
    assert noted.say(text) == "noted"
    assert noted.talk.noted == NOTED
    assert noted.given() == {}
