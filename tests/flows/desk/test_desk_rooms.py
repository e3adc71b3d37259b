"""Rooms: a full group sends new cases to the next one."""

from __future__ import annotations

from collections import Counter

import pytest

from flows.desk.rooms import FULL, room

FIRST, SECOND = -1, -2


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        ({}, FIRST),
        ({FIRST: FULL - 1}, FIRST),
        ({FIRST: FULL}, SECOND),
        ({FIRST: FULL, SECOND: FULL - 1}, SECOND),
        ({FIRST: FULL + 1, SECOND: FULL}, SECOND),
        ({FIRST: FULL, SECOND: FULL}, FIRST),
    ],
)
def test_the_first_that_is_not_full_else_the_emptier(new: dict[int, int], expected: int) -> None:
    assert room([FIRST, SECOND], new) == expected


def test_fifteen_at_once_are_shared_so_that_each_group_shows_its_cards_within_its_minute() -> None:
    new: Counter[int] = Counter()
    for _ in range(15):
        new[room([FIRST, SECOND], new)] += 1
    assert max(new.values()) * 2 <= 20


def test_a_desk_with_one_group_has_nowhere_else() -> None:
    assert room([FIRST], {FIRST: 99}) == FIRST
