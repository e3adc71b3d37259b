"""How somebody writes: the shipped word list heard by the shipped search."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.flows.conftest import Hear


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("assalamualaikum", "assalam"),
        ("halooo min", "salam"),
        ("makasih banyak kak", "terima_kasih"),
        ("kecewaaa sama pelayanannya", "marah"),
        ("saya dipersulit terus", "marah"),
        ("capek bgt ga ada solusi", "putus_asa"),
        ("dasar bot goblok", "makian"),
        ("mau ngomong sama petugas", "petugas"),
        ("tolong sambungin ke cs dong", "petugas"),
        ("manusia aja deh jgn bot", "petugas"),
        ("bukan itu maksud saya", "bot_salah"),
        ("how can I claim my money after I resign", "inggris"),
    ],
)
def test_a_mood_is_heard(hear: Hear, text: str, kind: str) -> None:
    assert kind in hear(text).mood


@pytest.mark.parametrize(
    "text",
    [
        "saldo saya tidak muncul",
        "petugas kantor cabang buka jam berapa",
        "paling pagi jam berapa",
        "",
    ],
)
def test_a_plain_question_has_no_mood_that_matters(hear: Hear, text: str) -> None:
    assert not hear(text).mood.kinds & {"marah", "putus_asa", "makian", "petugas", "inggris"}


def test_a_greeting_alone_is_only_a_greeting(hear: Hear) -> None:
    assert hear("halo min").mood.only
    assert hear("capek bgt ga ada solusi").mood.only
    assert not hear("halo min mau klaim jht").mood.only
    assert not hear("klaim jht").mood.only


def test_upset_people_are_known(hear: Hear) -> None:
    assert hear("saya kecewa dipersulit").mood.upset
    assert not hear("terima kasih").mood.upset


@given(st.text())
def test_nothing_raises(hear: Hear, text: str) -> None:
    assert isinstance(hear(text).mood.only, bool)
