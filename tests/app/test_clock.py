"""The day of a moment, on the calendar that answers follow."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from app.clock import Passed, day_of, now, today


def test_a_day_begins_at_midnight_in_jakarta() -> None:
    late = datetime(2026, 11, 26, 16, 58, tzinfo=UTC)
    assert day_of(late) == date(2026, 11, 26)
    assert day_of(late + timedelta(minutes=2)) == date(2026, 11, 27)


def test_a_message_of_this_moment_is_of_the_pinned_day() -> None:
    pinned = date(2030, 1, 1)
    assert day_of(now(), pinned) == today(pinned)
    assert day_of(now() - timedelta(days=1), pinned) == pinned - timedelta(days=1)


def test_what_has_passed_only_goes_forward() -> None:
    at = [datetime(2026, 11, 24, tzinfo=UTC)]
    passed = Passed(lambda: at[0])
    at[0] += timedelta(seconds=5)
    assert passed() == 5.0
    at[0] -= timedelta(hours=1)
    assert passed() == 5.0
    at[0] += timedelta(seconds=2)
    assert passed() == 7.0
