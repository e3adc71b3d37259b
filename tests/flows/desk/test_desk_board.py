"""The board: however many wait, one message holds it, and the rest is counted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from flows.desk.board import LAST, Delayed, board
from flows.desk.case import Case, State
from flows.library import Library
from flows.presses import Staff, StaffTap
from flows.texts.units import units
from flows.voice import Voice

Make = Callable[..., Case]
MESSAGE = 4096


@pytest.fixture
def voice(library: Library, today: date) -> Voice:
    return Voice(library, today)


@pytest.mark.parametrize("many", [1, 12, 80])
def test_it_fits_one_message_and_counts_the_rest(voice: Voice, make_case: Make, many: int) -> None:
    words = ("😀 kok lama " * 40,) * 9
    found = [Delayed(make_case(id=n, code=f"JHT-{n:04}"), words) for n in range(many)]
    card = board(found, voice)
    assert units(card.text) <= MESSAGE
    shown = card.text.count("JHT-")
    assert shown == many or f"{many - shown} kasus lain" in card.text
    assert [button.press for row in card.rows for button in row] == [
        StaffTap(Staff.TAKE, n) for n in range(min(shown, 24))
    ]


def test_the_newest_words_are_shown_and_what_was_written_is_no_mark(
    voice: Voice, make_case: Make
) -> None:
    words = tuple(f"<b>{n}" for n in range(LAST + 2))
    text = board([Delayed(make_case(), words)], voice).text
    assert "&lt;b&gt;5" in text
    assert "&lt;b&gt;1" not in text


@pytest.mark.parametrize(("state", "has_card"), [(State.HELD, False), (State.WAITING, True)])
def test_what_cannot_be_taken_here_has_no_button(
    voice: Voice, make_case: Make, state: State, has_card: bool
) -> None:
    one = Delayed(
        make_case(state=state, officer_id=7 if state is State.HELD else None),
        has_card=has_card,
        link="https://t.me/c/1/2",
    )
    card = board([one], voice)
    assert card.rows == ()
    assert '<a href="https://t.me/c/1/2">' in card.text
