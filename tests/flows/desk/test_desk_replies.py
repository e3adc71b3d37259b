"""Ready answers are found by a few words, slips of typing forgiven, and by what a case is about."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from flows.desk.case import Case, CaseContext
from flows.desk.panels import PER_PAGE, named_panel, replies_panel
from flows.desk.replies import FIRST, MOST, fitting, named
from flows.library import Library
from flows.presses import StaffTap
from flows.voice import Voice

Make = Callable[..., Case]


@pytest.mark.parametrize(
    ("words", "reply"),
    [
        ("status", "status-masih-aktif"),
        ("statsu aktif", "status-masih-aktif"),
        ("alamat", "alamat-kantor"),
        ("jam buka", "jam-kantor"),
        ("wajah gagal", "foto-wajah-gagal"),
        ("otp", "kode-sms-tidak-masuk"),
        ("sms", "kode-sms-tidak-masuk"),
        ("salam", "salam"),
        ("penutup", "penutup"),
        ("calo", "awas-calo"),
        ("gabung kpj", "gabung-kartu"),
        ("cair berapa lama", "lama-cair"),
    ],
)
def test_a_word_finds_its_ready_answer(library: Library, words: str, reply: str) -> None:
    found = [one.id for one in named(library, words)]
    assert reply in found[:2], found
    assert len(found) <= MOST


def test_what_no_answer_holds_finds_none(library: Library) -> None:
    assert named(library, "rendang padang") == []


@pytest.mark.parametrize(
    ("context", "reply"),
    [
        (CaseContext(trouble="status-masih-aktif", trouble_label="Status masih aktif"),
         "status-masih-aktif"),
        (CaseContext(trouble="wajah-gagal", about="foto muka saya ditolak"), "foto-wajah-gagal"),
        (CaseContext(about="kantornya buka jam berapa"), "jam-kantor"),
    ],
)  # fmt: skip
def test_what_fits_the_case_stands_in_front(
    make_case: Make, library: Library, today: date, context: CaseContext, reply: str
) -> None:
    case = make_case(office="jember", context=context)
    assert reply in [one.id for one in fitting(library, case)][:FIRST]
    panel = replies_panel(case, Voice(library, today), 0)
    shown = [button.press for row in panel.rows[:PER_PAGE] for button in row]
    first = [press.argument for press in shown if isinstance(press, StaffTap)]
    assert reply in first[:FIRST]


def test_nothing_found_offers_them_all(make_case: Make, library: Library, today: date) -> None:
    voice = Voice(library, today)
    case = make_case(office="jember")
    panel = named_panel(case, voice, "rendang padang")
    assert panel.text == voice.say("meja_balasan_tidak_ada")
    assert len(panel.rows) == 1
    assert len(named_panel(case, voice, "kantor").rows) <= MOST + 1
