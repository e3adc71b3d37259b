"""Who says the texts of `messages.yaml`: a library, a day, a language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from flows.library import Library
from flows.texts.html import Html, lines

Language = Literal["id"]
"""The languages there are. A second one begins here: docs/tasks/second-staff-language.md."""

INDONESIAN: Final[Language] = "id"


@dataclass(frozen=True)
class Voice:
    """Says messages to one listener; an unknown message raises KeyError."""

    library: Library
    today: date
    language: Language = INDONESIAN

    def say(self, message: str, **values: object) -> Html:
        """A message as Telegram HTML."""
        return self.library.inline(self._written[message], self.today, **values)

    def label(self, message: str, **values: object) -> str:
        """A button label or another plain text."""
        return self.library.plain(self._written[message], self.today, **values)

    def source(self, stands_on: Iterable[str], *, below: str = "") -> Html:
        """Who says what stands on these statements; and, on a line of its own, if that no longer
        or not surely holds. below: the text it stands below, which may name a number too early."""
        ids = tuple(stands_on)
        return lines(self.said_by(ids), self.doubt(ids, below))

    def said_by(self, stands_on: Iterable[str]) -> Html:
        """Who says what stands on these statements, in one line: the first of them, as a phone is
        small and the others are one tap away."""
        cited = self.library.statements.cited(stands_on)
        if cited:
            return self.say("sumber", sumber=f"{cited[0].name} ({cited[0].kind})")
        return self.say("sumber_kami")

    def doubt(self, stands_on: Iterable[str], below: str = "") -> Html:
        """That something of what stands on these statements no longer or not surely holds; empty
        where nothing is known against it. below: as for `source`."""
        state = self.library.statements.worst(stands_on, self.today)
        if state != "disputed" and self.library.is_early(below, self.today):
            state = "later"
        return Html() if state == "holds" else self.say(f"keterangan_{state}")

    @property
    def _written(self) -> Mapping[str, str]:
        """The messages as written, in this language: the one place that chooses."""
        return {INDONESIAN: self.library.messages}[self.language]
