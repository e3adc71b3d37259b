"""Screens: of those that wait for one chat, only what is still worth reading."""

from __future__ import annotations

import pytest

from loops.screens import superseded
from store.outbox import ANSWER, LATE, REPLY, STANDING, Call, Delivery

AN_ANSWER, A_STEP, A_WORD = ANSWER, REPLY, STANDING
LATE_ANSWER, LATE_STEP, LATE_WORD = ANSWER + LATE, REPLY + LATE, STANDING + LATE


def screens(*turns: tuple[int, str]) -> list[Call]:
    """Calls 1, 2, 3 ...; each turn with its priority and a letter per screen."""
    calls: list[Call] = []
    for update, (priority, texts) in enumerate(turns):
        for ordinal, text in enumerate(texts):
            calls.append(
                Call(
                    len(calls) + 1, update, ordinal, 7, "7", priority, "sendMessage", text,
                    None, Delivery.SCREEN, 0.0,
                )
            )  # fmt: skip
    return calls


@pytest.mark.parametrize(
    ("turns", "left"),
    [
        ([(A_STEP, "a")], "a"),
        ([(A_STEP, "ab")], "ab"),
        ([(A_STEP, "a"), (A_STEP, "bc"), (A_STEP, "de")], "de"),
        ([(A_STEP, "a"), (A_STEP, "b"), (A_WORD, "c"), (A_WORD, "d")], "bd"),
        ([(AN_ANSWER, "a"), (AN_ANSWER, "b"), (A_STEP, "c"), (A_WORD, "d")], "bcd"),
        ([(AN_ANSWER, "a"), (A_STEP, "b"), (AN_ANSWER, "c")], "c"),
        ([(AN_ANSWER, "a"), (A_STEP, "b"), (A_WORD, "a")], "ba"),
        ([(LATE_STEP, "a"), (LATE_ANSWER, "b"), (LATE_WORD, "c")], "b"),
        ([(LATE_ANSWER, "a"), (LATE_STEP, "b")], "b"),
        ([(LATE_WORD, "a"), (LATE_WORD, "b")], "b"),
        ([(LATE_ANSWER, "a"), (A_WORD, "b")], "ab"),
    ],
)
def test_what_a_newer_screen_replaces(turns: list[tuple[int, str]], left: str) -> None:
    calls = screens(*turns)
    gone = {call.id for call in superseded(calls)}
    assert "".join(call.payload for call in calls if call.id not in gone) == left
