"""The content in force and the day: what every decision needs besides the conversation."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from flows.library import Library


class Brain:
    """Holds the library; a new one is swapped in whole while the bot runs.

    today: the day to answer as. day_of: the day on which a moment was, on the same calendar.
    """

    def __init__(
        self,
        library: Library,
        today: Callable[[], date],
        day_of: Callable[[datetime], date] | None = None,
    ) -> None:
        self.library = library
        self.today = today
        self.day_of = day_of
