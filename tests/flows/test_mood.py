"""How somebody writes: the shipped word list heard by the shipped search."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.ears.mood import Moods
from flows.ears.search import Search
from flows.language.wordlist import word_list
from flows.library import Library


@pytest.fixture(scope="module")
def moods(library: Library) -> Moods:
    return Moods(word_list(library.words), Search(library.topics, library.words).normaliser)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("assalamualaikum", "salam"),
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
def test_a_mood_is_heard(moods: Moods, text: str, kind: str) -> None:
    assert kind in moods.of(text)


@pytest.mark.parametrize(
    "text",
    [
        "saldo saya tidak muncul",
        "petugas kantor cabang buka jam berapa",
        "paling pagi jam berapa",
        "",
    ],
)
def test_a_plain_question_has_no_mood_that_matters(moods: Moods, text: str) -> None:
    assert not moods.of(text).kinds & {"marah", "putus_asa", "makian", "petugas", "inggris"}


def test_a_greeting_alone_is_only_a_greeting(moods: Moods) -> None:
    assert moods.of("halo min").only
    assert moods.of("capek bgt ga ada solusi").only
    assert not moods.of("halo min mau klaim jht").only
    assert not moods.of("klaim jht").only


def test_upset_people_are_known(moods: Moods) -> None:
    assert moods.of("saya kecewa dipersulit").upset
    assert not moods.of("terima kasih").upset


@given(st.text())
def test_nothing_raises(moods: Moods, text: str) -> None:
    assert isinstance(moods.of(text).only, bool)
