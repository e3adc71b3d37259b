"""Inbox: once only, in order per chat, and no words left behind."""

import sqlite3
from typing import Any

import pytest

from store import chats, inbox, outbox
from store.chats import ChatRecord
from store.database import Database
from store.inbox import Arrival
from store.unit import make_call


def arrival(update_id: int, chat_id: int | None = 7, **more: Any) -> Arrival:
    row: Arrival = {
        "update_id": update_id,
        "stamp": 1,
        "chat_id": chat_id,
        "received_at": 100.0,
        "written_at": 100.0,
        "body": f'{{"n":{update_id}}}',
        "state": "waiting",
        "reason": None,
    }
    row.update(more)  # type: ignore[typeddict-item]
    return row


async def add(database: Database, *arrivals: Arrival) -> int:
    async with database.transaction() as transaction:
        stored = inbox.add(transaction, arrivals)
    return stored.changed


async def due(database: Database, now: float, size: int = 100) -> list[int]:
    async with database.transaction() as transaction:
        return [one.update_id for one in await inbox.fresh(transaction, now, size)]


async def test_a_redelivered_update_is_stored_once_also_after_it_was_handled(
    database: Database,
) -> None:
    assert await add(database, arrival(1), arrival(2)) == 2
    assert await add(database, arrival(2), arrival(3)) == 1
    async with database.transaction() as transaction:
        inbox.finish(transaction, [1, 2, 3])
    assert await add(database, arrival(1), arrival(2), arrival(3)) == 0
    assert await due(database, 0.0) == []


async def test_another_update_of_the_same_number_is_another_update(database: Database) -> None:
    await add(database, arrival(1), arrival(2), arrival(3))
    async with database.transaction() as transaction:
        inbox.finish(transaction, [1])
        inbox.park(transaction, [{"update_id": 2, "failures": 5, "reason": "x"}])
    again = [arrival(number, stamp=2, body='{"n":0}') for number in (1, 2, 3)]
    assert await add(database, *again) == 2  # the third still waits
    async with database.transaction() as transaction:
        found = await inbox.fresh(transaction, 0.0, 10)
    assert [(one.update_id, one.body) for one in found] == [
        (1, '{"n":0}'), (2, '{"n":0}'), (3, '{"n":3}'),
    ]  # fmt: skip


async def test_what_the_earlier_one_still_has_to_say_keeps_nothing_from_the_later(
    database: Database,
) -> None:
    async def answered() -> None:
        async with database.transaction() as transaction:
            call = make_call("sendMessage", {"chat_id": 7, "text": "a"}, chat_id=7)
            call.id, call.update_id = number.pop(), 1
            outbox.add(transaction, [call])
            inbox.finish(transaction, [1])

    number = [2, 1]
    await add(database, arrival(1))
    await answered()
    await add(database, arrival(1, stamp=2))
    await answered()
    async with database.transaction() as transaction:
        assert [one.update_id for one in await outbox.waiting(transaction)] == [None, 1]


async def test_an_update_of_an_earlier_release_stays_known(database: Database) -> None:
    await add(database, arrival(1, stamp=None))
    async with database.transaction() as transaction:
        inbox.finish(transaction, [1])
    assert await add(database, arrival(1, stamp=5)) == 0


async def test_oldest_first_and_no_more_than_asked(database: Database) -> None:
    await add(database, arrival(3), arrival(1), arrival(2))
    assert await due(database, 0.0, 2) == [1, 2]


async def test_a_failed_update_holds_back_its_chat_and_no_other(database: Database) -> None:
    await add(
        database, arrival(1, 7), arrival(2, 8), arrival(3, 7), arrival(4, None), arrival(5, 8)
    )
    async with database.transaction() as transaction:
        inbox.fail(transaction, [{"update_id": 1, "failures": 1, "next_try": 50.0}])
        inbox.finish(transaction, [2])
    assert await due(database, 49.0) == [4, 5]
    assert await due(database, 50.0) == [1, 3, 4, 5]
    async with database.transaction() as transaction:
        assert await inbox.next_try(transaction) == 0.0
        inbox.finish(transaction, [3, 4, 5])
        assert await inbox.next_try(transaction) == 50.0


async def test_a_try_beyond_any_rest_was_noted_before_the_clock_was_set_back(
    database: Database,
) -> None:
    await add(database, arrival(1, 7), arrival(2, 7))
    async with database.transaction() as transaction:
        inbox.fail(transaction, [{"update_id": 1, "failures": 1, "next_try": 3600.0}])
    assert await due(database, 0.0) == [1, 2]
    assert await due(database, 3600.0 - inbox.AHEAD) == []


async def test_a_parked_update_lets_its_chat_go_on(database: Database) -> None:
    await add(database, arrival(1), arrival(2))
    async with database.transaction() as transaction:
        inbox.park(transaction, [{"update_id": 1, "failures": 5, "reason": "KeyError at a.py:1"}])
    assert await due(database, 0.0) == [2]


async def test_an_update_comes_with_its_chat(database: Database) -> None:
    record = ChatRecord(7, '{"a":1}', 0, None)
    await add(database, arrival(1, 7), arrival(2, 8))
    async with database.transaction() as transaction:
        chats.save(transaction, [record], 0.0)
        found = await inbox.fresh(transaction, 0.0, 10)
    assert [one.chat for one in found] == [record, None]
    assert found[0].body == '{"n":1}'


async def test_nothing_but_the_number_of_a_handled_update_stays(database: Database) -> None:
    await add(database, arrival(1))
    async with database.transaction() as transaction:
        inbox.finish(transaction, [1])
    rows = await database._connection.execute_fetchall(
        "SELECT chat_id, body, reason, state FROM inbox"
    )
    assert [tuple(row) for row in rows] == [(None, None, None, "done")]


async def test_numbers_are_kept_only_as_long_as_they_may_come_again(database: Database) -> None:
    await add(database, arrival(1, received_at=10.0), arrival(2, received_at=20.0))
    await add(database, arrival(3, received_at=1.0))
    await add(database, arrival(4, received_at=1.0, state="parked", body=None, reason="x"))
    async with database.transaction() as transaction:
        inbox.finish(transaction, [1, 2])
        assert await inbox.prune(transaction, done_before=15.0, parked_before=1.0) == 1
        assert await inbox.counts(transaction) == {"done": 1, "parked": 1, "waiting": 1}
        assert await inbox.prune(transaction, done_before=15.0, parked_before=1.5) == 1


@pytest.mark.parametrize(
    "broken",
    [
        {"body": None},
        {"state": "parked"},
        {"state": "done"},
        {"state": "waiting", "reason": "because"},
        {"state": "half-done"},
    ],
)
async def test_the_database_refuses_impossible_rows(
    database: Database, broken: dict[str, Any]
) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        await add(database, arrival(1, **broken))
