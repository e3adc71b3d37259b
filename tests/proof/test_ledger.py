"""Some schedules of random weather, kills and people end in agreement; proof.ledger plays more."""

from __future__ import annotations

import pytest

from flows.library import Library
from proof.ledger.schedule import play

SEEDS = range(1, 25)


@pytest.mark.parametrize("seed", SEEDS)
def test_after_two_quiet_minutes_all_agree(library: Library, seed: int) -> None:
    assert play(seed, library).differences == []


def test_a_schedule_always_goes_the_same_way(library: Library) -> None:
    one, two = play(3, library), play(3, library)
    assert (one.acts, one.kills, one.calls) == (two.acts, two.kills, two.calls)
    assert one.calls > 20
