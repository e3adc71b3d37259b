"""Receive: numbers that go down, and updates that nobody can store or read."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest
from structlog.testing import capture_logs

from loops.counters import Counters
from loops.http import BotApi
from loops.receive import Receiver, next_offset
from store import inbox
from store.database import Database
from tests.loops.conftest import TOKEN, message, until
from tests.loops.queue import Queue, Update, served


def plain(updates: list[Update]) -> bytes:
    return json.dumps({"ok": True, "result": updates}).encode()


@asynccontextmanager
async def receiving(
    database: Database, queue: Queue, answer: Callable[[list[Update]], bytes] = plain
) -> AsyncIterator[Counters]:
    counters, stop = Counters(), asyncio.Event()
    async with served(queue, answer) as url, BotApi(TOKEN, url, read_timeout=0.5) as api:
        receiver = Receiver(database, api, counters, mask=dict, stored=lambda: None, poll_seconds=0)
        task = asyncio.create_task(receiver.run(stop))
        try:
            yield counters
        finally:
            stop.set()
            await task


async def counts(database: Database) -> dict[str, int]:
    async with database.transaction() as transaction:
        return await inbox.counts(transaction)


async def test_after_a_quiet_week_numbers_may_go_down(database: Database) -> None:
    queue = Queue(message(727334700, 7, "before"))
    async with receiving(database, queue) as counters:
        await until(lambda: 727334701 in queue.offsets)
        queue.waiting = [message(117314199 + n, 10 + n, "a") for n in range(130)]
        await until(lambda: counters.received == 131)
        await until(lambda: queue.waiting == [])
    assert counters.repeated <= 1


def test_an_offset_follows_the_last_number_of_its_answer() -> None:
    assert next_offset([{"update_id": 9}, {"update_id": 3}, None], 100) == 4
    assert next_offset([None, {}], 100) == 100


async def test_known_updates_again_and_again_are_told_and_give_a_rest(database: Database) -> None:
    queue = Queue(message(5, 7, "a"), deaf=True)
    with capture_logs() as logs:
        async with receiving(database, queue):
            await until(lambda: any(one["event"] == "only_known_updates" for one in logs))
            asked = len(queue.offsets)
            await asyncio.sleep(0.1)
            assert len(queue.offsets) <= asked + 1
    assert {one["log_level"] for one in logs if one["event"] == "only_known_updates"} == {"error"}


@pytest.mark.parametrize("poison", [b"[" * 100_000 + b"]" * 100_000, b'{"text":"\\q"}', b"\xff"])
async def test_one_that_cannot_be_read_takes_no_other_of_its_answer_with_it(
    database: Database, poison: bytes
) -> None:
    def poisoned(updates: list[Update]) -> bytes:
        return plain(updates).replace(b'"POISON"', poison)

    queue = Queue(*(message(n, n, "a") for n in range(90, 111)))
    queue.waiting[10]["message"] = "POISON"
    async with receiving(database, queue, poisoned) as counters:
        await until(lambda: queue.waiting == [])
    assert await counts(database) == {"waiting": 20, "parked": 1}
    assert (counters.received, counters.malformed) == (21, 0)


async def test_one_that_cannot_be_stored_is_parked_and_twenty_are_served(
    database: Database,
) -> None:
    half = message(100, 7, "A\ud83d")
    queue = Queue(*(message(n, n, "a") for n in range(90, 100)), half)
    queue.waiting += [message(n, n, "a") for n in range(101, 111)]
    async with receiving(database, queue) as counters:
        await until(lambda: queue.waiting == [])
    assert await counts(database) == {"waiting": 20, "parked": 1}
    assert (counters.received, counters.parked) == (21, 1)
