"""Words that work like a button: in the menu, in a guide, under something that covers it."""

from __future__ import annotations

import pytest

from tests.flows.talk.conftest import At
from tests.flows.talk.talking import Chat


@pytest.mark.parametrize(
    ("text", "screen"),
    [
        ("menu", "menu"),
        ("mau ke menu utama dong", "menu"),
        ("petugas", "officer"),
        ("bantuan", "notice/bantuan"),
        ("hapus data saya", "erase"),
        ("cek calo", "calo"),
        ("cek hak", "cek-hak/keadaan"),
        ("klaim jmo", "klaim-jmo/buka_jht"),
        ("ajukan klaim", "klaim-jmo/buka_jht"),
        ("mau tanya dong", "menu?silakan_tanya"),
        ("gambar", "menu?tanpa_gambar"),
        ("ya", "menu?kurang_jelas_soal"),
        ("gimana", "menu?kurang_jelas_soal"),
        ("7", "menu?kurang_jelas_pilihan"),
        ("?", "greeting"),
        ("a", "menu?pesan_kosong"),
    ],
)
def test_at_the_menu(at: At, text: str, screen: str) -> None:
    assert at().say(text) == screen


@pytest.mark.parametrize(
    ("text", "screen"),
    [
        ("menu", "menu"),
        ("petugas dong", "officer"),
        ("ulang dari awal", "restart"),
        ("kembali", "klaim-jmo/klaim_jht"),
        ("maksudnya?", "why"),
        ("kenapa ditanya", "why"),
        ("belum muncul", "other-screens"),
        ("gagal terus", "other-screens"),
        ("mau tanya", "klaim-jmo/tiga_centang?silakan_tanya"),
        ("lanjut", "klaim-jmo/tiga_centang?langkah_ini_dulu"),
    ],
)
def test_in_a_guide(at_checks: Chat, text: str, screen: str) -> None:
    assert at_checks.say(text) == screen


def test_go_on_uncovers_the_step(at_checks: Chat) -> None:
    assert at_checks.say("cara cek saldo gimana?", "lanjut") == "klaim-jmo/tiga_centang"


def test_back_uncovers_before_it_takes_an_answer_back(at_checks: Chat) -> None:
    before = at_checks.given("klaim-jmo")
    assert at_checks.say("kode 040", "kembali") == "klaim-jmo/tiga_centang"
    assert at_checks.given("klaim-jmo") == before


def test_still_stuck_below_a_trouble_offers_a_person(at_checks: Chat) -> None:
    assert at_checks.say("masih aktif") == "trouble/status-masih-aktif"
    assert at_checks.say("tetap tidak bisa") == "person"


def test_puzzled_by_an_answer_gets_its_neighbours_then_a_person(at_checks: Chat) -> None:
    assert at_checks.say("cara cek saldo gimana?", "masih bingung") == "related"
    assert at_checks.say("bingung") == "person"


def test_the_name_of_a_guide_never_leaves_another_one(at_checks: Chat) -> None:
    at_checks.say("cek saldo")
    assert at_checks.talk.guide == "klaim-jmo"


def test_do_not_know_is_an_answer_where_it_can_be_one(at_balance: Chat) -> None:
    at_balance.say("bingung")
    assert at_balance.given()["saldo"] == "tidak_tahu"


def test_an_outcome_leads_on_by_a_few_words_of_its_button(at_balance: Chat) -> None:
    chat = at_balance
    for step, answer in (("saldo", "8 juta"), ("kpj", "satu"), ("data", "sudah")):
        chat.answer(step, answer)
    assert chat.screen.id == "cek-hak/lewat_jmo"
    assert chat.say("klaim di jmo") == "klaim-jmo/buka_jht"
