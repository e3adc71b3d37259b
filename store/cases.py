"""Cases: periods in which somebody waits for an officer, or talks with one.

A case travels as a mapping of its columns. What was read and changed is written back by `save`,
which finds nothing when somebody else has changed the case since: so taking is atomic, whatever
the database.
"""

import json
from collections.abc import Mapping
from typing import Any

from store.database import Row, Transaction

COLUMNS = (
    "id", "code", "trust_words", "chat_id", "office", "desk", "group_id", "topic_id", "topic",
    "topic_name", "card_message_id", "card_due", "state", "officer_id", "officer_name", "place",
    "stage", "stage_at", "told_at", "opened_at", "waiting_since", "taken_at", "first_reply_at",
    "unanswered_since", "last_at", "closed_at", "closed_by", "reason", "rating", "comment",
    "context", "version", "topic_after",
)  # fmt: skip
"""Times are Unix seconds, `context` is JSON text."""

FIXED = frozenset({"code", "trust_words", "chat_id", "opened_at", "context"})
"""Columns that `save` never changes; `context` only grows, by `learn`."""

CaseRow = dict[str, Any]


def _row(found: Row | None) -> CaseRow | None:
    return dict(zip(COLUMNS, found, strict=True)) if found else None


async def add(transaction: Transaction, values: Mapping[str, Any]) -> int:
    """Store a new case; returns its id.

    Raises sqlite3.IntegrityError when the chat has an open case or the code is taken.
    """
    row = await transaction.fetch_one("cases_add", **values)
    assert row is not None
    return int(row[0])


async def save(transaction: Transaction, values: Mapping[str, Any]) -> None:
    """Write a case back. Raises LookupError when it was changed since it was read."""
    row = {name: value for name, value in values.items() if name not in FIXED}
    transaction.write("cases_save", [row], expect=1)
    await transaction.flush()


async def one(transaction: Transaction, case_id: int) -> CaseRow | None:
    """Return a case, None when there is none."""
    return _row(await transaction.fetch_one("cases_one", id=case_id))


async def by_code(transaction: Transaction, code: str) -> CaseRow | None:
    """Return the case of a code."""
    return await _of(transaction, "cases_of_code", code=code)


async def by_topic(transaction: Transaction, group_id: int, topic_id: int) -> CaseRow | None:
    """Return the case of a topic."""
    return await _of(transaction, "cases_of_topic", group_id=group_id, topic_id=topic_id)


async def latest(transaction: Transaction, chat_id: int) -> CaseRow | None:
    """Return the newest case of a chat, open or closed."""
    return await _of(transaction, "cases_latest", chat_id=chat_id)


async def _of(transaction: Transaction, query: str, **key: Any) -> CaseRow | None:
    found = await transaction.fetch_one(query, **key)
    return await one(transaction, found[0]) if found else None


async def open_ones(transaction: Transaction) -> list[CaseRow]:
    """Return every open case, the oldest first."""
    rows = await transaction.fetch("cases_open")
    return [dict(zip(COLUMNS, row, strict=True)) for row in rows]


async def since(transaction: Transaction, moment: float) -> list[CaseRow]:
    """Return the cases opened or first answered since a moment, and those still open."""
    rows = await transaction.fetch("cases_since", since=moment)
    return [dict(zip(COLUMNS, row, strict=True)) for row in rows]


async def before(transaction: Transaction, chat_id: int, since: float) -> list[Row]:
    """Return the cases of a chat opened since a moment, the oldest first: reason, officer's name,
    rating."""
    return await transaction.fetch("cases_before", chat_id=chat_id, since=since)


def learn(transaction: Transaction, case_id: int, context: Mapping[str, Any]) -> None:
    """Keep what somebody told while their case waits."""
    transaction.write("cases_learn", [{"context": context_text(context), "id": case_id}])


async def without_topic(transaction: Transaction) -> list[int]:
    """Return the open cases that have no topic and for which none is being made."""
    return [int(row[0]) for row in await transaction.fetch("cases_without_topic")]


async def with_stale_card(transaction: Transaction) -> list[int]:
    """Return the cases whose card has to be drawn again."""
    return [int(row[0]) for row in await transaction.fetch("cases_cards")]


async def topics(transaction: Transaction, group_id: int) -> set[int]:
    """Return the topics of a group that belong to cases."""
    return {int(row[0]) for row in await transaction.fetch("cases_topics", group_id=group_id)}


def hold(transaction: Transaction, chat_id: int, case_id: int | None) -> None:
    """Give a chat its open case, or (None) take it away. Not for the chat of the turn in hand."""
    transaction.write("cases_hold", [{"chat_id": chat_id, "case_id": case_id}])


def forget(transaction: Transaction, chat_id: int) -> None:
    """Take a person out of their cases and codes; the figures stay."""
    for query in ("case_messages_forget", "told_forget", "cases_forget", "codes_drop"):
        transaction.write(query, [{"chat_id": chat_id}])


def wipe(transaction: Transaction, before: float) -> None:
    """Remove every text of cases closed before a moment."""
    for query in ("case_messages_wipe", "told_wipe", "cases_wipe"):
        transaction.write(query, [{"before": before}])


async def code_of(transaction: Transaction, chat_id: int, since: float) -> tuple[str, str] | None:
    """Return the code and trust words a chat was given since a moment, before any case."""
    found = await transaction.fetch_one("codes_of_chat", chat_id=chat_id, since=since)
    return (str(found[0]), str(found[1])) if found else None


async def chat_of_code(transaction: Transaction, code: str, since: float) -> int | None:
    """Return the chat that was given a code since a moment."""
    found = await transaction.fetch_one("codes_chat", code=code, since=since)
    return int(found[0]) if found else None


async def is_code_taken(transaction: Transaction, code: str) -> bool:
    """Say whether a code has ever been given to a case, or is promised to a chat."""
    return await transaction.fetch_one("codes_taken", code=code) is not None


def keep_code(
    transaction: Transaction, chat_id: int, code: str, trust_words: str, now: float
) -> None:
    """Promise a code to a chat; an earlier one is no longer valid."""
    row = {"code": code, "chat_id": chat_id, "trust_words": trust_words, "made_at": now}
    transaction.write("codes_add", [row])


def drop_code(transaction: Transaction, chat_id: int) -> None:
    """The code has become a case."""
    transaction.write("codes_drop", [{"chat_id": chat_id}])


def context_text(context: Mapping[str, Any]) -> str:
    """Return a context as it is stored."""
    return json.dumps(context, ensure_ascii=False, separators=(",", ":"))
