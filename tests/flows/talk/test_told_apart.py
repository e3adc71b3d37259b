"""Several things in one text: each piece is read as at its own question, and none is lost."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.flows.talk.conftest import At


@pytest.mark.parametrize(
    ("given", "text", "told"),
    [
        (
            {"keadaan": "usia_56"},
            "nonaktif bu, hp ada tp sinyal byar pet, kpj cuma satu",
            {"status": "nonaktif", "hp": "sinyal", "kpj": "satu"},
        ),
        (
            {"keadaan": "berhenti"},
            "mundur karena melahirkan, sampai sekarang belum kerja lagi",
            {"sebab_berhenti": "resign", "kerja_lagi": "tidak"},
        ),
        (
            {"keadaan": "berhenti", "sebab_berhenti": "phk", "kerja_lagi": "tidak"},
            "7 juli 2026, di jmo statusnya nonaktif",
            {"tanggal_berhenti": "2026-07-07", "status": "nonaktif"},
        ),
        (
            {"keadaan": "usia_56", "status": "nonaktif", "pernah_sebagian": "belum", "hp": "ya"},
            "9 jt 250 rb. kartu saya dua",
            {"saldo": "9250000", "kpj": "beberapa"},
        ),
        (
            {},
            "masih kerja di hotel, pengen ambil yang 10 persen, 14 tahun jadi peserta",
            {"keadaan": "bekerja", "sebab_bekerja": "sebagian_10", "masa": "cukup"},
        ),
        ({}, "sudah 57 bu, masih kerja", {"keadaan": "usia_56"}),
        (
            {
                "keadaan": "usia_56",
                "status": "nonaktif",
                "pernah_sebagian": "belum",
                "hp": "ya",
                "saldo": "sampai_batas",
            },
            "cuma satu kartu, data belum pernah dicek",
            {"kpj": "satu"},
        ),
        (
            {"keadaan": "usia_56", "status": "nonaktif", "pernah_sebagian": "belum"},
            "ada hp, saldonya belum pernah dilihat",
            {"hp": "ya", "saldo": "tidak_tahu"},
        ),
        (
            {"keadaan": "berhenti", "sebab_berhenti": "resign"},
            "masih masuk sampai tanggal 18 desember nanti",
            {"kerja_lagi": "tempat_lama", "hari_terakhir": "2026-12-18"},
        ),
        (
            {"keadaan": "bekerja"},
            "buat nambah dp rumah, peserta dari 2011, belum pernah ambil",
            {"sebab_bekerja": "sebagian_30", "masa": "cukup", "pernah_sebagian": "belum"},
        ),
        (
            {},
            "keluar dari pabrik 4 mei 2026 karena ikut suami, sampai sekarang belum kerja",
            {"sebab_berhenti": "resign", "kerja_lagi": "tidak", "tanggal_berhenti": "2026-05-04"},
        ),
        (
            {"keadaan": "berhenti", "sebab_berhenti": "kontrak_habis"},
            "nganggur bu, kontraknya sampai 3 juni 2026",
            {"kerja_lagi": "tidak", "tanggal_berhenti": "2026-06-03"},
        ),
    ],
)
def test_all_of_it_is_kept(at: At, given: dict[str, str], text: str, told: dict[str, str]) -> None:
    chat = at("cek-hak", **given)
    chat.say(text)
    assert told.items() <= chat.given().items()


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("kena phk, kalau kartu dua gimana", "kpj"),
        ("kena phk, sekarang jualan di tempat teman saya di pabrik baru", "status"),
        ("kena phk, adik saya hp nya jadul", "hp"),
        ("kena phk, kartu satu aktif, kartu satunya nonaktif", "kpj"),
        ("kena phk, kartu satu aktif, kartu satunya nonaktif", "status"),
        ("kena phk, dulu masih aktif kerja di situ", "status"),
        ("kena phk, hari ini baru lihat sekarang", "tanggal_berhenti"),
    ],
)
def test_what_is_supposed_or_told_of_others_is_not(at: At, text: str, step: str) -> None:
    chat = at("cek-hak", keadaan="berhenti")
    chat.say(text)
    assert step not in chat.given()


def test_who_is_old_enough_and_leaves_later_is_old_enough(at: At) -> None:
    chat = at()
    chat.say("umur saya 58, tgl 1 desember nanti pensiun dari pabrik. saldo 80 juta")
    assert chat.talk.noted["keadaan"] == "usia_56"


def test_not_even_once_is_never(at: At) -> None:
    chat = at("klaim-sebagian", lama_peserta="cukup")
    chat.say("sekali pun belum pernah ambil")
    assert chat.given("klaim-sebagian")["pernah_ambil"] == "belum"


def test_what_nobody_knew_before_is_known_now(at: At) -> None:
    chat = at("cek-hak", keadaan="usia_56", status="tidak_tahu")
    chat.say("sudah saya cek, nonaktif")
    assert chat.given()["status"] == "nonaktif"


def test_a_change_tells_what_it_follows_from_as_well(at: At) -> None:
    chat = at("cek-hak", keadaan="bekerja", sebab_bekerja="semua")
    chat.say("eh bukan, saya sebenarnya sudah resign")
    assert chat.given()["sebab_berhenti"] == "resign"


def test_now_is_no_day_of_leaving(at: At) -> None:
    chat = at("cek-hak", keadaan="berhenti", sebab_berhenti="phk")
    chat.say("ini saya lagi pak. sekarang lagi tidak kerja")
    assert "tanggal_berhenti" not in chat.given()
    assert chat.given()["kerja_lagi"] == "tidak"


def test_a_wish_for_a_part_does_not_say_which(at: At) -> None:
    chat = at("cek-hak", keadaan="bekerja")
    chat.say("maunya ambil sebagian saja")
    assert "sebab_bekerja" not in chat.given()


def test_who_left_as_planned_is_not_asked_for_the_day_again(at: At) -> None:
    chat = at("cek-hak", keadaan="berhenti", sebab_berhenti="resign", kerja_lagi="tempat_lama")
    chat.answer("hari_terakhir", "besok")
    day = chat.given()["hari_terakhir"]
    chat.today += timedelta(days=3)
    chat.say("saya sudah keluar bu")
    assert chat.step.id == "kerja_lagi"
    assert chat.given()["tanggal_berhenti"] == day


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("yg tadi salah pencet bu, harusnya nonaktif", "nonaktif"),
        ("maaf salah jawab, nonaktif", "nonaktif"),
    ],
)
def test_what_was_done_wrongly_belongs_to_the_sign(at: At, text: str, status: str) -> None:
    chat = at("cek-hak", keadaan="usia_56", status="tidak_tahu")
    chat.say(text)
    assert chat.given()["status"] == status


def test_an_answer_that_is_called_by_its_name_is_changed(at: At) -> None:
    chat = at(
        "cek-hak",
        keadaan="usia_56",
        status="nonaktif",
        pernah_sebagian="belum",
        hp="ya",
        saldo="7000000",
    )
    chat.say("saldo yang tadi keliru bu, barusan dicek 17 juta")
    assert chat.given()["saldo"] == "17000000"


def test_who_was_noted_at_work_and_is_not_any_more(at: At) -> None:
    chat = at("cek-hak", keadaan="berhenti", sebab_berhenti="resign", kerja_lagi="tempat_lama")
    chat.say("eh maksudnya saya sudah tidak kerja sekarang")
    assert chat.given()["kerja_lagi"] == "tidak"


def test_where_somebody_worked_before_is_not_where_they_work_now(at: At) -> None:
    chat = at(
        "cek-hak",
        keadaan="usia_56",
        status="nonaktif",
        pernah_sebagian="belum",
        hp="ya",
        saldo="sampai_batas",
    )
    chat.say("dulu pernah kerja di tempat lain")
    assert "kerja_lagi" not in chat.given()


def test_whether_the_time_has_come_is_answered_by_the_outcome_of_today(at: At) -> None:
    chat = at("cek-hak", keadaan="berhenti", sebab_berhenti="phk", kerja_lagi="tidak")
    chat.answer("tanggal_berhenti", "kemarin")
    assert chat.step.id == "belum_waktunya"
    chat.today += timedelta(days=40)
    chat.say("udah sebulan nih pak, udah bisa belum")
    assert chat.step.id == "status"
    assert chat.talk.aside is None


def test_an_exact_day_within_a_vague_one_is_meant(at: At) -> None:
    chat = at("cek-hak", keadaan="berhenti", sebab_berhenti="phk", kerja_lagi="tidak")
    chat.say("akhir bulan lalu, tgl 30")
    assert chat.given()["tanggal_berhenti"] == "2026-10-30"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("salah tahun, 2025", "2025-04-09"),
        ("eh bulannya yang salah, mei", "2026-05-09"),
        ("tanggalnya salah bu, 19", "2026-04-19"),
    ],
)
def test_one_part_of_a_day_is_called_wrong(at: At, text: str, day: str) -> None:
    chat = at("cek-hak", keadaan="berhenti", sebab_berhenti="phk", kerja_lagi="tidak")
    chat.answer("tanggal_berhenti", "9 april 2026")
    chat.say(text)
    assert chat.given()["tanggal_berhenti"] == day


def test_a_question_about_oneself_keeps_what_was_told_of_the_other(at: At) -> None:
    chat = at("cek-hak")
    chat.say("ini untuk bapak saya")
    chat.say("umurnya 61")
    chat.say("kalau saya sendiri masih kerja umur 38 bisa ga ya")
    assert chat.given()["keadaan"] == "usia_56"


def test_a_case_of_an_option_is_more_than_the_option(at: At) -> None:
    chat = at("klaim-kantor")
    chat.say("bisa datang, tapi lagi hamil tua, minta diprioritaskan")
    assert chat.given("klaim-kantor")["keadaan"] == "prioritas"
