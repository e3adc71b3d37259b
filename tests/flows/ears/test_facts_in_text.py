"""Answers that a free text already gives."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.content.guide import Ask
from flows.content.numbers import Numbers
from flows.ears import Ears
from flows.library import Library
from tests.flows.conftest import Hear

TODAY = date(2026, 11, 20)


HEIR = {"keadaan": "lain", "sebab_lain": "meninggal"}


def said(hear: Hear, text: str) -> dict[str, str]:
    return {fact.step: fact.value for fact in hear(text).facts}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "resign 2 bulan lalu, saldo 12 jt, masih ada HP",
            {
                "keadaan": "berhenti",
                "sebab_berhenti": "resign",
                "tanggal_berhenti": "2026-09-20",
                "saldo": "12000000",
                "hp": "ya",
            },
        ),
        (
            "kontrak abis akhir bln lalu saldo 18,5jt hp jadul",
            {
                "keadaan": "berhenti",
                "sebab_berhenti": "kontrak_habis",
                "tanggal_berhenti": "2026-10-31",
                "saldo": "18500000",
                "hp": "tidak",
            },
        ),
        (
            "kena phk tgl 5 oktober dari pabrik sepatu",
            {
                "keadaan": "berhenti",
                "sebab_berhenti": "phk",
                "tanggal_berhenti": "2026-10-05",
            },
        ),
        (
            "dipensiunkan dari PT 30 september, saldo 7 juta",
            {
                "keadaan": "berhenti",
                "sebab_berhenti": "pensiun_pkb",
                "tanggal_berhenti": "2026-09-30",
                "saldo": "7000000",
            },
        ),
        ("suami saya meninggal", {"keadaan": "lain", "sebab_lain": "meninggal"}),
        ("umur 57 masih kerja", {"keadaan": "usia_56"}),
        ("saya lahir 12 mei 1980", {"tanggal_lahir": "1980-05-12"}),
        ("lahir 3 mei 1968, masih kerja", {"keadaan": "usia_56", "tanggal_lahir": "1968-05-03"}),
        ("lahir tahun 1970, masih kerja", {"tanggal_lahir": "1970-12-31"}),
        ("gaji 5 juta saldo 20jt", {"saldo": "20000000"}),
        ("suami saya meninggal, saldo lbh dari 15 jt", {**HEIR, "saldo": "15000001"}),
        ("saldonya ga sampe 15 juta, suami saya meninggal", {**HEIR, "saldo": "14999999"}),
        ("suami saya meninggal, saldonya 15 juta lebih", {**HEIR, "saldo": "15000001"}),
        ("suami saya meninggal saldo bukan 15 juta", HEIR),
        ("suami saya meninggal saldo 9 juta kok ga cair", {**HEIR, "saldo": "9000000"}),
        ("suami saya meninggal, saldo ngelebihin 15 juta", HEIR),
        ("punya 2 kpj", {"kpj": "beberapa"}),
        ("sudah kerja 12 tahun mau ambil sebagian", {"masa": "cukup"}),
    ],
)
def test_what_is_said_plainly_is_taken(hear: Hear, text: str, facts: dict[str, str]) -> None:
    assert said(hear, text) == facts


@pytest.mark.parametrize(
    "text",
    [
        "",
        "kalau resign bulan depan bisa klaim?",
        "apa bedanya resign dan phk",
        "gaji 5 juta",
        "fee 2 juta",
        "saya tidak di phk",
        "tidak punya hp sinyal susah",
        "kapan cair?",
    ],
)
def test_what_is_asked_denied_or_contradicted_is_not(hear: Hear, text: str) -> None:
    assert said(hear, text) == {}


def test_a_vague_date_is_marked(hear: Hear) -> None:
    vague = {fact.step: fact.approximate for fact in hear("resign 2 bulan lalu").facts}
    assert vague["tanggal_berhenti"]
    assert not vague["sebab_berhenti"]


def test_a_vague_amount_has_a_span(hear: Hear) -> None:
    facts = {fact.step: fact for fact in hear("resign, saldo di bawah 15 juta").facts}
    assert facts["saldo"].vague == ("0", "14999999")


def test_a_coming_day_is_no_day_of_leaving(hear: Hear) -> None:
    assert "tanggal_berhenti" not in said(hear, "resign tanggal 5 desember 2026")


@pytest.mark.parametrize(
    ("number", "text", "told"),
    [
        ("usia_pensiun_jht", "umur saya 63 tahun", {"keadaan": "usia_56"}),
        ("sebagian_masa_kepesertaan", "sudah kerja 63 tahun", {"masa": "cukup"}),
    ],
)
def test_years_count_as_the_number_of_the_day_says(
    library: Library, number: str, text: str, told: dict[str, str]
) -> None:
    known = library.numbers.by_id[number]
    raised = replace(known.values[-1], start=date(2030, 1, 1), value=64)
    numbers = Numbers({number: replace(known, values=(*known.values, raised))})
    ears = Ears({}, {}, library.words, None, numbers)
    days = (date(2029, 12, 31), date(2030, 1, 1), date(1970, 1, 1))
    heard = [{fact.step: fact.value for fact in ears.hear(text, day).facts} for day in days]
    assert heard == [told, {}, {}]


def test_the_word_list_names_steps_and_options_that_exist(library: Library) -> None:
    guide = library.guides["cek-hak"]
    steps = {step.id: set(step.options) for step in guide.steps if isinstance(step, Ask)}
    strays = [
        f"{step}.{option}"
        for step, options in library.words.facts.items()
        for option in options
        if option not in steps.get(step, set())
    ]
    assert strays == []


@given(st.text(), st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_nothing_raises_and_every_step_is_said_once(library: Library, text: str, now: date) -> None:
    steps = [fact.step for fact in library.ears.hear(text, now).facts]
    assert len(steps) == len(set(steps))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("kena phk, sekarang nganggur di rumah", None),
        ("resign tanggal 3 november kemarin, skrg belum kerja lagi", "2026-11-03"),
        ("saya resign hari ini", "2026-11-20"),
    ],
)
def test_what_is_now_is_no_day_of_leaving(hear: Hear, text: str, day: str | None) -> None:
    assert said(hear, text).get("tanggal_berhenti") == day


@pytest.mark.parametrize(
    "text", ["nunggu usia 57 saja", "sampai umur 56 dulu", "nanti umur 58 baru ambil"]
)
def test_an_age_that_is_waited_for_is_not_reached(hear: Hear, text: str) -> None:
    assert "usia_56" not in {fact.value for fact in hear(text).facts}


@pytest.mark.parametrize(
    ("text", "step", "day"),
    [
        ("hari terakhir kerja 4 agustus 2026", "tanggal_berhenti", "2026-08-04"),
        ("resign tgl 4 agustus 2026 sekarang nganggur", "tanggal_berhenti", "2026-08-04"),
        ("terakhir ngantor 4 januari 2027", "hari_terakhir", "2027-01-04"),
    ],
)
def test_the_last_day_of_work_tells_that_somebody_leaves(
    hear: Hear, text: str, step: str, day: str
) -> None:
    told = {fact.step: fact.value for fact in hear(text).facts}
    assert told[step] == day
    assert told["keadaan"] == "berhenti"


@pytest.mark.parametrize(
    "text",
    [
        "sebulan tidak kerja karena opname, belum dipecat",
        "perusahaan mau tutup awal februari",
        "kabarnya tahun depan ada phk",
        "sejak 3 minggu saya minta resign belum dikasih",
    ],
)
def test_who_has_not_left_yet_has_no_day_of_leaving(hear: Hear, text: str) -> None:
    told = {fact.step for fact in hear(text).facts}
    assert told.isdisjoint({"keadaan", "tanggal_berhenti", "hari_terakhir"})


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("resign, 4 september 2026", {"tanggal_berhenti": "2026-09-04"}),
        ("bukan phk tapi kontrak habis. 4 september 2026", {"sebab_berhenti": "kontrak_habis"}),
        ("phk 2020 terus kerja lagi sampe skrg", {"kerja_lagi": "ya", "keadaan": "berhenti"}),
        ("resign mei 2026, baru teken kontrak di pt lain", {"kerja_lagi": "ya"}),
    ],
)
def test_what_stands_apart_is_told_with_it(
    library: Library, today: date, text: str, told: dict[str, str]
) -> None:
    found = {fact.step: fact.value for fact in library.ears.hear(text, today).facts}
    assert told.items() <= found.items()
