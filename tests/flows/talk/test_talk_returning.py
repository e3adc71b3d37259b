"""Coming back: what was noted waits, and what has changed meanwhile is said first."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.flows.talk.conftest import At
from tests.flows.talk.talking import Chat

TOLD = "resign 10 november 2026 saldo 12 juta masih ada hp android"


@pytest.fixture
def waiting(at: At) -> Chat:
    """Somebody who was told on 20 November that the month is not over."""
    chat = at()
    chat.say("/start cek-hak")
    told = {"keadaan": "berhenti", "sebab_berhenti": "resign", "kerja_lagi": "tidak"}
    for step, answer in {**told, "tanggal_berhenti": "10 november 2026"}.items():
        chat.answer(step, answer)
    assert chat.step.id == "belum_waktunya"
    return chat


@pytest.mark.parametrize("words", ["/start", "halo bu"])
def test_after_the_waiting_month_that_is_the_first_thing_said(waiting: Chat, words: str) -> None:
    waiting.today += timedelta(days=25)
    assert waiting.say(words) == "cek-hak/status?waktu_lewat"


def test_before_it_nothing_has_changed(waiting: Chat) -> None:
    waiting.today += timedelta(days=5)
    assert waiting.say("/start") == "greeting"


def test_it_is_said_once(waiting: Chat) -> None:
    waiting.today += timedelta(days=25)
    waiting.say("/start")
    assert "waktu_lewat" not in waiting.say("/start")


def test_notes_wait_in_the_menu_and_through_another_guide(at: At) -> None:
    chat = at()
    assert chat.say(TOLD) == "noted"
    chat.say("menu")
    assert chat.labels[0] == chat.library.messages["tombol_catatan"]
    chat.say("/cek_saldo", "1", "menu", "1")
    assert chat.screen.id == "noted"
    chat.say("ya betul")
    assert chat.given()["tanggal_berhenti"] == "2026-11-10"


def test_opening_the_guide_asks_about_the_notes_first(at: At) -> None:
    chat = at()
    chat.say(TOLD, "menu")
    assert chat.say("/start cek-hak") == "noted"


def test_the_answer_that_was_promised_comes_even_after_a_detour(at: At) -> None:
    chat = at()
    chat.say(f"{TOLD}, pajaknya berapa?", "menu", "1")
    assert chat.say("ya") == "topic/klaim-pajak/+"


@pytest.mark.parametrize(
    "words", ["mau lanjut yang tadi", "halo lagi pak", "siang bu, mau nerusin yang kemarin"]
)
def test_who_comes_back_to_go_on_goes_on(at: At, words: str) -> None:
    chat = at("klaim-jmo", buka_jht="tampil")
    assert chat.say(words) == "klaim-jmo/klaim_jht?kita_lanjutkan"
    assert chat.given("klaim-jmo") == {"buka_jht": "tampil"}


def test_on_a_day_that_is_asked_for_it_is_no_answer(at_leaving: Chat) -> None:
    assert at_leaving.say("lanjut yang kemarin") == "cek-hak/tanggal_berhenti?kita_lanjutkan"
    assert "tanggal_berhenti" not in at_leaving.given()


def test_the_bare_word_still_takes_the_last_answer_back(at_leaving: Chat) -> None:
    at_leaving.say("balik lagi")
    assert at_leaving.step.id == "kerja_lagi"


def test_under_a_greeting_an_answer_is_an_answer(at_leaving: Chat) -> None:
    at_leaving.answer("tanggal_berhenti", "5 april 2026")
    assert at_leaving.say("siang min").startswith("resume")
    at_leaving.say("nonaktif")
    assert at_leaving.given()["status"] == "nonaktif"


def test_a_greeting_brings_the_notes_back(at: At) -> None:
    chat = at()
    chat.say(TOLD)
    chat.today += timedelta(days=20)
    assert chat.say("halo kak").startswith("noted")


def test_who_has_come_of_age_meanwhile_is_told_so(at: At) -> None:
    chat = at("cek-hak", keadaan="bekerja", sebab_bekerja="menunggu_56")
    chat.answer("tanggal_lahir", "3 maret 1971")
    chat.today += timedelta(days=150)
    assert "umur_tercapai" in chat.say("halo bu")


def test_who_was_still_at_work_is_asked_how_it_is_today(at: At) -> None:
    told = {"keadaan": "berhenti", "sebab_berhenti": "kontrak", "kerja_lagi": "tempat_lama"}
    chat = at("cek-hak", **told)
    chat.answer("hari_terakhir", "18 desember 2026")
    chat.today += timedelta(days=70)
    assert chat.say("sudah boleh belum?") == "cek-hak/kerja_lagi?hari_terakhir_lewat"
    chat.say("sudah tidak bekerja")
    assert chat.step.id == "status"
    assert chat.given()["tanggal_berhenti"] == "2026-12-18"
