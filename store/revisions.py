"""Revisions: what the author of a carried message says now, and what the other side has of it."""

from collections.abc import Sequence

from store.carried import Carried
from store.database import Transaction


def edit(
    transaction: Transaction,
    message_id: int,
    text: str | None,
    entities: str | None,
    file: str | None,
) -> None:
    """The author changed words or file: a new revision."""
    rows = [{"id": message_id, "text": text, "entities": entities, "file": file}]
    transaction.write("case_messages_edit", rows)


def changing(transaction: Transaction, message_id: int, revision: int) -> None:
    """A revision is on its way as a change of what the other side has."""
    transaction.write("case_messages_changing", [{"id": message_id, "revision": revision}])


def changed(transaction: Transaction, ids: Sequence[int], revisions: Sequence[int]) -> None:
    """The other side has these revisions now."""
    rows = [{"id": one, "revision": which} for one, which in zip(ids, revisions, strict=True)]
    transaction.write("case_messages_changed", rows)


def unchanged(transaction: Transaction, message_id: int, reason: str, next_at: float) -> None:
    """A change was not accepted; it is tried again, not before `next_at`."""
    rows = [{"id": message_id, "reason": reason, "next_at": next_at}]
    transaction.write("case_messages_unchanged", rows)


def take_back(transaction: Transaction, message_id: int, back: str) -> None:
    """An officer's message is to be taken back (`wanted`), is `gone`, or has to be `kept`."""
    transaction.write("case_messages_back", [{"id": message_id, "back": back}])


async def to_change(transaction: Transaction, now: float) -> list[Carried]:
    """Return what the other side has otherwise than its author says, and nobody is changing."""
    rows = await transaction.fetch("case_messages_to_change", now=now)
    return [Carried(*row) for row in rows]


async def to_change_of(transaction: Transaction, case_id: int, now: float) -> list[Carried]:
    """Return the same of one case."""
    rows = await transaction.fetch("case_messages_to_change_of", case_id=case_id, now=now)
    return [Carried(*row) for row in rows]
