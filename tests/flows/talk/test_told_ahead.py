"""What is told before it is asked, a day corrected in one part, and what is meant for the question
below an answer."""

from __future__ import annotations

from datetime import date

import pytest

from flows.language.days.partly import with_part
from tests.flows.talk.conftest import At


@pytest.mark.parametrize(
    ("text", "step", "value"),
    [
        ("eh iya kartu saya tiga", "kpj", "beberapa"),
        ("kpj saya cuma 1 pak", "kpj", "satu"),
        ("statusnya sudah nonaktif", "status", "nonaktif"),
        ("terakhir masuk 3 agustus 2026", "tanggal_berhenti", "2026-08-03"),
        ("saya lupa tanggal keluarnya", "tanggal_berhenti", "lupa"),
        ("saldo jht saya 7 juta", "saldo", "7000000"),
    ],
)
def test_it_is_kept_and_said_back(at: At, text: str, step: str, value: str) -> None:
    chat = at("cek-hak", keadaan="berhenti", sebab_berhenti="phk")
    assert chat.say(text).startswith("cek-hak/kerja_lagi")
    assert chat.given()[step] == value


def test_what_was_told_ahead_can_be_taken_back(at: At) -> None:
    chat = at("cek-hak", keadaan="berhenti", sebab_berhenti="phk")
    chat.say("hari terakhir 3 agustus 2026")
    chat.say("eh salah, 3 september 2026")
    assert chat.given()["tanggal_berhenti"] == "2026-09-03"
    chat.answer("kerja_lagi", "tidak")
    assert chat.step.id != "tanggal_berhenti"


@pytest.mark.parametrize("text", ["kartu saya dua gimana?", "mulai kerja lagi 3 agustus 2026"])
def test_what_is_asked_or_of_another_day_is_not_kept(at: At, text: str) -> None:
    chat = at("cek-hak", keadaan="berhenti", sebab_berhenti="phk")
    chat.say(text)
    assert not {"kpj", "tanggal_berhenti"} & chat.given().keys()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("eh salah, tahun 1973", "1973-02-12"),
        ("bulannya maret bukan februari", "1975-03-12"),
        ("tgl 21 bukan 12", "1975-02-21"),
    ],
)
def test_the_other_parts_of_a_day_stay(at: At, text: str, day: str) -> None:
    chat = at("cek-hak", keadaan="bekerja", sebab_bekerja="menunggu_56")
    chat.answer("tanggal_lahir", "12 februari 1975")
    chat.say(text)
    assert chat.given()["tanggal_lahir"] == day


@pytest.mark.parametrize("words", ["tahun 1973 tanggal 3", "m3", "30 juta", "tanggal 31"])
def test_no_one_part_is_named_or_there_is_no_such_day(words: str) -> None:
    assert with_part(words, date(1975, 2, 12)) is None


@pytest.mark.parametrize("text", ["oke. halamannya sudah muncul", "ya udah, halaman jht kebuka"])
def test_below_an_answer_a_statement_answers_the_question(at: At, text: str) -> None:
    chat = at("klaim-jmo")
    assert chat.say("kena biaya ga?").startswith("topic/")
    chat.say(text)
    assert chat.given("klaim-jmo")["buka_jht"] == "tampil"
