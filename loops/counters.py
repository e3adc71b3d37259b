"""Counters: what the loops did since the start. For people and for `bot.py`."""

from dataclasses import asdict, dataclass


@dataclass(slots=True)
class Counters:
    """Counts since the start.

    received: updates stored. repeated: redelivered, already known. malformed: not even a number.
    handled, failed (tries), parked: what became of updates. sent: calls Telegram accepted.
    unmarked: texts Telegram could not read, sent as plain ones. retried: calls tried again.
    uncertain, refused: calls given up. restarts: loops restarted.
    """

    received: int = 0
    repeated: int = 0
    malformed: int = 0
    handled: int = 0
    failed: int = 0
    parked: int = 0
    sent: int = 0
    unmarked: int = 0
    retried: int = 0
    limited: int = 0
    uncertain: int = 0
    refused: int = 0
    restarts: int = 0

    def as_dict(self) -> dict[str, int]:
        """Return all counts by name."""
        return asdict(self)
