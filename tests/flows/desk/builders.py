"""Builders for the tests of the desk."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

from flows.content.offices import Office, Span

WEEK = frozenset(range(5))
OPENED = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
"""A Monday, 09.00 WIB."""


def office(office_id: str, **changes: Any) -> Office:
    """A branch open Monday to Friday, 08.00-15.00, with lunch and Friday prayer."""
    given: dict[str, Any] = {
        "id": office_id,
        "nama": f"Kantor {office_id}",
        "kota": f"Kota {office_id}",
        "zona": "WIB",
        "hari": WEEK,
        "jam": Span(time(8), time(15)),
        "istirahat": Span(time(12), time(13)),
        "jumat": Span(time(11, 30), time(13)),
        "source": "tes",
        "checked_on": date(2026, 11, 1),
    }
    return Office.model_validate(given | changes)
