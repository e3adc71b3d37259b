"""Case codes: easy to say, found however they are spelled, never a word."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.content.offices import TrustWords
from flows.desk.code import DIGITS, LETTERS, find_code, new_code, new_trust_words

SEEDS = st.integers(0, 10**6)


@given(SEEDS)
def test_a_code_mixes_letters_and_digits(seed: int) -> None:
    signs = new_code(Random(seed)).removeprefix("JHT-")
    assert len(signs) == 4
    assert any(sign in LETTERS for sign in signs)
    assert any(sign in DIGITS for sign in signs)


@given(SEEDS, st.sampled_from(["", " ", "-", " - ", ". ", "_"]), st.booleans())
def test_a_code_is_found_however_it_is_spelled(seed: int, between: str, low: bool) -> None:
    code = new_code(Random(seed))
    spelled = between.join(code.replace("-", ""))
    said = f"kode saya {spelled.lower() if low else spelled} pak"
    assert find_code(said) == code


@given(st.text(max_size=60))
def test_any_text_gives_a_code_or_none(text: str) -> None:
    found = find_code(text)
    assert found is None or find_code(found) == found


@pytest.mark.parametrize(
    "text",
    ["jht 7k3q", "J H T 7 K 3 Q", "JHT–7K3Q.", "7k3q", "/ambil JHT-7K3Q", "jht tujuh ka tiga ki",
     "JHT７K３Q", "je ha te tujuh ka tiga kyu"],
)  # fmt: skip
def test_spoken_forms(text: str) -> None:
    assert find_code(text) == "JHT-7K3Q"


@pytest.mark.parametrize(
    "text",
    ["", "jht", "saldo jht 15 juta", "kode jht 040", "jhta040", "klaim jht 2026", "jht saya mana",
     "7k3", "JHT-7K3QQ", "halo"],
)  # fmt: skip
def test_what_is_no_code(text: str) -> None:
    assert find_code(text) is None


def test_misread_signs_are_understood() -> None:
    """No code has B, G or Z: they are read as the 8, 6 and 2 they look like."""
    assert find_code("JHT-B6KZ") == "JHT-86K2"


def test_trust_words_are_a_thing_and_a_number() -> None:
    things = tuple(f"kata{chr(97 + n)}" for n in range(20))
    words = TrustWords(benda=things, angka=("satu", "dua", "tiga", "empat", "lima"))
    thing, number = new_trust_words(Random(1), words).split()
    assert thing in words.benda
    assert number in words.angka
