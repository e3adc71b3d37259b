"""Who says the texts of `messages.yaml`: a library, a day, a language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from flows.library import Library
from flows.texts.html import Html

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

    @property
    def _written(self) -> Mapping[str, str]:
        """The messages as written, in this language: the one place that chooses."""
        return {INDONESIAN: self.library.messages}[self.language]
