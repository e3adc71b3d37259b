"""Webhook: the secret first, "ok" only after the commit."""

import asyncio
import contextlib
import io
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from loops.counters import Counters
from loops.http import BotApi
from loops.receive import Receiver
from loops.webhook import Webhook
from store import inbox
from store.database import Database
from tests.loops.conftest import message

HEADER = "X-Telegram-Bot-Api-Secret-Token"


@pytest.fixture
def counters() -> Counters:
    return Counters()


@contextlib.asynccontextmanager
async def listening(
    database: Database, api: BotApi, counters: Counters, **how: Any
) -> AsyncIterator[Webhook]:
    receiver = Receiver(database, api, counters, mask=dict, stored=lambda: None)
    hook = Webhook(receiver, host="127.0.0.1", port=0, path="/kait", secret="s3cret", **how)
    await hook.open()
    try:
        yield hook
    finally:
        await hook.close()


@pytest.fixture
async def url(database: Database, api: BotApi, counters: Counters) -> AsyncIterator[str]:
    async with listening(database, api, counters) as hook:
        yield f"http://127.0.0.1:{hook.port}/kait"


async def post(url: str, secret: str | None = "s3cret", **body: object) -> int:
    headers = {} if secret is None else {HEADER: secret}
    async with (
        aiohttp.ClientSession() as session,
        session.post(url, headers=headers, **body) as answer,  # type: ignore[arg-type]
    ):
        return answer.status


async def test_a_stored_update_is_answered_with_ok(url: str, counters: Counters) -> None:
    assert await post(url, json=message(1, 7, "a")) == 200
    assert await post(url, json=message(1, 7, "a")) == 200
    assert (counters.received, counters.repeated) == (1, 1)


@pytest.mark.parametrize("secret", [None, "", "s3cre", "s3cret2"])
async def test_strangers_are_turned_away(url: str, counters: Counters, secret: str | None) -> None:
    assert await post(url, secret, json=message(1, 7, "a")) == 403
    assert counters.received == 0


@pytest.mark.parametrize(
    "body",
    [
        b'{"update_id":5,"message":{"text":"' + b"x" * (2 * 1024 * 1024) + b'"}}',
        b'{"update_id":5,"message":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        b'{"update_id":5,"message":{"text":"A\\ud83d"}}',
        b'{"update_id":5,"message":{"chat":{"id":%d}}}' % 2**63,
    ],
    ids=["huge", "deep", "half a pair", "wide"],
)
async def test_what_can_never_be_stored_is_parked_and_not_asked_for_again(
    url: str, counters: Counters, database: Database, body: bytes
) -> None:
    statuses = await asyncio.gather(
        post(url, data=io.BytesIO(body)), *(post(url, json=message(n, 7, "a")) for n in (4, 6))
    )
    assert statuses == [200, 200, 200]
    async with database.transaction() as transaction:
        assert await inbox.counts(transaction) == {"parked": 1, "waiting": 2}
    assert (counters.received, counters.parked, counters.malformed) == (3, 1, 0)


async def test_what_is_not_json_is_counted_and_not_asked_for_again(
    url: str, counters: Counters
) -> None:
    assert await post(url, data=b"{") == 200
    assert counters.malformed == 1


async def test_what_could_not_be_stored_is_asked_for_again(
    url: str, counters: Counters, database: Database
) -> None:
    connection = database._connection
    pages = await connection.execute_fetchall("PRAGMA page_count")
    await connection.execute_fetchall(f"PRAGMA max_page_count = {next(iter(pages))[0]}")
    update = message(1, 7, "x" * 50_000)
    assert await post(url, json=update) == 503
    await connection.execute_fetchall("PRAGMA max_page_count = 1000000")
    assert await post(url, json=update) == 200
    assert counters.received == 1


@pytest.mark.parametrize(
    ("method", "path"), [("GET", "/kait"), ("POST", "/"), ("POST", "/kait/x"), ("PUT", "/kait")]
)
async def test_nothing_else_is_here(url: str, method: str, path: str) -> None:
    address = url.removesuffix("/kait") + path
    async with (
        aiohttp.ClientSession() as session,
        session.request(method, address, headers={HEADER: "s3cret"}) as answer,
    ):
        assert answer.status == 404


BEGUN = b"POST /kait HTTP/1.1\r\nHost: a\r\n"
HEADERS = BEGUN + b"X-Telegram-Bot-Api-Secret-Token: s3cret\r\nContent-Length: 99\r\n\r\n"


@pytest.mark.parametrize("begun", [b"", BEGUN, HEADERS + b'{"update_id":'])
async def test_who_brings_no_whole_request_in_time_is_sent_away(
    database: Database, api: BotApi, begun: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    counters = Counters()
    async with listening(database, api, counters, patience=0.05) as hook:
        reader, writer = await asyncio.open_connection("127.0.0.1", hook.port)
        writer.write(begun)
        with contextlib.suppress(ConnectionResetError):
            assert await asyncio.wait_for(reader.read(), 5) == b""
        writer.close()
        assert await post(f"http://127.0.0.1:{hook.port}/kait", json=message(1, 7, "a")) == 200
    assert (counters.received, counters.malformed) == (1, 0)
    assert caplog.records == []


async def test_who_only_stands_in_the_door_makes_room_for_others(
    database: Database, api: BotApi
) -> None:
    async with listening(database, api, Counters(), most=5) as hook:
        standing = [await asyncio.open_connection("127.0.0.1", hook.port) for _ in range(40)]
        assert await post(f"http://127.0.0.1:{hook.port}/kait", json=message(1, 7, "a")) == 200
        for reader, _writer in standing[:30]:
            with contextlib.suppress(ConnectionResetError):
                assert await asyncio.wait_for(reader.read(), 5) == b""
        for _reader, writer in standing:
            writer.close()


async def test_a_connection_may_bring_many_updates(database: Database, api: BotApi) -> None:
    counters = Counters()
    async with (
        listening(database, api, counters, patience=0.2) as hook,
        aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=1)) as session,
    ):
        for number in range(5):
            update = message(number, 7, "a")
            address = f"http://127.0.0.1:{hook.port}/kait"
            async with session.post(address, json=update, headers={HEADER: "s3cret"}) as answer:
                assert answer.status == 200
            await asyncio.sleep(0.06)
    assert counters.received == 5
