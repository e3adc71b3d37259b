"""What the desk's tables make impossible, whatever the code above them does."""

from __future__ import annotations

import sqlite3
from typing import Any

import pytest

from store import carried, cases, staff
from store.carried import IN, TEXT, Writing
from store.database import Database, Transaction


async def opened(transaction: Transaction, chat_id: int, code: str) -> cases.CaseRow:
    values: dict[str, Any] = {
        "code": code, "trust_words": "mangga lima", "chat_id": chat_id, "office": "jember",
        "desk": None, "group_id": -100, "state": "waiting", "place": 1, "stage": "meja",
        "stage_at": 1.0, "opened_at": 1.0, "waiting_since": 1.0, "unanswered_since": None,
        "last_at": 1.0, "context": "{}",
    }  # fmt: skip
    row = await cases.one(transaction, await cases.add(transaction, values))
    assert row is not None
    return row


async def test_one_open_case_per_person(database: Database) -> None:
    async with database.transaction() as transaction:
        await opened(transaction, 1, "JHT-AAAA")
    with pytest.raises(sqlite3.IntegrityError):
        async with database.transaction() as transaction:
            await opened(transaction, 1, "JHT-BBBB")


async def test_a_code_never_names_two_cases(database: Database) -> None:
    async with database.transaction() as transaction:
        await opened(transaction, 1, "JHT-AAAA")
    with pytest.raises(sqlite3.IntegrityError):
        async with database.transaction() as transaction:
            await opened(transaction, 2, "JHT-AAAA")


async def test_one_topic_per_case(database: Database) -> None:
    async with database.transaction() as transaction:
        first = await opened(transaction, 1, "JHT-AAAA")
        second = await opened(transaction, 2, "JHT-BBBB")
        await cases.save(transaction, first | {"topic": "there", "topic_id": 7})
    with pytest.raises(sqlite3.IntegrityError):
        async with database.transaction() as transaction:
            await cases.save(transaction, second | {"topic": "there", "topic_id": 7})


async def test_of_two_who_read_the_same_one_saves(database: Database) -> None:
    async with database.transaction() as transaction:
        row = await opened(transaction, 1, "JHT-AAAA")
        await cases.save(transaction, row | {"state": "held", "officer_id": 5})
    with pytest.raises(LookupError):
        async with database.transaction() as transaction:
            await cases.save(transaction, row | {"state": "held", "officer_id": 6})
    async with database.transaction() as transaction:
        found = await cases.one(transaction, row["id"])
    assert found is not None
    assert found["officer_id"] == 5


@pytest.mark.parametrize(
    "broken",
    [
        {"state": "held"},
        {"state": "waiting", "officer_id": 5},
        {"state": "closed"},
        {"topic": "there"},
        {"rating": 6},
    ],
)
async def test_half_truths_are_refused(database: Database, broken: dict[str, Any]) -> None:
    async with database.transaction() as transaction:
        row = await opened(transaction, 1, "JHT-AAAA")
    with pytest.raises(sqlite3.IntegrityError):
        async with database.transaction() as transaction:
            await cases.save(transaction, row | broken)


async def test_topics_of_the_staff_are_known_also_under_a_new_number(database: Database) -> None:
    async with database.transaction() as transaction:
        for topic in (5, 6, 6):
            staff.own_topic(transaction, -100, topic)
        staff.own_topic(transaction, -200, 9)
        assert await staff.own_topics(transaction, -100) == {5, 6}
        staff.migrate(transaction, -100, -300)
        assert await staff.own_topics(transaction, -300) == {5, 6}
        assert await staff.own_topics(transaction, -100) == set()


async def test_a_message_is_carried_once_and_delivered_only_with_a_copy(database: Database) -> None:
    async with database.transaction() as transaction:
        case = await opened(transaction, 1, "JHT-AAAA")
        message = Writing(case["id"], IN, 1, TEXT, 1.0, participant_message_id=9, text="halo")
        number = (await carried.add(transaction, message)).id
    with pytest.raises(sqlite3.IntegrityError):
        async with database.transaction() as transaction:
            await carried.add(transaction, message)
    with pytest.raises(sqlite3.IntegrityError):
        async with database.transaction() as transaction:
            carried.set_state(transaction, [number], "delivered")


async def test_who_is_forgotten_leaves_figures_only(database: Database) -> None:
    async with database.transaction() as transaction:
        row = await opened(transaction, 77, "JHT-AAAA")
        closed = {"state": "closed", "closed_at": 2.0, "reason": "dihapus", "comment": "bagus"}
        await cases.save(transaction, row | closed)
        cases.keep_code(transaction, 77, "JHT-CCCC", "melati dua", 1.0)
        cases.forget(transaction, 77)
    async with database.transaction() as transaction:
        found = await cases.one(transaction, row["id"])
        assert await cases.code_of(transaction, 77, 0.0) is None
    assert found is not None
    assert (found["chat_id"], found["comment"], found["trust_words"]) == (0, "", "")
    assert found["office"] == "jember"
