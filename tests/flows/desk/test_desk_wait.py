"""The honest wait: from real figures, rounded up, silent when too little is known."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.desk.case import Case, State
from flows.desk.wait import (
    ENOUGH,
    LADDER,
    Wait,
    Waited,
    estimate,
    latest,
    place_in_queue,
    quantile,
    rounded_up,
    spoken_minutes,
    spoken_wait,
    waits,
)
from flows.offices import Offices
from tests.flows.desk.builders import OPENED

Make = Callable[..., Case]
WAITS = st.lists(st.builds(Waited, st.integers(0, 500), st.integers(1, 20)), min_size=ENOUGH)


def test_too_few_figures_give_no_estimate() -> None:
    assert estimate([Waited(10)] * (ENOUGH - 1), 1) is None
    assert estimate([Waited(10)] * (ENOUGH - 1) + [Waited(90, over=False)], 1) is None
    assert estimate([Waited(10)] * ENOUGH, 1) == Wait(10, 15)


def test_the_range_is_median_to_ninetieth_rounded_up() -> None:
    seen = [Waited(minutes) for minutes in (4, 6, 7, 8, 11, 12, 13, 18, 22, 50)]
    assert estimate(seen, 1) == Wait(15, 30)


def test_a_later_place_waits_longer() -> None:
    seen = [Waited(10, place=2)] * ENOUGH
    assert estimate(seen, 4) == Wait(20, 30)


def test_those_who_still_wait_make_it_longer() -> None:
    seen = [Waited(5)] * ENOUGH
    still = [Waited(100, over=False)] * ENOUGH
    before, with_them = estimate(seen, 1), estimate(seen + still, 1)
    assert before is not None
    assert with_them is not None
    assert with_them.high > before.high


def test_who_has_just_come_does_not_make_it_shorter() -> None:
    seen = [Waited(30)] * ENOUGH
    assert estimate(seen + [Waited(0, over=False)] * 50, 1) == estimate(seen, 1)


@given(WAITS, st.integers(1, 30))
def test_no_estimate_is_below_what_was_seen(seen: list[Waited], place: int) -> None:
    found = estimate(seen, place)
    assert found is not None
    rates = [waited.minutes / waited.place for waited in seen]
    assert found.low < found.high
    assert found.high >= quantile(rates, 0.9) * place
    assert sum(rate * place <= found.high for rate in rates) >= 0.9 * len(rates)


@given(st.floats(0, 5000))
def test_rounding_goes_up_to_a_step(minutes: float) -> None:
    rounded = rounded_up(minutes)
    assert rounded >= minutes
    assert rounded in LADDER or rounded % LADDER[-1] == 0


@pytest.mark.parametrize(
    ("wait", "said"),
    [
        (Wait(10, 20), "10 sampai 20 menit"),
        (Wait(30, 60), "30 menit sampai 1 jam"),
        (Wait(60, 90), "1 sampai 1,5 jam"),
        (Wait(90, 120), "1,5 sampai 2 jam"),
        (Wait(180, 480), "3 jam sampai 2 hari kerja"),
    ],
)
def test_a_wait_is_said(wait: Wait, said: str) -> None:
    assert spoken_wait(wait) == said


@pytest.mark.parametrize(
    ("minutes", "said"), [(0, "0 menit"), (40, "40 menit"), (60, "1 jam"), (80, "1 jam 20 menit")]
)
def test_a_duration_is_said(minutes: int, said: str) -> None:
    assert spoken_minutes(minutes) == said


def test_only_the_last_hours_count(make_case: Make, offices: Offices) -> None:
    desk, now = offices.desk("barat"), OPENED + timedelta(hours=5)
    old = make_case(first_reply_at=OPENED + timedelta(minutes=5))
    fresh = make_case(
        opened_at=now - timedelta(minutes=30), first_reply_at=now - timedelta(minutes=20), place=2
    )
    waiting = make_case(opened_at=now - timedelta(minutes=15))
    gone = make_case(state="closed", closed_at=now)
    found = waits([old, fresh, waiting, gone], desk, offices.settings, now)
    assert found == [Waited(10, 2), Waited(15, 1, over=False)]


def test_waiting_over_lunch_counts_office_minutes(make_case: Make, offices: Offices) -> None:
    desk, noon = offices.desk("barat"), OPENED + timedelta(hours=2, minutes=50)
    case = make_case(opened_at=noon, first_reply_at=noon + timedelta(minutes=80))
    now = noon + timedelta(minutes=90)
    assert waits([case], desk, offices.settings, now) == [Waited(20)]


def test_the_longer_end_may_be_another_day(offices: Offices) -> None:
    late = OPENED + timedelta(hours=5, minutes=50)
    end = latest(offices.desk("barat"), late, Wait(10, 20))
    assert end == OPENED + timedelta(days=1, minutes=-50)


def test_who_came_first_is_first(make_case: Make) -> None:
    cases = [
        make_case(opened_at=OPENED),
        make_case(opened_at=OPENED + timedelta(minutes=1), state=State.HELD),
        make_case(opened_at=OPENED + timedelta(minutes=2)),
    ]
    assert place_in_queue(OPENED + timedelta(minutes=3), cases) == 3
    assert place_in_queue(OPENED, cases) == 1
