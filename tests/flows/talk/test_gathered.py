"""Facts told one after the other before any guide are said back together."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.flows.talk.conftest import At

RESIGNED = {"keadaan": "berhenti", "sebab_berhenti": "resign"}


@pytest.mark.parametrize(
    ("texts", "noted"),
    [
        (["saya mengundurkan diri", "tanggal 7 oktober"], {"tanggal_berhenti": "2026-10-07"}),
        (["saya resign bu", "belum dapat kerja"], {"kerja_lagi": "tidak"}),
        (["saya sudah resign", "statusnya nonaktif"], {"status": "nonaktif"}),
        (["saya resign", "saldo 11 juta"], {"saldo": "11000000"}),
    ],
)
def test_what_follows_is_noted_with_what_was_told(
    at: At, texts: list[str], noted: Mapping[str, str]
) -> None:
    chat = at()
    assert chat.say(texts[0]) != "noted"
    assert chat.given() == {}
    assert chat.say(*texts[1:]) == "noted"
    assert chat.talk.noted == {**RESIGNED, **noted}
    assert chat.talk.mentioned == {}
    chat.say("ya")
    assert chat.given() == {**RESIGNED, **noted}


def test_the_weightier_situation_stays(at: At) -> None:
    chat = at()
    chat.say("umur saya 58", "masih kerja", "saldonya 20 juta")
    assert chat.talk.noted == {"keadaan": "usia_56", "saldo": "20000000"}


@pytest.mark.parametrize(
    "text",
    [
        "ya",
        "iya bu",
        "oke makasih",
        "berapa lama cairnya?",
        "statusnya masih aktif",
        "gak punya hp",
        "masih kerja",
        "suami saya phk",
        "bukan, saya phk",
        "gajian tanggal 28",
        "kalau 5 oktober gimana",
        "sudah kerja lagi di pt lain",
        "jmo error",
        "diurus di mana, saldonya 9 juta",
    ],
)
def test_what_tells_nothing_more_is_answered_for_itself(at: At, text: str) -> None:
    chat = at()
    chat.say("saya resign", text)
    assert not chat.talk.noted
    assert chat.given() == {}


@pytest.mark.parametrize("text", ["resign itu apa?", "kalau resign gimana", "suami saya resign"])
def test_what_is_asked_or_of_others_is_not_kept(at: At, text: str) -> None:
    chat = at()
    chat.say(text)
    assert not chat.talk.mentioned


def test_what_was_told_of_oneself_is_not_gathered_for_somebody_else(at: At) -> None:
    chat = at()
    chat.say("saya resign", "ini untuk ibu saya", "tgl 10 oktober")
    assert chat.talk.holder == "ibu"
    assert not chat.talk.noted
