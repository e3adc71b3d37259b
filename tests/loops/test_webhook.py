"""Webhook: the secret first, "ok" only after the commit."""

import asyncio
import io
from collections.abc import AsyncIterator

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


@pytest.fixture
async def url(database: Database, api: BotApi, counters: Counters) -> AsyncIterator[str]:
    receiver = Receiver(database, api, counters, mask=dict, stored=lambda: None)
    hook = Webhook(receiver, host="127.0.0.1", port=0, path="/kait", secret="s3cret")
    await hook.open()
    yield f"http://127.0.0.1:{hook.port}/kait"
    await hook.close()


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
