"""Outbox: in order, once per decision, without words after the end."""

import sqlite3
from typing import Any

import pytest

from store import chats, outbox
from store.chats import ChatRecord
from store.database import Database
from store.outbox import REPLY, Call, Delivery


def call(number: int, **more: Any) -> Call:
    values: dict[str, Any] = {
        "id": number,
        "update_id": number,
        "ordinal": 0,
        "chat_id": 7,
        "lane": "7",
        "priority": REPLY,
        "method": "sendMessage",
        "payload": '{"text":"a"}',
        "about": None,
        "delivery": Delivery.SCREEN,
        "created_at": 100.0,
    }
    return Call(**{**values, **more})


async def test_calls_come_back_as_they_went_in(database: Database) -> None:
    calls = [call(1), call(2, about='{"x":1}', chat_id=None, update_id=None, delivery=Delivery.ASK)]
    async with database.transaction() as transaction:
        outbox.add(transaction, list(reversed(calls)))
        assert await outbox.waiting(transaction) == calls
        assert await outbox.last_id(transaction) == 2


async def test_an_accepted_call_is_gone(database: Database) -> None:
    async with database.transaction() as transaction:
        assert await outbox.last_id(transaction) == 0
        outbox.add(transaction, [call(1), call(2)])
        outbox.accepted(transaction, [1])
        assert [one.id for one in await outbox.waiting(transaction)] == [2]


async def test_a_call_given_up_keeps_its_reason_and_loses_its_words(database: Database) -> None:
    async with database.transaction() as transaction:
        outbox.add(transaction, [call(1), call(2), call(3)])
        outbox.settle(
            transaction,
            [
                {"id": 1, "state": "failed", "reason": "blocked"},
                {"id": 2, "state": "uncertain", "reason": "SocketTimeoutError"},
            ],
        )
        assert [one.id for one in await outbox.waiting(transaction)] == [3]
        assert await outbox.counts(transaction) == {"failed": 1, "uncertain": 1, "waiting": 1}
    rows = await database._connection.execute_fetchall(
        "SELECT reason, payload FROM outbox WHERE id < 3 ORDER BY id"
    )
    assert [tuple(row) for row in rows] == [("blocked", None), ("SocketTimeoutError", None)]
    async with database.transaction() as transaction:
        assert await outbox.prune(transaction, 100.0) == 0
        assert await outbox.prune(transaction, 101.0) == 2


async def test_one_decision_is_not_queued_twice(database: Database) -> None:
    async def twice() -> None:
        async with database.transaction() as transaction:
            outbox.add(transaction, [call(1, update_id=5), call(2, update_id=5)])

    with pytest.raises(sqlite3.IntegrityError):
        await twice()


async def test_forgetting_a_chat_erases_what_is_left_of_it(database: Database) -> None:
    async with database.transaction() as transaction:
        chats.save(transaction, [ChatRecord(7, "{}", 0, None)], 0.0)
        chats.save(transaction, [ChatRecord(8, "{}", 0, None)], 0.0)
        outbox.add(transaction, [call(1), call(2, chat_id=8), call(3)])
        outbox.settle(transaction, [{"id": 1, "state": "failed", "reason": "refused"}])
        chats.forget(transaction, 7)
        assert await chats.one(transaction, 7) is None
        assert await chats.one(transaction, 8) is not None
        assert await outbox.counts(transaction) == {"waiting": 2}
