"""Carried: every message between a person and the staff group, and what became of it."""

from collections.abc import Sequence
from typing import NamedTuple

from store.database import Transaction

IN, OUT = "in", "out"
TEXT = "teks"
"""Kind of a message that is nothing but words."""

READY = "siap"
"""Kind of an officer's message that was sent from a ready text."""


class Carried(NamedTuple):
    """One message of a case.

    direction: `in` from the person, `out` from an officer (`author_id`).
    participant_message_id, topic_message_id: the original and its copy; several messages of a
        person may share one message of the topic.
    reply_to: the message it answers, in the chat where it was written.
    text: masked; None once removed. entities: JSON text as Telegram gave them.
    album: Telegram's id of the album it belongs to.
    """

    id: int
    case_id: int
    direction: str
    author_id: int
    participant_message_id: int | None
    topic_message_id: int | None
    reply_to: int | None
    kind: str
    text: str | None
    entities: str | None
    album: str | None
    state: str
    created_at: float
    sent_at: float | None


class Writing(NamedTuple):
    """A message to be carried, before it is stored; fields as in `Carried`."""

    case_id: int
    direction: str
    author_id: int
    kind: str
    created_at: float
    participant_message_id: int | None = None
    topic_message_id: int | None = None
    reply_to: int | None = None
    text: str | None = None
    entities: str | None = None
    album: str | None = None
    state: str = "pending"


async def add(transaction: Transaction, writing: Writing) -> Carried:
    """Store a message to be carried."""
    values = writing._asdict()
    row = await transaction.fetch_one("case_messages_add", **values)
    assert row is not None
    return Carried(id=int(row[0]), sent_at=None, **values)


async def one(transaction: Transaction, message_id: int) -> Carried | None:
    """Return a carried message by its own id."""
    row = await transaction.fetch_one("case_messages_one", id=message_id)
    return Carried(*row) if row else None


async def on_its_way(transaction: Transaction, case_id: int) -> list[Carried]:
    """Return what of a case is pending or being sent, in order, both directions."""
    rows = await transaction.fetch("case_messages_open", case_id=case_id)
    return [Carried(*row) for row in rows]


async def cases_with_pending(transaction: Transaction) -> list[int]:
    """Return the cases that have something to send."""
    return [int(row[0]) for row in await transaction.fetch("case_messages_pending")]


async def of_participant(transaction: Transaction, case_id: int, message_id: int) -> list[Carried]:
    """Return what belongs to a message of the private chat."""
    rows = await transaction.fetch(
        "case_messages_of_participant", case_id=case_id, message_id=message_id
    )
    return [Carried(*row) for row in rows]


async def of_topic(transaction: Transaction, case_id: int, message_id: int) -> list[Carried]:
    """Return what belongs to a message of the topic, in order."""
    rows = await transaction.fetch("case_messages_of_topic", case_id=case_id, message_id=message_id)
    return [Carried(*row) for row in rows]


async def of_album(transaction: Transaction, case_id: int, album: str) -> list[Carried]:
    """Return the parts of an album, in order."""
    rows = await transaction.fetch("case_messages_of_album", case_id=case_id, album=album)
    return [Carried(*row) for row in rows]


def set_state(
    transaction: Transaction, ids: Sequence[int], state: str, now: float | None = None
) -> None:
    """Note what became of messages."""
    rows = [{"id": one, "state": state, "sent_at": now} for one in ids]
    transaction.write("case_messages_state", rows)


def in_topic(transaction: Transaction, pairs: Sequence[tuple[int, int]], now: float) -> None:
    """Telegram accepted (id, message of the topic)."""
    rows = [{"id": one, "topic_message_id": there, "sent_at": now} for one, there in pairs]
    transaction.write("case_messages_in_topic", rows)


def with_person(transaction: Transaction, pairs: Sequence[tuple[int, int]], now: float) -> None:
    """Telegram accepted (id, message of the private chat)."""
    rows = [{"id": one, "participant_message_id": there, "sent_at": now} for one, there in pairs]
    transaction.write("case_messages_with_person", rows)


def edit(transaction: Transaction, message_id: int, text: str, entities: str | None) -> None:
    """The author changed the words."""
    rows = [{"id": message_id, "text": text, "entities": entities}]
    transaction.write("case_messages_edit", rows)


def topic_lost(transaction: Transaction, case_id: int) -> None:
    """The topic is gone: everything the person wrote waits for the new one."""
    transaction.write("case_messages_lost", [{"case_id": case_id}])


def strayed(transaction: Transaction, before: float) -> None:
    """Send again what went on its way before a moment and is not in the outbox any more."""
    transaction.write("case_messages_strayed", [{"before": before}])


def drop(transaction: Transaction, case_id: int) -> None:
    """The case is closed and has no topic any more: nobody will read what waits."""
    transaction.write("case_messages_drop", [{"case_id": case_id}])


async def last_sent(transaction: Transaction, case_id: int) -> float | None:
    """Return when something last went into the topic (Unix seconds)."""
    row = await transaction.fetch_one("case_messages_last_sent", case_id=case_id)
    return row[0] if row else None


async def known_in_group(transaction: Transaction, group_id: int) -> set[int]:
    """Return the messages of a group that are known to be no topic."""
    rows = await transaction.fetch("case_messages_known", group_id=group_id)
    return {int(row[0]) for row in rows}


async def last_answer(transaction: Transaction, case_id: int) -> int | None:
    """Return the last text an officer wrote and the person got."""
    row = await transaction.fetch_one("case_messages_answer", case_id=case_id)
    return int(row[0]) if row else None


async def question_before(transaction: Transaction, case_id: int, before: int) -> str | None:
    """Return what the person had written before a carried message."""
    row = await transaction.fetch_one("case_messages_question", case_id=case_id, before=before)
    return str(row[0]) if row else None
