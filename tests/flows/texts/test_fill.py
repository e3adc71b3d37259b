"""Placeholders: plain values are escaped, none is left in a message."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.rights.cek_hak import SHOWN
from flows.texts.direction import one_direction
from flows.texts.fill import (
    COMPUTED,
    MissingValueError,
    fill,
    fill_plain,
    odd_braces,
    placeholders,
)
from flows.texts.html import Html, bold
from flows.texts.markup import plain


def test_values_are_filled_in() -> None:
    assert fill(Html("<b>{a}</b> dan {b_1}"), {"a": "15 juta", "b_1": 3}) == "<b>15 juta</b> dan 3"


@given(st.text())
def test_a_value_can_never_be_markup(value: str) -> None:
    filled = fill(Html("<i>{a}</i>"), {"a": value})
    inner = filled.removeprefix("<i>").removesuffix("</i>")
    assert not {"<", ">", '"'} & set(inner)
    assert plain(filled) == one_direction(value)


def test_a_value_that_is_html_stays_so() -> None:
    assert fill(Html("{a} & {b}"), {"a": bold("x"), "b": "<b>"}) == "<b>x</b> & &lt;b&gt;"


@given(st.text())
def test_a_value_is_never_filled_again(value: str) -> None:
    assert fill_plain("{a}", {"a": value, "b": "x"}) == one_direction(value)


def test_a_missing_value_is_an_error() -> None:
    with pytest.raises(MissingValueError, match="saldo"):
        fill(Html("Saldo {saldo}"), {})


def test_placeholders_and_odd_braces_know_their_row() -> None:
    text = "a {satu}\n{Dua} {tiga}\n\n{ empat } {"
    assert list(placeholders(text)) == [("satu", 0), ("tiga", 1)]
    assert list(odd_braces(text)) == [("{Dua}", 1), ("{ empat }", 3), ("{", 3)]


def test_every_value_a_guide_may_show_has_a_sample() -> None:
    assert set(COMPUTED) >= SHOWN
