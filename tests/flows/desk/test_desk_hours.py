"""Office hours: zones, lunch, Friday prayer, holidays, joint leave."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.content.offices import DAYS_CLOSED, MOST_PATIENCE, Span
from flows.desk.hours import (
    ZONES,
    after_minutes,
    closed_because,
    is_open,
    next_opening,
    office_minutes,
    shortest_day,
    spoken_hours,
    spoken_moment,
    windows,
)
from tests.flows.desk.builders import office

WIB, WITA, WIT = ZONES["WIB"], ZONES["WITA"], ZONES["WIT"]
BRANCH = office("barat")
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC))


def wib(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=WIB)


@pytest.mark.parametrize(
    ("moment", "open_"),
    [
        (wib(23, 7, 59), False),
        (wib(23, 8), True),
        (wib(23, 11, 59), True),
        (wib(23, 12), False),
        (wib(23, 13), True),
        (wib(23, 14, 59), True),
        (wib(23, 15), False),
        (wib(27, 11, 29), True),
        (wib(27, 11, 30), False),
        (wib(27, 12, 59), False),
        (wib(27, 13), True),
        (wib(21, 10), False),
        (wib(22, 10), False),
    ],
)
def test_open_at_the_edges_of_the_day(moment: datetime, open_: bool) -> None:
    assert is_open(BRANCH, moment) is open_


@pytest.mark.parametrize(("zone", "hour"), [("WIB", 1), ("WITA", 0), ("WIT", -1)])
def test_each_zone_opens_at_its_own_eight(zone: str, hour: int) -> None:
    there = office("x", zona=zone)
    eight = datetime(2026, 11, 23, tzinfo=UTC) + timedelta(hours=hour)
    assert is_open(there, eight)
    assert not is_open(there, eight - timedelta(seconds=1))


@pytest.mark.parametrize(
    ("moment", "why"),
    [
        (wib(25, 10, month=12), "libur"),
        (wib(24, 10, month=12), "cuti_bersama"),
        (wib(21, 10), "akhir_pekan"),
        (wib(23, 12, 30), "istirahat"),
        (wib(27, 12), "jumat"),
        (wib(23, 20), "di_luar_jam"),
        (wib(23, 6), "di_luar_jam"),
    ],
)
def test_why_it_is_closed(moment: datetime, why: str) -> None:
    closed = closed_because(BRANCH, moment)
    assert closed is not None
    assert closed.why == why
    assert bool(closed.name) == (why in {"libur", "cuti_bersama"})


def test_open_is_not_closed() -> None:
    assert closed_because(BRANCH, wib(23, 10)) is None


def test_a_branch_has_its_own_closed_days() -> None:
    there = office("bali", libur=(date(2026, 11, 23),))
    assert closed_because(there, wib(23, 10)) is not None
    assert is_open(BRANCH, wib(23, 10))


def test_christmas_is_jumped_over() -> None:
    """24 December is joint leave, 25 a holiday, then a weekend."""
    assert next_opening(BRANCH, wib(23, 16, month=12)) == wib(28, 8, month=12)


def test_the_next_opening_is_now_when_open() -> None:
    assert next_opening(BRANCH, wib(23, 10)) == wib(23, 10)
    assert next_opening(BRANCH, wib(23, 12, 15)) == wib(23, 13)


def test_minutes_leave_out_lunch_night_and_weekend() -> None:
    assert office_minutes(BRANCH, wib(23, 11, 30), wib(23, 13, 30)) == 60
    assert office_minutes(BRANCH, wib(27, 14), wib(30, 9)) == 120
    assert office_minutes(BRANCH, wib(23, 8), wib(24, 8)) == 360
    assert office_minutes(BRANCH, wib(27, 8), wib(28, 8)) == 330
    assert office_minutes(BRANCH, wib(23, 9), wib(23, 8)) == 0


def test_without_a_break_the_day_is_whole() -> None:
    there = office("x", istirahat=None, jumat=None)
    assert office_minutes(there, wib(27, 0), wib(28, 0)) == 420


def test_lunch_holds_on_a_friday_without_prayer_break() -> None:
    there = office("x", jumat=None)
    assert [(w.start.time(), w.end.time()) for w in windows(there, date(2026, 11, 27))] == [
        (time(8), time(12)),
        (time(13), time(15)),
    ]


def test_a_break_outside_the_hours_changes_nothing() -> None:
    there = office("x", istirahat=Span(time(16), time(17)))
    assert len(windows(there, date(2026, 11, 23))) == 1


@given(MOMENTS)
def test_the_next_opening_is_open(moment: datetime) -> None:
    opening = next_opening(BRANCH, moment)
    assert opening >= moment
    assert is_open(BRANCH, opening)
    assert office_minutes(BRANCH, moment, opening) == 0


@given(MOMENTS, st.integers(0, 5000), st.integers(0, 5000))
def test_minutes_add_up(start: datetime, first: int, second: int) -> None:
    start = start.replace(second=0, microsecond=0)
    middle = start + timedelta(minutes=first)
    end = middle + timedelta(minutes=second)
    parts = office_minutes(BRANCH, start, middle) + office_minutes(BRANCH, middle, end)
    assert office_minutes(BRANCH, start, end) == parts <= first + second


@given(MOMENTS, st.integers(1, 2000))
def test_after_so_many_minutes_so_many_have_passed(start: datetime, minutes: int) -> None:
    end = after_minutes(BRANCH, start, minutes)
    assert office_minutes(BRANCH, start, end) == minutes


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (wib(23, 13), "hari ini, pukul 14.00 WITA"),
        (wib(24, 7), "besok, Selasa, 24 November, pukul 08.00 WITA"),
        (wib(25, 7), "Rabu, 25 November, pukul 08.00 WITA"),
        (datetime(2027, 1, 4, 7, tzinfo=WIB), "Senin, 4 Januari 2027, pukul 08.00 WITA"),
    ],
)
def test_a_moment_is_said_in_the_zone_of_the_listener(moment: datetime, said: str) -> None:
    assert spoken_moment(moment, "WITA", wib(23, 10)) == said


def test_hours_are_said() -> None:
    assert spoken_hours(BRANCH) == "Senin sampai Jumat, pukul 08.00-15.00 WIB"
    some = office("x", hari=frozenset({0, 2}))
    assert spoken_hours(some) == "Senin, Rabu, pukul 08.00-15.00 WIB"


def test_the_shortest_day_counts_the_break_of_friday() -> None:
    short = office("a", jumat=Span(time(8, 20), time(15)))
    assert shortest_day(short) == timedelta(minutes=20)
    assert shortest_day(office("b")) == timedelta(hours=5, minutes=30)
    never = office("c", jam=Span(time(12), time(13)))
    assert shortest_day(never) == timedelta()


def test_looking_for_an_opening_has_an_end() -> None:
    never = office("a", jam=Span(time(12), time(13)))
    monday = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
    for look in (
        lambda: next_opening(never, monday),
        lambda: after_minutes(never, monday, 1),
    ):
        with pytest.raises(AssertionError, match="never opens"):
            look()
    assert office_minutes(never, monday, monday + timedelta(days=9000)) == 0


def test_the_longest_patience_of_the_least_desk_ends_in_time() -> None:
    """What `check` lets through never runs out of days to look at."""
    off = [date(2026, 11, 23) + timedelta(weeks=week) for week in range(DAYS_CLOSED)]
    least = office("a", hari=["senin"], jam=Span(time(8), time(8, 30)), libur=off)
    monday = datetime(2026, 11, 23, 0, 0, tzinfo=UTC)
    assert after_minutes(least, monday, MOST_PATIENCE) > monday
