"""Receive: stored before confirmed, masked before stored, stopped by nothing but a stop."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from structlog.testing import capture_logs

from loops.counters import Counters
from loops.http import BotApi
from loops.receive import Receiver
from loops.stop import SECOND_POLLER, TOKEN_REFUSED, WEBHOOK_ACTIVE, StopError
from loops.token import Token
from sandbox.client import Sim
from store import inbox
from store.database import Database, UnavailableError
from tests.loops.conftest import message, until


def hide(update: dict[str, Any]) -> dict[str, Any]:
    """A mask that knows one number and one text it cannot bear."""
    content = update.get("message", {})
    if content.get("text") == "break the mask":
        raise RecursionError(content["text"])
    return {**update, "message": {**content, "text": content["text"].replace("12345", "*****")}}


class House:
    """A receiver alone: what it stored, what it counted."""

    def __init__(self, database: Database, api: BotApi) -> None:
        self.database = database
        self.counters = Counters()
        self.stop = asyncio.Event()
        self.wakes = 0
        self.receiver = Receiver(
            database,
            api,
            self.counters,
            mask=hide,
            stored=self._wake,
            poll_seconds=0,
            token=Token(api, pause=0.01),
        )

    def _wake(self) -> None:
        self.wakes += 1

    async def rows(self) -> list[tuple[Any, ...]]:
        return [
            tuple(row)
            for row in await self.database._connection.execute_fetchall(
                "SELECT update_id, chat_id, body, state, reason FROM inbox ORDER BY update_id"
            )
        ]


@pytest.fixture
def house(database: Database, api: BotApi) -> House:
    return House(database, api)


@pytest.fixture
async def polling(house: House) -> AsyncIterator[House]:
    task = asyncio.create_task(house.receiver.run(house.stop))
    yield house
    house.stop.set()
    await task


async def offsets(sim: Sim) -> list[int]:
    return [int(entry["params"]["offset"]) for entry in await sim.log(method="getUpdates")]


async def test_updates_are_stored_masked_and_then_confirmed(polling: House, sim: Sim) -> None:
    person = await sim.user("Pak Slamet")
    await sim.say(person, "KPJ 12345")
    await until(lambda: polling.counters.received)
    (row,) = await polling.rows()
    assert row[1] == person
    assert "12345" not in row[2].replace(str(row[0]), "")
    assert "KPJ *****" in row[2]
    assert polling.wakes == 1
    await until(lambda: _confirmed(sim, row[0] + 1))


async def _confirmed(sim: Sim, offset: int) -> bool:
    return offset in await offsets(sim)


async def test_nothing_is_confirmed_that_could_not_be_stored(
    house: House, sim: Sim, database: Database
) -> None:
    connection = database._connection
    pages = await connection.execute_fetchall("PRAGMA page_count")
    await connection.execute_fetchall(f"PRAGMA max_page_count = {next(iter(pages))[0]}")
    person = await sim.user("Pak Slamet")
    for _ in range(30):
        await sim.say(person, "x" * 4000)
    task = asyncio.create_task(house.receiver.run(house.stop))
    with capture_logs() as logs:
        await until(lambda: any(log["event"] == "updates_not_stored" for log in logs))
    await connection.execute_fetchall("PRAGMA max_page_count = 1000000")
    assert set(await offsets(sim)) == {0}
    await until(lambda: house.counters.received == 30)
    house.stop.set()
    await task


async def test_what_cannot_be_masked_is_parked_without_its_words(polling: House, sim: Sim) -> None:
    person = await sim.user("Pak Slamet")
    await sim.say(person, "break the mask")
    await sim.say(person, "halo")
    await until(lambda: polling.counters.received == 2)
    first, second = await polling.rows()
    assert (first[2], first[3]) == (None, "parked")
    assert first[4].startswith("mask failed: RecursionError at loops/test_receive.py")
    assert second[3] == "waiting"
    assert polling.counters.parked == 1


async def test_nonsense_is_counted_and_stops_nobody(house: House) -> None:
    good = message(5, 7, "a")
    await asyncio.gather(
        *(house.receiver.accept(one) for one in (None, [], "x", {"update_id": "5"}, good, good))
    )
    assert house.counters.malformed == 4
    assert [row[0] for row in await house.rows()] == [5]
    await house.receiver.accept({**good, "message": {**good["message"], "text": "again"}})
    assert house.counters.received == 1


async def test_a_broken_entry_among_good_ones_is_skipped(polling: House, sim: Sim) -> None:
    person = await sim.user("Pak Slamet")
    await sim.push('{"message": "without a number"}')
    await sim.push('"not even a dictionary"')
    await sim.say(person, "halo")
    await until(lambda: polling.counters.received == 1)
    assert polling.counters.malformed >= 2


@pytest.mark.parametrize("weather", ["drop_before", "drop_after", "broken_json", "too_many"])
async def test_bad_weather_passes(polling: House, sim: Sim, weather: str) -> None:
    await sim.fault(weather, method="getUpdates", retry_after=0)
    person = await sim.user("Pak Slamet")
    await sim.say(person, "halo")
    await until(lambda: polling.counters.received == 1)


@pytest.mark.parametrize(
    ("code", "description", "sentence"),
    [
        (401, "Unauthorized", TOKEN_REFUSED),
        (409, "Conflict: can't use getUpdates method while webhook is active", WEBHOOK_ACTIVE),
        (409, "Conflict: terminated by other getUpdates request", SECOND_POLLER),
    ],
)
async def test_what_waiting_does_not_mend_ends_with_one_sentence(
    house: House, sim: Sim, code: int, description: str, sentence: str
) -> None:
    await sim.fault("error", times=99, code=code, description=description)
    with pytest.raises(StopError) as caught:
        await house.receiver.run(house.stop)
    assert str(caught.value) == sentence


async def test_one_conflict_is_what_a_quick_restart_looks_like(polling: House, sim: Sim) -> None:
    await sim.fault("error", method="getUpdates", code=409, description="Conflict: terminated")
    person = await sim.user("Pak Slamet")
    await sim.say(person, "halo")
    await until(lambda: polling.counters.received == 1)


async def test_ended_in_the_middle_of_a_poll_it_leaves_nothing_running(
    database: Database, api: BotApi
) -> None:
    def polling() -> set[str]:
        names = {task.get_name() for task in asyncio.all_tasks()}
        return {name for name in names if name.startswith("poll")}

    receiver = Receiver(database, api, Counters(), mask=hide, stored=lambda: None, poll_seconds=20)
    task = asyncio.create_task(receiver.run(asyncio.Event()))
    await until(lambda: len(polling()) == 2)  # the poll, and the wait for a stop
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    assert polling() == set()


async def test_webhook_updates_that_could_not_be_stored_are_all_refused(
    house: House, database: Database
) -> None:
    connection = database._connection
    pages = await connection.execute_fetchall("PRAGMA page_count")
    await connection.execute_fetchall(f"PRAGMA max_page_count = {next(iter(pages))[0]}")
    updates = [message(number, 7, "x" * 50_000) for number in range(1, 5)]
    ends = await asyncio.gather(
        *(house.receiver.accept(one) for one in updates), return_exceptions=True
    )
    assert [type(end) for end in ends] == [UnavailableError] * 4
    await connection.execute_fetchall("PRAGMA max_page_count = 1000000")
    await asyncio.gather(*(house.receiver.accept(one) for one in updates))
    async with database.transaction() as transaction:
        assert len(await inbox.fresh(transaction, 0.0, 10)) == 4
