"""A topic is never asked for twice, not even when the program ends while it is being asked for."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from loops.counters import Counters
from loops.http import BotApi
from loops.pace import UNLIMITED
from loops.send import Sender
from sandbox.client import Sim
from store import flights, outbox
from store.about import TopicMade
from store.database import Database
from store.outcome import Kind, Outcome
from store.unit import OpenUnit, make_call
from tests.loops.conftest import until

Heard = list[tuple[str, Kind]]


def sender_of(database: Database, api: BotApi, heard: Heard) -> Sender:
    async def on_result(outcome: Outcome, _unit: OpenUnit) -> None:
        assert isinstance(outcome.about, TopicMade)
        heard.append((outcome.about.name, outcome.fate.kind))

    return Sender(database, api, Counters(), limits=UNLIMITED, on_result=on_result)


async def decide(database: Database, sender: Sender, group: int, name: str) -> None:
    topic = {"chat_id": group, "name": name}
    call = make_call("createForumTopic", topic, chat_id=None, about=TopicMade(1, name))
    async with database.transaction() as transaction:
        sender.number([call])
        outbox.add(transaction, [call])
    sender.put([call])


async def running(sender: Sender, condition: Callable[[], Awaitable[bool] | bool]) -> None:
    await sender.load()
    task = asyncio.create_task(sender.run())
    await until(condition)
    await until(lambda: not sender._unrecorded)
    for _turn in range(5):
        await asyncio.sleep(0)
    task.cancel()
    (ended,) = await asyncio.gather(task, return_exceptions=True)
    assert isinstance(ended, asyncio.CancelledError)  # nothing else has ended it


async def test_a_topic_asked_for_when_the_program_ended_is_uncertain(
    database: Database, api: BotApi, sim: Sim
) -> None:
    group = await sim.group("Meja", [await sim.user("Bu Sari")])
    await sim.fault("slow", method="createForumTopic", seconds=30)
    before: Heard = []
    first = sender_of(database, api, before)
    await decide(database, first, group, "Kasus A")

    async def asked() -> bool:
        return bool(await sim.topics(group))

    await running(first, asked)  # ends without having heard the answer
    assert before == []

    after: Heard = []
    await running(sender_of(database, api, after), lambda: bool(after))
    assert after == [("Kasus A", Kind.UNCERTAIN)]
    assert len(await sim.topics(group)) == 1
    rows = await database._connection.execute_fetchall("SELECT state, reason FROM outbox")
    assert [(state, len(reason.split()) > 3) for state, reason in rows] == [("uncertain", True)]


async def test_a_topic_that_was_not_asked_for_yet_is_made_after_a_restart(
    database: Database, api: BotApi, sim: Sim
) -> None:
    group = await sim.group("Meja", [await sim.user("Bu Sari")])
    await decide(database, sender_of(database, api, []), group, "Kasus B")

    heard: Heard = []
    await running(sender_of(database, api, heard), lambda: bool(heard))
    assert heard == [("Kasus B", Kind.ACCEPTED)]
    async with database.transaction() as transaction:
        assert await flights.lost(transaction) == set()


async def test_a_flight_that_cannot_be_noted_does_not_take_off_and_is_tried_again(
    database: Database, api: BotApi, sim: Sim
) -> None:
    group = await sim.group("Meja", [await sim.user("Bu Sari")])
    heard: Heard = []
    sender = sender_of(database, api, heard)
    await decide(database, sender, group, "Kasus C")
    await sender.load()
    await database._connection.execute_fetchall("PRAGMA query_only = 1")
    task = asyncio.create_task(sender.run())
    await until(lambda: sender._tries)  # it has been refused once
    assert await sim.topics(group) == []
    await database._connection.execute_fetchall("PRAGMA query_only = 0")
    await until(lambda: bool(heard))
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    assert heard == [("Kasus C", Kind.ACCEPTED)]
    assert [one["name"] for one in await sim.topics(group)] == ["Kasus C"]
