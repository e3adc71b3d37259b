"""Lengths as Telegram counts them, and cuts that fit them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.texts.shortened import shortened
from flows.texts.units import cut, units

TEXTS = st.text(st.sampled_from("ab é😀👍🏽") | st.characters(exclude_categories=["Cs"]))


@given(TEXTS)
def test_units_are_those_of_utf_16(text: str) -> None:
    assert units(text) == len(text.encode("utf-16-le")) // 2


@given(TEXTS, st.integers(0, 50))
def test_a_cut_is_the_longest_beginning_that_fits(text: str, room: int) -> None:
    begun = cut(text, room)
    assert text.startswith(begun)
    assert units(begun) <= room
    assert begun == text or units(text[: len(begun) + 1]) > room


@pytest.mark.parametrize("most", [127, 128])
def test_a_shortened_text_fits(most: int) -> None:
    assert most - 1 <= units(shortened("😀" * 200, most)) <= most
