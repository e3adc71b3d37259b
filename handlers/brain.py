"""The content in force and the day: what every decision needs besides the conversation."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from flows.library import Library


class Brain:
    """Holds the library; a new one is swapped in whole while the bot runs."""

    def __init__(self, library: Library, today: Callable[[], date]) -> None:
        self.library = library
        self.today = today
