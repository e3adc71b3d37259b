"""Two numbers in one text: what each is told of, and which only limits the other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.content.guide import Ask
from flows.conversation import Conversation
from flows.language.counts.related import GONE, MEMBER, WORKED
from flows.library import Library
from flows.scene import Scene
from flows.talk.answering.choice import Choice
from flows.talk.answering.options import option_of
from tests.flows.conftest import Hear


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("phk 13 tahun lalu, dinasnya 4 tahun", [GONE, WORKED]),
        ("16 tahun kerja, terdaftar bpjs 8 tahun", [WORKED, MEMBER]),
        ("8 tahun", [""]),
    ],
)
def test_what_a_number_is_told_of(hear: Hear, text: str, told: list[str]) -> None:
    assert [each.of for each in hear(text).measures] == told


def at_masa(library: Library, hear: Hear, text: str) -> Choice:
    step = next(each for each in library.guides["cek-hak"].steps if each.id == "masa")
    assert isinstance(step, Ask)
    heard = hear(text)
    return option_of(Scene(library, heard.today, Conversation(guide="cek-hak")), step, heard)


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("phk 13 tahun lalu, dinasnya 4 tahun", "belum"),
        ("kerja 16 tahun, iuran cuma 8 tahun", "belum"),
        ("kerja 9 tahun dulu, nganggur 6 tahun", "belum"),
        ("setengah tahun lagi 10 tahun", "belum"),
        ("10 tahun kurang 3 bulan", "belum"),
        ("9 tahun menuju 10", "belum"),
        ("tidak lama lagi 10 tahun", "belum"),
        ("10 tahun lebih 3 bulan", "cukup"),
        ("masuk 2005 keluar 2011", "belum"),
        ("masuk 2005 keluar 2019", "cukup"),
        ("keluar 13 tahun lalu", None),
        ("kerja 13 tahun, nunggak 4 tahun", None),
    ],
)
def test_how_long_somebody_was_a_member(
    library: Library, hear: Hear, text: str, taken: str | None
) -> None:
    assert at_masa(library, hear, text).taken == taken


@given(st.integers(11, 40), st.integers(1, 9))
def test_how_long_ago_somebody_left_never_counts(
    library: Library, hear: Hear, gone: int, worked: int
) -> None:
    for text in (
        f"berhenti {gone} tahun lalu, kerja {worked} tahun",
        f"kerja {worked} tahun, berhenti {gone} tahun lalu",
    ):
        assert at_masa(library, hear, text).taken == "belum"
