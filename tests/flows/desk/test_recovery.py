"""The time that is lost is named shortly, in Jakarta's time."""

from __future__ import annotations

from datetime import UTC, datetime

from flows.desk.recovery import Lost


def test_a_lost_time_is_named_with_its_days() -> None:
    since, until = (
        datetime(2026, 11, 24, 20, 5, tzinfo=UTC),
        datetime(2026, 11, 25, 1, 0, tzinfo=UTC),
    )
    assert Lost(since, until).spoken() == "25 Nov pukul 03.05 sampai 25 Nov pukul 08.00 WIB"
