"""Carried: every message between a person and the staff group, and what became of it."""

from collections.abc import Sequence
from typing import NamedTuple

from store.database import Transaction

IN, OUT = "in", "out"
TEXT = "teks"
"""Kind of a message that is nothing but words."""

NOTE = "catatan"
"""Kind of what an officer wrote for the staff only; it is never sent."""

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
    revision, sent_revision, changing: what the author says, what the other side has, what is on
        its way as a change. back: whether it is taken back. reason, tries, next_at: of the last
        refusal. file: JSON text of `sort`, `id`, `unique`, `revision` (the first that has it).
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
    revision: int = 1
    sent_revision: int = 0
    changing: int = 0
    back: str = ""
    reason: str | None = None
    tries: int = 0
    next_at: float = 0.0
    file: str | None = None

    @property
    def is_true(self) -> bool:
        """Whether the other side has what the author says now."""
        return self.state == "delivered" and self.sent_revision == self.revision


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
    file: str | None = None


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


async def cases_with_pending(transaction: Transaction, now: float) -> list[int]:
    """Return the cases that have something to send now."""
    return [int(row[0]) for row in await transaction.fetch("case_messages_pending", now=now)]


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


def failed(
    transaction: Transaction,
    ids: Sequence[int],
    state: str,
    reason: str,
    now: float,
    next_at: float = 0.0,
) -> None:
    """What was on its way was not accepted. Pending, it is tried again, not before `next_at`."""
    values = {"state": state, "reason": reason, "next_at": next_at, "at": now}
    transaction.write("case_messages_failed", [{"id": one, **values} for one in ids])


Landed = tuple[int, int, int]
"""A message, its number on the other side, and the revision that is there."""


def in_topic(transaction: Transaction, landed: Sequence[Landed], now: float) -> None:
    """Telegram accepted these in the topic."""
    rows = [
        {"id": one, "topic_message_id": there, "revision": revision, "sent_at": now}
        for one, there, revision in landed
    ]
    transaction.write("case_messages_in_topic", rows)


def with_person(transaction: Transaction, landed: Sequence[Landed], now: float) -> None:
    """Telegram accepted these in the private chat."""
    rows = [
        {"id": one, "participant_message_id": there, "revision": revision, "sent_at": now}
        for one, there, revision in landed
    ]
    transaction.write("case_messages_with_person", rows)


def wait(transaction: Transaction, case_id: int, next_at: float) -> None:
    """Nothing that waits for the topic is tried before a moment."""
    transaction.write("case_messages_wait", [{"case_id": case_id, "next_at": next_at}])


def carry_again(transaction: Transaction, message_id: int) -> None:
    """Its file was replaced: it is copied into the topic anew."""
    transaction.write("case_messages_carry_again", [{"id": message_id}])


async def sending(transaction: Transaction, before: float, limit: int) -> list[Carried]:
    """Return what has been on its way since before a moment, as a message or as a change."""
    rows = await transaction.fetch("case_messages_sending", before=before, limit=limit)
    return [Carried(*row) for row in rows]


def topic_lost(transaction: Transaction, case_id: int) -> None:
    """The topic is gone: everything the person wrote waits for the new one."""
    for query in ("case_messages_lost", "case_messages_left", "case_parts_lost"):
        transaction.write(query, [{"case_id": case_id}])


def drop(transaction: Transaction, case_id: int) -> None:
    """The case is closed and has no topic any more: nobody will read what waits."""
    transaction.write("case_messages_drop", [{"case_id": case_id}])


async def last_sent(transaction: Transaction, case_id: int) -> float | None:
    """Return when something last went into the topic (Unix seconds)."""
    row = await transaction.fetch_one("case_messages_last_sent", case_id=case_id)
    return row[0] if row else None


async def elsewhere(transaction: Transaction, case_id: int) -> list[Carried]:
    """Return what officers wrote in topics that the case has left, in order."""
    rows = await transaction.fetch("case_messages_elsewhere", case_id=case_id)
    return [Carried(*row) for row in rows]


async def numbers_of_participant(transaction: Transaction, case_id: int) -> list[int]:
    """Return the ids of everything the person wrote, in order."""
    rows = await transaction.fetch("case_messages_numbers_in", case_id=case_id)
    return [int(row[0]) for row in rows]


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


def part_there(transaction: Transaction, message_id: int, part: int, there: int) -> None:
    """Telegram accepted a part of what was too long for one message."""
    row = {"row_id": message_id, "part": part, "topic_message_id": there}
    transaction.write("case_parts_add", [row])


async def parts(transaction: Transaction, message_id: int) -> dict[int, int]:
    """Return the further messages of the topic in which a message goes on, by their place."""
    rows = await transaction.fetch("case_parts_of", row_id=message_id)
    return {int(part): int(there) for part, there in rows}


def drop_parts(transaction: Transaction, message_id: int, first: int = 1) -> None:
    """It goes on in fewer messages now."""
    transaction.write("case_parts_drop", [{"row_id": message_id, "part": first}])


def incomplete(transaction: Transaction, message_id: int, reason: str, next_at: float) -> None:
    """A part was not accepted: all of it is brought there again, not before `next_at`."""
    rows = [{"id": message_id, "reason": reason, "next_at": next_at}]
    transaction.write("case_messages_incomplete", rows)
