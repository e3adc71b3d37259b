"""What a participant sees: one text, its buttons, and an id that names it in tests and logs."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Button:
    """A label and what pressing it sends (see `flows.buttons`)."""

    label: str
    data: str


Row = tuple[Button, ...]


@dataclass(frozen=True)
class Screen:
    """One message. `text` is Telegram HTML; `picture` and `voice` are file paths below content."""

    id: str
    text: str
    rows: tuple[Row, ...] = ()
    picture: str | None = None
    voice: str | None = None

    def labels(self) -> tuple[str, ...]:
        """All button labels, top to bottom."""
        return tuple(button.label for row in self.rows for button in row)
