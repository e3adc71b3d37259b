"""The content in force and the day: what every decision needs besides the conversation."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from flows.library import Library
from flows.sheet import Sheet
from flows.truth.standing import with_standing
from flows.truth.verdict import Verdict

_NEVER: tuple[tuple[Verdict, ...], date] = (), date.min


class Brain:
    """Holds the library; a new one is swapped in whole while the bot runs.

    today: the day to answer as. day_of: the day on which a moment was, on the same calendar.
    verdicts: what officers have said of statements, in order; a copy of the store, replaced whole.
    sheet_at: where the files of a sheet are or will be, but for their endings; None where none can
    be made.
    """

    def __init__(
        self,
        library: Library,
        today: Callable[[], date],
        day_of: Callable[[datetime], date] | None = None,
        sheet_at: Callable[[Sheet], str] | None = None,
    ) -> None:
        self.today = today
        self.day_of = day_of
        self.sheet_at = sheet_at
        self.verdicts: tuple[Verdict, ...] = ()
        self._library = library
        self._weighed = _NEVER

    @property
    def library(self) -> Library:
        """The content in force, with what officers have said of it as of today."""
        now = self.verdicts, self.today()
        if self._weighed != now:
            self._weighed = now
            self._library = with_standing(self._library, *now)
        return self._library

    @library.setter
    def library(self, library: Library) -> None:
        self._library = library
        self._weighed = _NEVER
