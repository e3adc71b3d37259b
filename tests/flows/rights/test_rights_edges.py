"""Where facts stop being possible, what each outcome says, and what each ready answer leads to."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from typing import Any, get_args

import pytest

from flows.library import Library
from flows.rights.cek_hak import facts_from
from flows.rights.channels import WHY_NOT_JMO, Channel, Obstacle
from flows.rights.eligibility import CHANNEL_SAID, decide
from flows.rights.facts import (
    FIRST_YEAR,
    HIGHEST_BALANCE,
    LAST_YEAR,
    OLDEST_AGE,
    SAID,
    Facts,
    impossible,
)
from flows.rights.papers import PAPERS, Surat, papers

TODAY = date(2026, 11, 20)
BORN = date(1990, 5, 1)


def test_the_limits_are_those_of_a_life_and_of_the_insurance() -> None:
    assert (FIRST_YEAR, LAST_YEAR, OLDEST_AGE) == (1977, 2200, 120)
    assert HIGHEST_BALANCE == 10**12


@pytest.mark.parametrize(
    ("fact", "last", "first_wrong"),
    [
        ("tanggal_lahir", TODAY, date(2026, 11, 21)),
        ("tanggal_lahir", date(2026 - OLDEST_AGE, 1, 1), date(2025 - OLDEST_AGE, 12, 31)),
        ("tanggal_berhenti", date(1977, 1, 1), date(1976, 12, 31)),
        ("tanggal_berhenti", date(2031, 11, 20), date(2031, 11, 21)),
        ("tanggal_nonaktif", date(1977, 1, 1), date(1976, 12, 31)),
        ("tanggal_nonaktif", TODAY, date(2026, 11, 21)),
        ("saldo", 0, -1),
        ("saldo", 10**12, 10**12 + 1),
        ("masa_kepesertaan_tahun", 0, -1),
        ("masa_kepesertaan_tahun", 50, 51),
    ],
)
def test_the_last_possible_and_the_first_impossible(fact: str, last: Any, first_wrong: Any) -> None:
    assert impossible(Facts(**{fact: last}), TODAY) is None
    wrong = impossible(Facts(**{fact: first_wrong}), TODAY)
    assert wrong is not None
    assert wrong.fact == fact
    assert len(wrong.sentence.split()) > 3


@pytest.mark.parametrize("fact", ["tanggal_berhenti", "tanggal_nonaktif"])
def test_nobody_leaves_before_being_born(fact: str) -> None:
    wrong = impossible(Facts(tanggal_lahir=BORN, **{fact: BORN}), TODAY)
    assert wrong is not None
    assert wrong.fact == fact
    after = Facts(tanggal_lahir=BORN, **{fact: date(1990, 5, 2)})
    assert impossible(after, TODAY) is None


def test_nobody_is_a_member_for_longer_than_alive() -> None:
    def member(years: float) -> Facts:
        return Facts(tanggal_lahir=BORN, masa_kepesertaan_tahun=years)

    assert impossible(member(36), TODAY) is None
    assert impossible(member(37), TODAY) is not None


@pytest.mark.parametrize(
    ("day", "is_possible"),
    [
        (date(1976, 12, 31), False),
        (date(1977, 1, 1), True),
        (date(2200, 12, 31), True),
        (date(2201, 1, 1), False),
    ],
)
def test_days_outside_the_calendar_of_the_insurance(day: date, is_possible: bool) -> None:
    assert (impossible(Facts(), day) is None) == is_possible


def test_everything_that_is_said_has_words() -> None:
    assert set(SAID) == {each.name for each in fields(Facts)} | {"hari_ini"}
    assert set(WHY_NOT_JMO) == set(get_args(Obstacle))
    assert set(CHANNEL_SAID) == set(get_args(Channel))
    for table in (SAID, WHY_NOT_JMO, CHANNEL_SAID):
        assert [key for key, words in table.items() if not words.strip()] == []


OUTCOMES: list[tuple[str, dict[str, Any]]] = [
    ("kurang_fakta", {"sebab": "usia_56"}),
    ("kurang_fakta", {"sebab": "resign"}),
    ("kurang_fakta", {"sebab": "bpu"}),
    ("kurang_fakta", {"sebab": "sebagian_10"}),
    ("belum_usia", {"sebab": "usia_56", "tanggal_lahir": BORN}),
    ("boleh", {"sebab": "usia_56", "tanggal_lahir": date(1960, 1, 1)}),
    ("menunggu", {"sebab": "resign", "tanggal_berhenti": TODAY}),
    # Leaving today, the month from today is the same month: nothing hangs on the status.
    ("menunggu", {"sebab": "resign", "tanggal_berhenti": TODAY, "status_nonaktif": False}),
    (
        "status_aktif",
        {"sebab": "phk", "tanggal_berhenti": date(2026, 11, 19), "status_nonaktif": False},
    ),
    ("boleh", {"sebab": "phk", "tanggal_berhenti": date(2026, 1, 1), "masih_bekerja": False}),
    ("masih_bekerja", {"sebab": "resign", "masih_bekerja": True}),
    ("menunggu", {"sebab": "pensiun_pkb", "tanggal_berhenti": date(2026, 12, 1)}),
    ("boleh", {"sebab": "pensiun_pkb", "masih_bekerja": False}),
    ("boleh", {"sebab": "bpu", "masih_bekerja": False}),
    ("kurang_fakta", {"sebab": "tinggalkan_indonesia", "masih_bekerja": False}),
    ("warga_indonesia", {"sebab": "tinggalkan_indonesia", "kewarganegaraan": "WNI"}),
    (
        "boleh",
        {"sebab": "tinggalkan_indonesia", "kewarganegaraan": "WNA", "masih_bekerja": False},
    ),
    ("boleh", {"sebab": "cacat_total", "masih_bekerja": False}),
    ("boleh", {"sebab": "meninggal"}),
    ("sudah_pernah", {"sebab": "sebagian_30", "pernah_sebagian": True}),
    ("belum_cukup_masa", {"sebab": "sebagian_30", "masa_kepesertaan_tahun": 9}),
    (
        "boleh",
        {"sebab": "sebagian_10", "masa_kepesertaan_tahun": 10, "pernah_sebagian": False},
    ),
]


@pytest.mark.parametrize(("reason", "known"), OUTCOMES)
def test_every_outcome_says_why(reason: str, known: dict[str, Any], library: Library) -> None:
    outcome = decide(Facts(**known), library.numbers, TODAY)
    assert outcome.hasil == reason
    why = outcome.alasan.partition(";")[0]
    assert len(why.split()) > 3
    assert why[0].isupper()
    assert outcome.alasan.endswith(".")
    assert library.statements.those(outcome.stands_on) or outcome.sebab is None


def test_age_opens_only_what_is_not_open_anyway(library: Library) -> None:
    old = Facts(sebab="resign", tanggal_lahir=date(1960, 1, 1), masih_bekerja=False)
    waited = replace(old, tanggal_berhenti=date(2026, 1, 1))
    left = replace(old, tanggal_berhenti=TODAY)
    assert decide(waited, library.numbers, TODAY).sebab == "resign"
    assert decide(left, library.numbers, TODAY).sebab == "usia_56"
    assert decide(left, library.numbers, TODAY).hasil == "boleh"


def test_heirs_and_each_first_channel_have_their_own_papers() -> None:
    facts = Facts(saldo=1, pernah_sebagian=False)
    assert names(papers("meninggal", facts, ("kantor",), 50)) == (*PAPERS["meninggal"],)
    for channel, own in (("jmo", ()), ("lapak_asik", ("foto-diri",)), ("kantor", ("formulir-f5",))):
        asked = names(papers("resign", facts, (channel, "kantor"), 50))
        assert asked == (*PAPERS["resign"], *own)


def names(asked: tuple[Surat, ...]) -> tuple[str, ...]:
    return tuple(each.id for each in asked)


@pytest.mark.parametrize(
    ("saldo", "pernah", "needed"),
    [(50, False, False), (51, False, True), (None, False, True), (50, True, True)],
)
def test_npwp_is_for_more_than_the_limit_and_after_a_part(
    saldo: int | None, pernah: bool, needed: bool
) -> None:
    wanted = papers("usia_56", Facts(saldo=saldo, pernah_sebagian=pernah), ("jmo",), 50)
    assert ("npwp" in names(wanted)) == needed


LEADS: list[tuple[str, str, tuple[str, ...]]] = [
    ("data", "sudah", ()),
    ("data", "belum", ("pengkinian-data",)),
    ("data", "beda", ("data-beda",)),
    ("data", "ktp_lama", ("ektp",)),
    ("kpj", "satu", ()),
    ("kpj", "beberapa", ("gabung-kpj",)),
]


@pytest.mark.parametrize(("step", "answer", "first"), LEADS)
def test_what_has_to_be_put_in_order_first(
    step: str, answer: str, first: tuple[str, ...], library: Library
) -> None:
    answers = {"keadaan": "usia_56", step: answer}
    facts = facts_from(answers, library.numbers, TODAY)
    assert decide(facts, library.numbers, TODAY).dulu == first


def test_a_ready_balance_is_safely_inside_what_it_says(library: Library) -> None:
    def balance(answer: str) -> int | None:
        return facts_from({"saldo": answer}, library.numbers, TODAY).saldo

    jmo, npwp = (library.numbers.whole(name, TODAY) for name in ("jmo_batas_saldo", "batas_npwp"))
    assert [balance(each) for each in ("sampai_batas", "sampai_npwp", "di_atas_npwp")] == [
        jmo,
        npwp,
        npwp + 1,
    ]
    assert balance("tidak_tahu") is None
    assert balance("12500000") == 12_500_000


def test_a_ready_membership_is_just_enough_or_just_too_short(library: Library) -> None:
    def years(answer: str) -> float | None:
        return facts_from({"masa": answer}, library.numbers, TODAY).masa_kepesertaan_tahun

    assert (years("cukup"), years("belum"), years("tidak_tahu")) == (10, 9, None)
