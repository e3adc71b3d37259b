"""Ledger: what each side of a case ought to be told, and what Telegram has accepted of it.

What is wanted is written with the act that brings it about; what became of a call only ever changes
what is shown. A lost call, a refusal, a kill all end alike: the difference is still there, and is
sent again.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from store.database import Row, Transaction

NOTHING = ""
"""The revision of what is not there."""


class Side(StrEnum):
    """Who is told."""

    PARTICIPANT = "participant"
    STAFF = "staff"


class What(StrEnum):
    """What is told."""

    CARD = "card"
    NAME = "name"
    """The name of the topic, with the colour of its state."""
    PINNED = "pinned"
    MARK = "mark"
    """Under an officer's message (`subject`)."""
    NOTE = "note"
    HELD = "held"
    """A message (`subject`) waits for a supervisor."""
    WARNING = "warning"
    """A message (`subject`) did not arrive, or nobody knows."""
    REMINDER = "reminder"
    CALL = "call"
    """The supervisors, by name."""
    ASKED = "asked"
    """What shall become of a topic that was closed by hand?"""
    OPENED = "opened"
    TAKEN = "taken"
    RETURNED = "returned"
    MOVED = "moved"
    PASSED_ON = "passed_on"
    CLOSED = "closed"
    REOPENED = "reopened"


class Key(NamedTuple):
    """Which thing is told to whom; `subject` tells several of a kind apart."""

    case_id: int
    side: Side
    what: What
    subject: int = 0


class Told(NamedTuple):
    """One thing told; fields as in `store/migrations/0013_ledger.sql`."""

    key: Key
    wanted: str
    shown: str
    said: str | None
    message_id: int | None
    state: str
    reason: str | None
    tries: int
    next_at: float
    at: float


def _told(row: Row) -> Told:
    case_id, side, what, subject = row[:4]
    return Told(Key(case_id, Side(side), What(what), subject), *row[4:])


def want(
    transaction: Transaction,
    key: Key,
    wanted: str,
    at: float,
    *,
    said: str | None = None,
    sending: bool = True,
    next_at: float = 0.0,
) -> None:
    """This is to be told; what was wanted before in its place no longer is.

    sending: it is on its way already. Otherwise it is due, not before `next_at`.
    """
    state = "sending" if sending else "due"
    values = {"wanted": wanted, "said": said, "state": state, "next_at": next_at, "at": at}
    transaction.write("told_want", [{**key._asdict(), **values}])


def sending(transaction: Transaction, keys: Sequence[Key], at: float) -> None:
    """What was due is on its way."""
    transaction.write("told_sending", [{**key._asdict(), "at": at} for key in keys])


def shown(
    transaction: Transaction, key: Key, revision: str, message_id: int | None, at: float
) -> None:
    """Telegram accepted a revision; due again where another one is wanted by now."""
    row = {**key._asdict(), "revision": revision, "message_id": message_id, "at": at}
    transaction.write("told_shown", [row])


def failed(
    transaction: Transaction, key: Key, revision: str, reason: str, next_at: float, at: float
) -> None:
    """A revision was not accepted: it is tried again, not before `next_at`."""
    row = {**key._asdict(), "revision": revision, "reason": reason, "next_at": next_at, "at": at}
    transaction.write("told_failed", [row])


def given_up(transaction: Transaction, key: Key, revision: str, reason: str, at: float) -> None:
    """A revision will never be accepted; its words are removed."""
    row = {**key._asdict(), "revision": revision, "reason": reason, "at": at}
    transaction.write("told_given_up", [row])


def unseen(transaction: Transaction, case_id: int, at: float) -> None:
    """The topic is gone: card, name and pin are not shown anywhere any more."""
    transaction.write("told_unseen", [{"case_id": case_id, "at": at}])


def drop(transaction: Transaction, keys: Sequence[Key]) -> None:
    """It is no longer to be told."""
    transaction.write("told_drop", [key._asdict() for key in keys])


def past(transaction: Transaction, case_id: int, side: Side, whats: Sequence[What]) -> None:
    """What has not been shown of these is past: something newer is told in its place."""
    rows = [{"case_id": case_id, "side": side, "what": what} for what in whats]
    transaction.write("told_past", rows)


async def one(transaction: Transaction, key: Key) -> Told | None:
    """Return one thing told; None when nobody ever wanted it."""
    row = await transaction.fetch_one("told_one", **key._asdict())
    return _told(row) if row else None


async def of_topic(transaction: Transaction, case_id: int) -> dict[What, Told]:
    """Return card, name and pin of a case, as far as they were ever wanted."""
    rows = await transaction.fetch("told_of_topic", case_id=case_id)
    return {told.key.what: told for told in map(_told, rows)}


async def due(transaction: Transaction, now: float, limit: int) -> list[Told]:
    """Return what is due, the oldest first."""
    rows = await transaction.fetch("told_due", now=now, limit=limit)
    return [_told(row) for row in rows]


async def overdue(transaction: Transaction, before: float, limit: int) -> list[Told]:
    """Return what has been on its way since before a moment (Unix seconds)."""
    rows = await transaction.fetch("told_overdue", before=before, limit=limit)
    return [_told(row) for row in rows]


async def without_card(transaction: Transaction, before: float) -> list[int]:
    """Return the open cases with a topic, opened before a moment, of which no card is wanted."""
    rows = await transaction.fetch("told_without_card", before=before)
    return [int(row[0]) for row in rows]
