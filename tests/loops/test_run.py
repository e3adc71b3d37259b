"""Run: from Telegram to Telegram, through kills, stops and second instances."""

import asyncio
import random
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs
from telegram import Update

from loops import supervise, tidy
from loops.application import Context
from loops.counters import Counters
from loops.http import BotApi
from loops.pace import UNLIMITED
from loops.run import Spine, WebhookPlace
from loops.stop import SECOND_POLLER, TOKEN_REFUSED, StopError
from sandbox.client import Sim
from sandbox.server import Server
from store import inbox, outbox
from store.database import Database
from tests.loops.conftest import TOKEN, count, dispatcher, running, until

ROOT = Path(__file__).parents[2]


async def replies(sim: Sim, person: int) -> list[str]:
    return [one.text for one in await sim.messages(person) if one.by_bot]


async def start_child(path: Path, server: Server) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.loops.child",
        str(path),
        server.url,
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )


@asynccontextmanager
async def child(path: Path, server: Server) -> AsyncIterator[asyncio.subprocess.Process]:
    process = await start_child(path, server)
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


async def test_people_are_answered_in_order(spine: Spine, sim: Sim) -> None:
    people = [await sim.user("Pak Slamet"), await sim.user("Bu Sri")]
    for text in ("a", "b", "c"):
        for person in people:
            await sim.say(person, text)
    await until(lambda: spine.counters.sent == 6)
    for person in people:
        assert await replies(sim, person) == ["1 a", "2 b", "3 c"]
    assert spine.counters == Counters(received=6, handled=6, sent=6)


async def test_one_person_nobody_can_serve_does_not_stop_the_others(spine: Spine, sim: Sim) -> None:
    unlucky, lucky = await sim.user("Pak Slamet"), await sim.user("Bu Sri")
    await sim.say(unlucky, "rusak")
    await sim.say(lucky, "a")
    await until(lambda: spine.counters.sent == 1)
    assert await replies(sim, lucky) == ["1 a"]
    await until(lambda: spine.counters.failed >= 2)
    assert await replies(sim, unlucky) == []


async def test_updates_brought_by_telegram_are_answered(
    database: Database, api: BotApi, sim: Sim, unused_port: int
) -> None:
    place = WebhookPlace("127.0.0.1", unused_port, "/kait", "s3cret")
    hook = {"url": f"http://127.0.0.1:{unused_port}/kait", "secret_token": "s3cret"}
    made = Spine(database, api, dispatcher(api, count), mask=dict, limits=UNLIMITED, webhook=place)
    async with running(made):
        await api.call("setWebhook", hook)
        person = await sim.user("Pak Slamet")
        await sim.say(person, "a")
        await until(lambda: made.counters.sent == 1)
        await api.call("deleteWebhook")
    assert await replies(sim, person) == ["1 a"]
    assert await sim.log(method="getUpdates") == []


async def test_a_taken_address_is_one_sentence(
    database: Database, api: BotApi, server: Server
) -> None:
    port = int(server.url.rpartition(":")[2])
    place = WebhookPlace("127.0.0.1", port, "/kait", "s3cret")
    with pytest.raises(StopError, match=f"WEBHOOK_LISTEN 127.0.0.1:{port}"):
        await Spine(database, api, dispatcher(api, count), mask=dict, webhook=place).run()


async def test_a_kill_loses_no_reply_and_doubles_at_most_one_a_person(
    tmp_path: Path, server: Server, sim: Sim
) -> None:
    """The short version; the long one is a command of its own."""
    people = [await sim.user(f"Peserta {number}") for number in range(8)]
    chance = random.Random(20261120)
    kills = 4
    path = tmp_path / "bot.db"
    said = 0
    for _ in range(kills):
        async with child(path, server) as process:
            wanted = (await sim.stats())["calls"].get("sendMessage", 0) + chance.randint(1, 20)
            for _ in range(3):
                said += 1
                for person in people:
                    await sim.say(person, f"t{said}")
            await until(lambda wanted=wanted: _sent(sim, wanted))
            process.kill()
    async with child(path, server) as process:
        said += 1
        for person in people:
            await sim.say(person, f"t{said}")
        await until(lambda: _all_answered(sim, people, said))
        process.send_signal(signal.SIGTERM)
        assert await process.wait() == 0
    wanted_texts = [f"{number} t{number}" for number in range(1, said + 1)]
    for person in people:
        texts = await replies(sim, person)
        assert list(dict.fromkeys(texts)) == wanted_texts
        assert len(texts) <= said + kills
    database = await Database.open(path)
    async with database.transaction() as transaction:
        assert await inbox.counts(transaction) == {"done": said * len(people)}
        assert await outbox.counts(transaction) == {}
    await database.close()


async def _sent(sim: Sim, wanted: int) -> bool:
    return bool((await sim.stats())["calls"].get("sendMessage", 0) >= wanted)


async def _all_answered(sim: Sim, people: list[int], said: int) -> bool:
    for person in people:
        if f"{said} t{said}" not in await replies(sim, person):
            return False
    return True


async def test_a_second_program_on_one_database_says_so_and_stops(
    tmp_path: Path, server: Server, sim: Sim
) -> None:
    person = await sim.user("Pak Slamet")
    async with child(tmp_path / "bot.db", server):
        await sim.say(person, "a")
        await sim.wait_reply(person)
        second = await start_child(tmp_path / "bot.db", server)
        _out, said = await second.communicate()
        assert second.returncode == 1
        assert b"Bot sudah berjalan dengan database" in said
        await sim.say(person, "b")
        assert (await sim.wait_reply(person)).text == "2 b"


async def test_a_second_program_on_one_token_says_so_and_stops(
    spine: Spine, database: Database, api: BotApi, sim: Sim, tmp_path: Path
) -> None:
    """Telegram ends the older program's request; the older one holds out, the younger gives in."""
    await until(lambda: sim.log(method="getUpdates"))
    spine.receiver._born -= 3600.0
    other = await Database.open(tmp_path / "other.db")
    second = Spine(other, api, dispatcher(api, count), mask=dict, limits=UNLIMITED)
    with pytest.raises(StopError, match=SECOND_POLLER):
        await second.run()
    await other.close()
    person = await sim.user("Pak Slamet")
    await sim.say(person, "a")
    await until(lambda: spine.counters.sent == 1)


async def test_a_stop_finishes_what_is_in_work_and_leaves_the_rest_to_telegram(
    tmp_path: Path, server: Server, sim: Sim
) -> None:
    people = [await sim.user(f"Peserta {number}") for number in range(20)]
    async with child(tmp_path / "bot.db", server) as process:
        for person in people:
            await sim.say(person, "a")
        await until(lambda: _sent(sim, 1))
        process.send_signal(signal.SIGTERM)
        _out, said = await process.communicate()
        assert (process.returncode, said) == (0, b"")
    database = await Database.open(tmp_path / "bot.db")
    async with database.transaction() as transaction:
        stored = (await inbox.counts(transaction)).get("done", 0)
        assert await inbox.fresh(transaction, 1e12, 100) == []
        assert await outbox.counts(transaction) == {}
    await database.close()
    answered = [person for person in people if await replies(sim, person) == ["1 a"]]
    assert len(answered) == stored
    assert stored + len(await sim.pending()) >= len(people)


async def test_a_refused_token_is_one_sentence_without_the_token(
    database: Database, api: BotApi, sim: Sim
) -> None:
    await sim.fault("error", times=9, method="getMe", code=401, description="Unauthorized")
    spine = Spine(database, api, dispatcher(api, count), mask=dict)
    spine.token.pause = 0.01
    with pytest.raises(StopError) as caught:
        await spine.run()
    assert str(caught.value) == TOKEN_REFUSED


async def test_telegram_may_be_out_of_reach_at_the_start(
    database: Database, api: BotApi, sim: Sim
) -> None:
    await sim.fault("drop_before", method="getMe", times=2)
    person = await sim.user("Pak Slamet")
    await sim.say(person, "a")
    made = Spine(database, api, dispatcher(api, count), mask=dict, limits=UNLIMITED)
    async with running(made):
        await until(lambda: made.counters.sent == 1)


async def test_no_log_line_holds_words_or_token(database: Database, api: BotApi, sim: Sim) -> None:
    async def break_on_words(update: Update, context: Context) -> None:
        raise RuntimeError(str(update))

    made = Spine(database, api, dispatcher(api, break_on_words), mask=dict, limits=UNLIMITED)
    person = await sim.user("Pak Slamet")
    with capture_logs() as logs:
        async with running(made):
            await sim.fault("drop_before", method="getUpdates")
            await sim.say(person, "ibu kandung saya bernama Siti")
            await until(lambda: made.counters.failed >= 2)
    text = str(logs)
    assert "update_failed" in text
    assert "Siti" not in text
    assert TOKEN.split(":")[1] not in text


async def test_a_loop_that_dies_is_started_again() -> None:
    counters, tries = Counters(), 0

    async def loop() -> None:
        nonlocal tries
        tries += 1
        if tries < 3:
            raise RuntimeError("words of a person")

    with capture_logs() as logs:
        await supervise.supervise("work", loop, counters, first=0.001)
    assert (tries, counters.restarts) == (3, 2)
    assert {log["event"] for log in logs} == {"loop_restarted"}
    assert "words of a person" not in str(logs)


async def test_a_sender_that_dies_reads_the_outbox_again(
    spine: Spine, sim: Sim, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = await sim.user("Pak Slamet")
    broken = [True]
    dispatch = spine.sender._dispatch

    def once() -> None:
        if spine.counters.handled and broken:
            broken.pop()
            raise RuntimeError
        dispatch()

    monkeypatch.setattr(spine.sender, "_dispatch", once)
    await sim.say(person, "a")
    await until(lambda: spine.counters.restarts == 1)
    await until(lambda: spine.counters.sent == 1)
    assert await replies(sim, person) == ["1 a"]


async def test_old_numbers_are_tidied_and_young_ones_kept(database: Database) -> None:
    rows: list[Any] = [
        {
            "update_id": number,
            "chat_id": 7,
            "received_at": at,
            "written_at": at,
            "stamp": None,
            "body": "{}",
            "state": "waiting",
            "reason": None,
        }
        for number, at in ((1, 0.0), (2, tidy.KEEP_NUMBERS))
    ]
    async with database.transaction() as transaction:
        inbox.add(transaction, rows)
        inbox.finish(transaction, [1, 2])
    assert await tidy.tidy(database, tidy.KEEP_NUMBERS + 1) == 1
    async with database.transaction() as transaction:
        assert await inbox.counts(transaction) == {"done": 1}
