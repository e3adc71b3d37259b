"""Every Bot API call in order. The token is never in it: it is no parameter."""

from __future__ import annotations

from collections import Counter, deque
from dataclasses import asdict, dataclass
from itertools import islice
from typing import Any

from sandbox.witness import WITNESSES

KEPT = 100_000


@dataclass(slots=True)
class Entry:
    """One call: when it came (unix seconds), how long it took, what was asked and answered."""

    n: int
    at: float
    method: str
    params: dict[str, Any]
    took: float = 0.0
    code: int = 0
    result: Any = None
    description: str = ""
    fault: str = ""


class CallLog:
    """The last `kept` calls in order and counts of all. Entries are written when a call begins."""

    def __init__(self, kept: int = KEPT) -> None:
        self._entries: deque[Entry] = deque(maxlen=kept)
        self._n = 0
        self.counts: Counter[str] = Counter()
        self.refusals: Counter[str] = Counter()

    def begin(self, at: float, method: str, params: dict[str, Any]) -> Entry:
        self._n += 1
        entry = Entry(self._n, at, method, params)
        self._entries.append(entry)
        self.counts[method] += 1
        return entry

    def end(self, entry: Entry, now: float, code: int, result: Any, description: str = "") -> None:
        entry.took = now - entry.at
        entry.code = code
        entry.result = result
        entry.description = description
        for witness in WITNESSES:
            witness.called(entry)
        if description:
            self.refusals[description] += 1

    @property
    def last(self) -> int:
        return self._n

    def after(self, n: int) -> list[Entry]:
        """Entries with a number above `n`, in order; costs only what it returns."""
        fresh = min(self._n - n, len(self._entries))
        if fresh <= 0:
            return []
        return list(islice(reversed(self._entries), fresh))[::-1]


def as_json(entry: Entry) -> dict[str, Any]:
    return asdict(entry)
