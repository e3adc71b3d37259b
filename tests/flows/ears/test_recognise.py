"""Screens of JMO, typed or pasted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.ears.topics.recognise import Recognised
from flows.library import Library
from tests.flows.conftest import Hear


def found_in(hear: Hear, text: str) -> Recognised | None:
    return next(iter(hear(text).troubles), None)


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        ("pengajuan klaim JHT Anda tidak dapat dilanjutkan", "tidak-dapat-dilanjutkan"),
        ("pengajuan klem jht anda tdk dapat dilanjutkn", "tidak-dapat-dilanjutkan"),
        ("kode 040", "kode-040"),
        ("NIK sudah terdaftar", "nik-sudah-terdaftar"),
        ("verifikasi biometrik tidak berhasil", "wajah-gagal"),
        ("verivikasi biometrk tdk berhasil", "wajah-gagal"),
        ("server sibuk", "server-lambat"),
    ],
)
def test_a_screen_is_recognised(hear: Hear, text: str, trouble: str) -> None:
    found = found_in(hear, text)
    assert found is not None
    assert found.trouble == trouble
    assert found.sure


@pytest.mark.parametrize("text", ["", "halo", "berapa lama cair", "terima kasih", "cuaca hari ini"])
def test_what_is_no_screen_is_not_taken_for_one(hear: Hear, text: str) -> None:
    assert found_in(hear, text) is None


def test_every_text_an_editor_lists_leads_home(library: Library, hear: Hear) -> None:
    strays = [
        (text, trouble.id)
        for trouble in library.troubles.values()
        for text in trouble.seen
        if trouble.id not in [each.trouble for each in hear(text).troubles[:2]]
    ]
    assert strays == []


def test_questions_of_the_faq_are_rarely_taken_for_screens(library: Library, hear: Hear) -> None:
    about = {trouble.topic for trouble in library.troubles.values()}
    plain = [way for topic in library.topics.values() if topic.id not in about for way in topic.ask]
    taken = [way for way in plain if (found := found_in(hear, way)) and found.sure]
    assert len(taken) < len(plain) * 0.04, taken


@given(st.text())
def test_nothing_raises(hear: Hear, text: str) -> None:
    found = found_in(hear, text)
    assert found is None or 0 < found.likeness <= 1
