"""Amounts of several cards are added up, and always asked about."""

from __future__ import annotations

import pytest

from flows.language.understanding import Unclear, Understood
from tests.flows.conftest import Hear

JUTA = 1_000_000


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("kartu kesatu 6 juta, kartu kedua 2,5 juta", 8_500_000),
        ("6jt dan 2jt", 8 * JUTA),
        ("6 juta plus 6 juta", 12 * JUTA),
        ("4 juta di tempat lama, 7 juta di tempat baru", 11 * JUTA),
        ("3 kpj masing-masing 2 juta", 6 * JUTA),
        ("tiap kartu 5 juta, ada 2 kartu", 10 * JUTA),
        ("2 kartu: 4 juta, 6 juta", 10 * JUTA),
        ("kpj lama 3 juta, yang baru 8 juta", 11 * JUTA),
        ("kartu yang satu 3 juta, satunya 8 juta", 11 * JUTA),
        ("6 juta di kartu lama, 8 juta di yang baru", 14 * JUTA),
        ("kartu yang kesatu 2 juta yang kedua 5,5 juta", 7_500_000),
    ],
)
def test_what_several_cards_hold_is_added_up_and_asked_about(
    hear: Hear, text: str, total: int
) -> None:
    assert hear(text).rupiah_asked == Understood(total, True, (total, total))


@pytest.mark.parametrize(
    "text",
    [
        "naik dari 5 juta ke 8 juta",
        "2 kartu, 5 juta per bulan",
        "gaji 5 juta dan bonus 3 juta",
        "lebih dari 5 juta sama 8 juta",
        "5 jutaan dan 8 juta",
        "kartu satu 4 juta, kartu dua tidak sampai 8 juta",
        "yang lama 4 juta, yang baru 8 juta",
    ],
)
def test_two_amounts_that_nothing_joins_are_no_sum(hear: Hear, text: str) -> None:
    assert isinstance(hear(text).rupiah_asked, Unclear)


@pytest.mark.parametrize(
    ("text", "now"),
    [("dulu 5 juta sekarang 8 juta", 8 * JUTA), ("bulan lalu 11jt, skrg udah 11,5jt", 11_500_000)],
)
def test_what_there_is_now_is_asked_about(hear: Hear, text: str, now: int) -> None:
    assert hear(text).rupiah_asked == Understood(now, True, (now, now))


@pytest.mark.parametrize("text", ["di rekening ada 3 juta", "celengan saya 4 juta"])
def test_money_kept_elsewhere_is_no_balance(hear: Hear, text: str) -> None:
    assert hear(text).rupiah_asked == Unclear("other_amount")


@pytest.mark.parametrize(
    ("text", "wonders"),
    [
        ("berapa ya, 8 juta kayaknya", True),
        ("brp ya... 8jt", True),
        ("berapa ya, 8 juta bisa?", False),
        ("berapa ya, saldo 8 juta bisa diambil lewat jmo", False),
        ("berapa ya saldo saya", False),
    ],
)
def test_who_wonders_answers_behind_it(hear: Hear, text: str, wonders: bool) -> None:
    assert hear(text).only_wonders is wonders


@pytest.mark.parametrize(
    ("text", "rupiah"),
    [
        ("kartu lama 4 juta, yang baru 5 juta, jadi 9 juta", 9 * JUTA),
        ("total 9 juta: 4 juta sama 5 juta", 9 * JUTA),
        ("sekitar 21 juta, pasnya 21.340.000", 21_340_000),
        ("hampir 10 juta, lebih tepatnya 9,8 juta", 9_800_000),
    ],
)
def test_the_total_and_the_exact_amount_win(hear: Hear, text: str, rupiah: int) -> None:
    found = hear(text).rupiah_asked
    assert isinstance(found, Understood)
    assert found.value == rupiah


def test_an_exact_amount_far_from_what_was_said_before_is_asked_about(hear: Hear) -> None:
    assert isinstance(hear("sekitar 5 juta, tepatnya 12 juta").rupiah_asked, Unclear)
