"""What became of one call of the desk, as `loops.record` tells it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

ACCEPTED, BLOCKED, UNCERTAIN = "accepted", "blocked", "uncertain"
TOPIC_GONE, CHAT_GONE = "topic_gone", "chat_gone"


@dataclass(frozen=True)
class Landed:
    """A settled call: what it was about, the kind of fate, Telegram's result and the chat."""

    about: dict[str, Any]
    kind: str
    reason: str = ""
    result: Any = None
    chat_id: int | None = None

    @classmethod
    def of(cls, outcome: Any) -> Landed:
        """From an outcome of the send loop."""
        fate = outcome.fate
        return cls(
            outcome.about, fate.kind.value, fate.reason, outcome.result, outcome.call.chat_id
        )

    @property
    def accepted(self) -> bool:
        """Whether Telegram accepted it."""
        return self.kind == ACCEPTED

    @property
    def topic_gone(self) -> bool:
        """Whether the topic was deleted."""
        return self.kind == TOPIC_GONE

    @property
    def message_ids(self) -> list[int]:
        """The numbers of the messages that came of it, in order."""
        found = self.result if isinstance(self.result, list) else [self.result]
        return [
            int(one["message_id"]) for one in found if isinstance(one, dict) and "message_id" in one
        ]
