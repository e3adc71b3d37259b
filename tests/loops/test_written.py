"""Written: Telegram's date by our clock, and what a tap is given that has none."""

from __future__ import annotations

from typing import Any

import pytest

from loops.written import written

NOW = 1_000_000.0


def said(date: object) -> dict[str, Any]:
    return {"update_id": 1, "message": {"date": date}}


TAP = {"update_id": 1, "callback_query": {"id": "1", "message": {"date": 5}}}
EDIT = {"update_id": 1, "edited_message": {"date": 5, "edit_date": NOW - 3}}


@pytest.mark.parametrize(
    ("updates", "moments"),
    [
        ([said(NOW - 50), said(NOW - 2)], [NOW - 50, NOW - 2]),
        ([EDIT], [NOW - 3]),
        ([TAP], [NOW]),
        ([TAP, said(NOW - 50), TAP], [NOW - 50, NOW - 50, NOW]),
        ([said(NOW + 9), said("x"), said(True), None, 7, {"message": 5}], [NOW] * 6),
        ([], []),
    ],
)
def test_when_it_was_written(updates: list[object], moments: list[float]) -> None:
    assert written(updates, NOW, 0.0) == moments


@pytest.mark.parametrize("wrong", [-3600.0, 3600.0])
def test_a_clock_that_is_wrong_makes_nothing_old(wrong: float) -> None:
    assert written([said(NOW - 1)], NOW + wrong, -wrong) == [NOW + wrong - 1]
