"""What a person sees: messages as the client hands them to tests."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Self


@dataclass
class Shown:
    """One message. `buttons` are labels in rows, `raw` is the whole view of the control side."""

    id: int
    text: str
    by_bot: bool
    deleted: bool
    edits: int
    kind: str
    thread: int | None
    buttons: list[list[str]] = field(default_factory=list)
    reactions: dict[str, list[str]] = field(default_factory=dict)
    raw: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, raw: dict[str, Any]) -> Self:
        rows = raw.get("buttons", [])
        return cls(
            id=raw["id"],
            text=raw.get("text", ""),
            by_bot=raw["by_bot"],
            deleted=raw["deleted"],
            edits=raw.get("edits", 0),
            kind=raw.get("kind", ""),
            thread=raw.get("thread"),
            buttons=[[str(button["text"]) for button in row] for row in rows],
            reactions=raw.get("reactions", {}),
            raw=raw,
        )

    @property
    def labels(self) -> list[str]:
        """All labels, row by row."""
        return [label for row in self.buttons for label in row]

    def data(self, label: str) -> str:
        """The callback data behind a label. Raises `KeyError` naming the labels there are."""
        for row in self.raw.get("buttons", []):
            for button in row:
                if button["text"] == label:
                    return str(button["callback_data"])
        raise KeyError(f"no button {label!r}; there are {self.labels}")


@dataclass
class Screen(Shown):
    """The newest message of the bot, with the chat's reply keyboard and revision."""

    keyboard: list[str] = field(default_factory=list)
    revision: int = 0

    @classmethod
    def of(cls, raw: dict[str, Any], chat: dict[str, Any] | None = None) -> Self:
        screen = super().of(raw)
        chat = chat or {}
        rows = (chat.get("keyboard") or {}).get("keyboard", [])
        screen.keyboard = [str(button["text"]) for row in rows for button in row]
        screen.revision = int(chat.get("revision", 0))
        return screen
