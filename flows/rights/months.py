"""Counting in months and years, as letters and laws do."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

MONTHS_A_YEAR = 12


def months_from(day: date, months: int) -> date:
    """The same day `months` later (earlier if negative); the month's last day where there is none.

    31 January and one month: 28 or 29 February. Raises ValueError outside the calendar.
    """
    year, month = divmod(day.year * MONTHS_A_YEAR + day.month - 1 + months, MONTHS_A_YEAR)
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def years_from(day: date, years: int) -> date:
    """The same day `years` later; 28 February where 29 February is missing."""
    return months_from(day, years * MONTHS_A_YEAR)
