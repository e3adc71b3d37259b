"""Taps waiting for answerCallbackQuery."""

from __future__ import annotations

from dataclasses import dataclass

from sandbox.errors import QUERY_TOO_OLD, bad

# Telegram does not publish how long a query may be answered; a minute is what is usually seen.
LIFETIME = 60.0
FIRST_QUERY = 3_049_500_000_000_000_001


@dataclass(slots=True)
class Query:
    id: str
    chat: int
    message: int
    user: int
    data: str
    born: float


class Callbacks:
    """Queries not yet answered, oldest first."""

    def __init__(self) -> None:
        self._pending: dict[str, Query] = {}
        self._next = FIRST_QUERY
        self.lifetime = LIFETIME

    def new(self, chat: int, message: int, user: int, data: str, now: float) -> Query:
        self._forget_old(now)
        query = Query(str(self._next), chat, message, user, data, now)
        self._next += 1
        self._pending[query.id] = query
        return query

    def answer(self, query_id: str, now: float) -> Query:
        """Take the query out. Raises 400 when it is too old, answered or was never asked."""
        query = self._pending.pop(query_id, None)
        if query is None or now - query.born > self.lifetime:
            raise bad(QUERY_TOO_OLD)
        return query

    def pending(self, chat: int | None = None) -> list[Query]:
        return [q for q in self._pending.values() if chat is None or q.chat == chat]

    def _forget_old(self, now: float) -> None:
        """Drop from the front what no phone shows as waiting any more (kept ten lifetimes)."""
        while self._pending:
            oldest = next(iter(self._pending.values()))
            if now - oldest.born <= self.lifetime * 10:
                return
            del self._pending[oldest.id]
