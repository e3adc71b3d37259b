"""Inbox: updates stored before Telegram is told that we have them."""

from collections.abc import Sequence
from typing import Any, Final, NamedTuple, TypedDict

from store.chats import ChatRecord
from store.database import Transaction, Write
from store.unseen import Missed

OLD: Final = 120.0
"""Seconds after which what somebody wrote is answered as of an outage."""

SETTLED: Final = 3.0
"""Seconds without anything new of a chat after which all that is old of it has come."""

AHEAD = 60.0
"""Seconds; no failed update rests longer. What lies further ahead was stored before the clock was
set back, and is due."""


class Arrival(TypedDict):
    """One update to store. `state` is `waiting`, or `parked` with a `reason` and no body.

    written_at: when the person did it, by our clock (Unix seconds).
    stamp: tells updates of the same number apart; None where nothing does.
    """

    update_id: int
    stamp: int | None
    chat_id: int | None
    received_at: float
    written_at: float
    body: str | None
    state: str
    reason: str | None


class Waiting(NamedTuple):
    """One update to handle, with the state of its chat before it (None: never seen).

    is_old: it waited elsewhere, like all that waits of its chat. missed: see `store.unseen`.
    """

    update_id: int
    chat_id: int | None
    received_at: float
    written_at: float
    body: str
    failures: int
    chat: ChatRecord | None
    is_old: bool = False
    missed: Missed | None = None


class Failure(TypedDict):
    """A failed update: tried `failures` times, next at `next_try` (Unix seconds)."""

    update_id: int
    failures: int
    next_try: float


class Parking(TypedDict):
    """An update given up: type and place of the error, never what was said."""

    update_id: int
    failures: int
    reason: str


def add(transaction: Transaction, arrivals: Sequence[Arrival]) -> Write:
    """Store updates; those already known are left alone and not counted as changed.

    Known is what has the number and the stamp: Telegram's numbers may begin anew, and whoever wrote
    then would never be heard.
    """
    transaction.write("inbox_make_way", arrivals)
    return transaction.write("inbox_add", arrivals)


async def fresh(transaction: Transaction, now: float, size: int) -> list[Waiting]:
    """Return up to `size` updates whose turn it is, in order, with their chats.

    Only of chats in which somebody wrote lately; of those also what is older.
    """
    rows = await transaction.fetch("inbox_fresh", **_moments(now), size=size)
    return [_waiting(row, is_old=False) for row in rows]


async def old(transaction: Transaction, now: float, size: int) -> tuple[list[Waiting], float]:
    """Return up to `size` updates of chats in which nobody wrote lately, chat by chat.

    Not before the last of a chat has been here for `SETTLED` seconds: what waited elsewhere comes
    in pieces, and is answered as a whole. Second, when the next will have been (Unix seconds), 0
    when none is expected.
    """
    rows = await transaction.fetch("inbox_old", **_moments(now), size=size)
    settled, due = [], 0.0
    for *row, last in rows:
        # A moment to come is a clock that was set back.
        if now - SETTLED < last <= now:
            due = min(due or last + SETTLED, last + SETTLED)
        else:
            settled.append(_waiting(row, is_old=True))
    return settled, due


def _moments(now: float) -> dict[str, float]:
    return {"now": now, "ahead": now + AHEAD, "since": now - OLD}


def _waiting(row: Sequence[Any], *, is_old: bool) -> Waiting:
    update_id, chat_id, received_at, written_at, body, failures, *of_chat = row
    conversation, blocked, case_id, method, payload = of_chat
    chat = None
    if conversation is not None:
        chat = ChatRecord(chat_id, conversation, blocked, case_id)
    missed = None if method is None else Missed(method, payload)
    return Waiting(
        update_id, chat_id, received_at, written_at, body, failures, chat, is_old, missed
    )


async def next_try(transaction: Transaction) -> float | None:
    """Return when the earliest waiting update is due (Unix seconds), None when none waits."""
    row = await transaction.fetch_one("inbox_next_try")
    return row[0] if row else None


def finish(transaction: Transaction, update_ids: Sequence[int]) -> None:
    """Mark updates as handled and drop their content; their number alone stays.

    The trip raises LookupError when one is not waiting: it would have been handled twice.
    """
    rows = [{"update_id": one} for one in update_ids]
    transaction.write("inbox_finish", rows, expect=len(rows))


def fail(transaction: Transaction, failures: Sequence[Failure]) -> None:
    """Note failed tries and when to try again."""
    transaction.write("inbox_fail", failures, expect=len(failures))


def park(transaction: Transaction, parkings: Sequence[Parking]) -> None:
    """Put updates aside for a person to look at; the chat goes on without them."""
    transaction.write("inbox_park", parkings, expect=len(parkings))


async def prune(transaction: Transaction, done_before: float, parked_before: float) -> int:
    """Delete what is older than the given Unix seconds; returns how many rows."""
    return await transaction.run(
        "inbox_prune", done_before=done_before, parked_before=parked_before
    )


async def counts(transaction: Transaction) -> dict[str, int]:
    """Return how many updates are in each state."""
    return {str(row[0]): int(row[1]) for row in await transaction.fetch("inbox_counts")}
