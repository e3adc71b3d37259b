"""Statements: what officers were asked of them, what they said, and where an editor was called."""

from datetime import date
from typing import Any, NamedTuple

from store.database import Row, Transaction


class Question(NamedTuple):
    """One statement put to one office. `says` is None while nobody has answered; `answered_on` is
    the office's day, `answered_at` the moment in Unix seconds."""

    id: int
    office: str
    group_id: int
    statement: str
    digest: str
    asked_on: date
    says: str | None = None
    sentence: str = ""
    answered_on: date | None = None
    answered_at: float = 0.0


class Saying(NamedTuple):
    """An answered question."""

    office: str
    statement: str
    digest: str
    says: str
    sentence: str
    answered_on: date
    answered_at: float


def _question(row: Row) -> Question:
    number, office, group, statement, digest, asked, says, sentence, day, at = row
    answered = date.fromisoformat(day) if day else None
    return Question(
        number, office, group, statement, digest, date.fromisoformat(asked), says, sentence,
        answered, at or 0.0,
    )  # fmt: skip


async def _one(transaction: Transaction, query: str, **key: Any) -> Question | None:
    found = await transaction.fetch_one(query, **key)
    return _question(found) if found else None


async def is_asked(transaction: Transaction, office: str, week: str) -> bool:
    """Say whether an office was asked anything in that week."""
    found = await transaction.fetch_one("statements_week", office=office, week=week)
    return bool(found and found[0])


async def ask(
    transaction: Transaction, office: str, group_id: int, week: str, place: int, statement: str,
    digest: str, day: date,
) -> int:  # fmt: skip
    """Note a question, the `place`-th of its week; returns its number."""
    found = await transaction.fetch_one(
        "statements_ask", office=office, group_id=group_id, week=week, place=place,
        statement=statement, digest=digest, asked_on=day.isoformat(),
    )  # fmt: skip
    assert found is not None
    return int(found[0])


async def asked_since(transaction: Transaction, day: date) -> list[Question]:
    """Return what offices were asked on `day` and later, in order."""
    rows = await transaction.fetch("statements_since", day=day.isoformat())
    return [_question(row) for row in rows]


async def one(transaction: Transaction, number: int) -> Question | None:
    """Return a question, None when there is none."""
    return await _one(transaction, "statements_one", id=number)


async def below(transaction: Transaction, group_id: int, message_id: int) -> Question | None:
    """Return the answered question that stands in a message."""
    return await _one(transaction, "statements_below", group_id=group_id, message_id=message_id)


async def answer(
    transaction: Transaction, number: int, says: str, message_id: int, day: date, now: float
) -> bool:
    """Note an answer and the message it was pressed on; False when somebody was quicker."""
    changed = await transaction.run(
        "statements_answer", says=says, message_id=message_id, answered_on=day.isoformat(),
        answered_at=now, id=number,
    )  # fmt: skip
    return changed == 1


async def take_back(transaction: Transaction, number: int) -> bool:
    """Forget an answer, as if nobody had answered; False when nobody has."""
    return await transaction.run("statements_take_back", id=number) == 1


def explain(transaction: Transaction, number: int, sentence: str) -> None:
    """Note what an office says is different (masked)."""
    transaction.write("statements_explain", [{"sentence": sentence, "id": number}])


async def said(transaction: Transaction) -> list[Saying]:
    """Return the latest say of every office on every text, in order; not knowing says nothing."""
    rows = [_question(row) for row in await transaction.fetch("statements_said")]
    return [
        Saying(one.office, one.statement, one.digest, one.says, one.sentence, one.answered_on,
               one.answered_at)
        for one in rows
        if one.says is not None and one.answered_on is not None
    ]  # fmt: skip


async def dispute(
    transaction: Transaction, statement: str, digest: str, checked_on: date, day: date
) -> bool:
    """Note that an editor is called for a text; False when one was."""
    changed = await transaction.run(
        "statements_dispute", statement=statement, digest=digest,
        checked_on=checked_on.isoformat(), called_on=day.isoformat(),
    )  # fmt: skip
    return changed == 1


def prune(transaction: Transaction, before: date) -> None:
    """Forget what was asked before that day."""
    transaction.write("statements_prune", [{"before": before.isoformat()}])
