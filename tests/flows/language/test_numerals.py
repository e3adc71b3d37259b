"""Number words as digits, also regional ones and words written as one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.language.numerals import Numerals
from flows.language.understanding import fold
from flows.library import Library
from tests.flows.language.test_money import in_words


@pytest.fixture(scope="module")
def numerals(library: Library) -> Numerals:
    """The number words of the shipped content."""
    return Numerals(library.words)


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("dua belas juta lima ratus", "12 juta 500"),
        ("dua belas, pak", "12, pak"),
        ("(tiga puluh)", "(30)"),
        ("limabelas", "15"),
        ("sbls juta", "11 juta"),
        ("smbilan, dlpn", "9, 8"),
        ("tigapuluh lima", "35"),
        ("duajuta", "2 juta"),
        ("sebulan lalu", "1 bulan lalu"),
        ("setengah", "0,5"),
        ("satu setengah tahun", "1,5 tahun"),
        ("12 juta setengah", "12,5 juta"),
        ("dua koma tujuh lima", "2,75"),
        ("8 ratus ribu", "800 ribu"),
        ("ke-dua", "ke-2"),
        ("kpj2", "kpj2"),
        ("sejutaan", "1 jutaan"),
        ("sepuluhan", "10 an"),
        # words of several numbers are not added up
        ("lima enam juta", "5 6 juta"),
        ("sepuluh lima belas", "10 15"),
        ("dua ratus tiga ratus", "200 300"),
        ("dua puluh 3", "20 3"),
        # Javanese and Sundanese
        ("siji loro telu papat", "1 2 3 4"),
        ("rolas yuta", "12 yuta"),
        ("telung puluh lima", "35"),
        ("rong atus seket", "250"),
        ("selawe", "25"),
        ("sewidak pitu", "67"),
        ("opat belas", "14"),
        ("dua welas", "12"),
        ("saratus salapan puluh", "190"),
    ],
)
def test_number_words_become_digits(numerals: Numerals, text: str, digits: str) -> None:
    assert numerals.as_digits(fold(text)) == digits


@given(st.integers(1, 999))
def test_every_number_below_a_thousand_is_read(numerals: Numerals, number: int) -> None:
    said = in_words(number)
    assert numerals.as_digits(fold(said)) == str(number)
    assert numerals.as_digits(fold(f"ada {said} ribu")) == f"ada {number} ribu"


@given(st.text())
def test_a_text_without_number_words_stays(numerals: Numerals, text: str) -> None:
    folded = fold(text)
    once = numerals.as_digits(folded)
    assert numerals.as_digits(once) == once
