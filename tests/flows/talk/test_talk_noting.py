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
    ],
)
def test_what_is_otherwise_takes_its_place(noted: Chat, text: str, step: str, value: str) -> None:
    assert noted.say(text) == "noted"
    assert noted.talk.noted == {**NOTED, step: value}
    assert not noted.given()
    assert noted.say("betul") == "cek-hak/kerja_lagi"
    assert noted.given()[step] == value


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
