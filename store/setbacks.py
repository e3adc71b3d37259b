"""Setbacks: times when what is remembered fell behind what has happened, and what follows."""

from enum import StrEnum
from typing import NamedTuple

from store.database import Transaction

_HELD_BACK = (
    "held_back_flights", "held_back_calls", "held_back_updates", "held_back_screens",
    "held_back_messages", "held_back_changes", "held_back_told",
)  # fmt: skip
"""What waits no longer, in this order: a flight is known by its call."""


class Sign(StrEnum):
    """By what it was noticed."""

    RESTORE = "restore"
    """Our own command put a copy back."""
    PULSE = "pulse"
    """The file beside the database knows of a later beat."""
    UPDATES = "updates"
    """Telegram's numbers have gone on without us."""


class Setback(NamedTuple):
    """Of the time from `ends_at` to `noticed_at` nothing is known (Unix seconds).

    calls: how many were held back, None until it was seen to. told_at: when the staff was told.
    """

    id: int
    sign: str
    ends_at: float
    noticed_at: float
    calls: int | None
    told_at: float | None


class Held(NamedTuple):
    """A call that was held back: decided when (Unix seconds), and for which case, if any."""

    created_at: float
    method: str
    payload: str
    code: str | None


def add(transaction: Transaction, sign: Sign, ends_at: float, now: float) -> None:
    """What is remembered has been found to end before now."""
    row = {"sign": sign.value, "ends_at": ends_at, "noticed_at": now}
    transaction.write("setbacks_add", [row])


async def unseen(transaction: Transaction) -> Setback | None:
    """The newest that nobody has seen to."""
    row = await transaction.fetch_one("setbacks_unseen")
    return Setback(*row) if row else None


async def latest(transaction: Transaction) -> Setback | None:
    """The newest that was seen to."""
    row = await transaction.fetch_one("setbacks_latest")
    return Setback(*row) if row else None


async def hold_back(transaction: Transaction, setback: Setback, before: float, now: float) -> int:
    """Send nothing again that was decided before a moment; returns how many calls that were.

    Calls are kept, updates parked; words between a person and an officer wait no longer. Only
    before the loops run: what they have read they would send all the same.
    """
    kept = await transaction.run("held_back_keep", setback_id=setback.id, before=before)
    for query in _HELD_BACK:
        transaction.write(query, [{"before": before}])
    transaction.write("setbacks_seen", [{"calls": kept, "noticed_at": now}])
    return kept


def seen(transaction: Transaction, now: float) -> None:
    """What nobody had seen to is seen to, without holding anything back."""
    transaction.write("setbacks_seen", [{"calls": 0, "noticed_at": now}])


def renew(transaction: Transaction, now: float, closed_after: float) -> None:
    """Everything that is shown of open cases is shown anew, and of those closed since a moment.

    Patience begins again; everybody's membership in the staff groups is asked for.
    """
    for query in ("setbacks_cases", "setbacks_shown"):
        transaction.write(query, [{"now": now, "closed_after": closed_after}])
    transaction.write("setbacks_staff", [{}])


def staff_told(transaction: Transaction, now: float) -> None:
    """The staff has been told of every setback."""
    transaction.write("setbacks_staff_told", [{"told_at": now}])


async def is_told(transaction: Transaction, setback_id: int, chat_id: int) -> bool:
    """Whether somebody has been told of it."""
    key = {"setback_id": setback_id, "chat_id": chat_id}
    return await transaction.fetch_one("setbacks_is_told", **key) is not None


def tell(transaction: Transaction, setback_id: int, chat_id: int) -> None:
    """Somebody is being told of it."""
    transaction.write("setbacks_tell", [{"setback_id": setback_id, "chat_id": chat_id}])


async def held_back(transaction: Transaction) -> list[Held]:
    """Return what was held back and is still kept, the oldest first."""
    return [Held(*row) for row in await transaction.fetch("held_back_all")]


async def prune(transaction: Transaction, before: float) -> int:
    """Delete what was held back by setbacks older than `before`; returns how many."""
    return await transaction.run("held_back_prune", before=before)
