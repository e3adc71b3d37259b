"""HTTP: fates for every weather, uploads, and the token in no text."""

import asyncio
import gc
import json
import logging
import traceback
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import structlog
from aiohttp import web
from telegram.error import NetworkError, TelegramError, TimedOut

from loops.application import build
from loops.errors import CallError
from loops.http import BotApi
from loops.secret import Secret
from sandbox.client import Sim
from sandbox.server import Server
from store.outcome import Kind
from tests.loops.conftest import TOKEN
from tests.weather.between import (
    Weather,
    between,
    drips,
    error,
    page,
    passed_then,
    says,
    truncated,
)

HALF = TOKEN.split(":")[1]


def everything_said(error: BaseException) -> str:
    """All texts of an error, its causes and contexts, however deep."""
    said, seen, queue = [], set(), [error]
    while queue:
        one = queue.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        said += [str(one), repr(one), repr(one.args), repr(vars(one))]
        queue += [other for other in (one.__cause__, one.__context__) if other is not None]
    said += traceback.format_exception(error)
    return "\n".join(said)


async def failure(api: BotApi, method: str = "sendMessage", **payload: Any) -> CallError:
    with pytest.raises(CallError) as caught:
        await api.call(method, payload)
    return caught.value


async def test_a_call_returns_the_result(api: BotApi, sim: Sim) -> None:
    person = await sim.user("Pak Slamet")
    await sim.say(person, "halo")
    sent = await api.call("sendMessage", {"chat_id": person, "text": "Selamat pagi"})
    assert (await sim.screen(person)).id == sent["message_id"]


@pytest.mark.parametrize(
    ("weather", "kind"),
    [
        ({"kind": "drop_before"}, Kind.UNCERTAIN),
        ({"kind": "drop_after"}, Kind.UNCERTAIN),
        ({"kind": "stall_before", "seconds": 30}, Kind.UNCERTAIN),
        ({"kind": "broken_json"}, Kind.UNCERTAIN),
        ({"kind": "error", "code": 502, "description": "Bad Gateway"}, Kind.UNCERTAIN),
        ({"kind": "error", "code": 500, "description": "Oops"}, Kind.UNCERTAIN),
        ({"kind": "too_many", "retry_after": 3}, Kind.RATE),
        ({"kind": "error", "code": 401, "description": "Unauthorized"}, Kind.UNAUTHORIZED),
    ],
)
async def test_every_weather_has_its_verdict_and_no_token(
    api: BotApi, sim: Sim, weather: dict[str, Any], kind: Kind
) -> None:
    await sim.fault(**weather)
    failed = await failure(api, "getMe")
    assert failed.fate.kind is kind
    assert HALF not in everything_said(failed)


@pytest.mark.parametrize(
    ("weather", "kind"),
    [
        *((page(status), Kind.NOT_SENT) for status in (302, 307, 400, 401, 403, 404, 407, 409)),
        *((page(status), Kind.NOT_SENT) for status in (408, 413, 429, 451, 521, 522, 523)),
        *((page(status), Kind.UNCERTAIN) for status in (200, 500, 502, 503, 504, 520, 524)),
        (says(200, ""), Kind.UNCERTAIN),
        (says(200, "null"), Kind.UNCERTAIN),
        (says(200, {"ok": True}), Kind.UNCERTAIN),
        (says(200, {"ok": "yes", "result": 1}), Kind.UNCERTAIN),
        (says(401, {"error": "no"}), Kind.NOT_SENT),
        (says(401, {"ok": False}), Kind.NOT_SENT),
        (says(401, {"ok": False, "error_code": 401}), Kind.UNAUTHORIZED),
        (error(502, "Bad Gateway"), Kind.UNCERTAIN),
        (passed_then(502), Kind.UNCERTAIN),
        (truncated, Kind.UNCERTAIN),
    ],
)
async def test_a_body_that_is_no_bot_api_answer_is_not_telegrams_word(
    server: Server, weather: Weather, kind: Kind
) -> None:
    async with between(server.url) as sky, BotApi(TOKEN, sky.url, read_timeout=0.5) as api:
        sky.strike("getMe", weather)
        assert (await failure(api, "getMe")).fate.kind is kind


async def test_an_answer_that_drips_ends(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("loops.http.CONNECT", 0.05)
    async with between(server.url) as sky, BotApi(TOKEN, sky.url, read_timeout=0.1) as api:
        sky.strike("getMe", drips(0.03))
        async with asyncio.timeout(1):
            assert (await failure(api, "getMe")).fate.kind is Kind.UNCERTAIN


async def test_a_port_without_anybody_is_not_sent(unused_port: int) -> None:
    async with BotApi(TOKEN, f"http://127.0.0.1:{unused_port}") as api:
        failed = await failure(api)
    assert failed.fate.kind is Kind.NOT_SENT
    assert HALF not in everything_said(failed)


@pytest.fixture
async def parrot() -> AsyncIterator[str]:
    """A server that answers every request with its own URL as an error."""

    async def answer(request: web.Request) -> web.Response:
        return web.json_response({"ok": False, "description": str(request.url)}, status=400)

    app = web.Application()
    app.router.add_route("*", "/{tail:.*}", answer)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


async def test_a_proxy_that_repeats_the_url_does_not_betray_the_token(parrot: str) -> None:
    async with BotApi(TOKEN, parrot) as api:
        failed = await failure(api)
    assert failed.fate.kind is Kind.UNKNOWN
    assert "sendMessage" in failed.fate.reason
    assert HALF not in everything_said(failed)


async def test_nothing_shows_the_token(
    api: BotApi, sim: Sim, unused_port: int, caplog: pytest.LogCaptureFixture
) -> None:
    """Also PTB's own way, which puts tokens into texts, and everything at debug level."""
    caplog.set_level(logging.DEBUG)
    application = build(api)
    said = [repr(application), str(application), repr(application.bot), repr(api), repr(api.secret)]
    for weather in ("drop_before", "broken_json"):
        await sim.fault(weather)
        with pytest.raises(TelegramError) as caught:
            await application.initialize()
        said.append(everything_said(caught.value))
    await sim.fault("error", code=401, description="Unauthorized")
    with pytest.raises(TelegramError) as caught:
        await application.initialize()
    said.append(everything_said(caught.value))
    async with BotApi(TOKEN, f"http://127.0.0.1:{unused_port}") as nobody:
        with pytest.raises(NetworkError) as caught:
            await build(nobody).initialize()
    said.append(everything_said(caught.value))
    await application.initialize()
    await application.bot.get_me()
    gc.collect()
    said += [record.getMessage() + str(record.exc_text) for record in caplog.records]
    assert HALF not in "\n".join(said)


async def test_ptb_learns_that_a_time_out_was_a_time_out(api: BotApi, sim: Sim) -> None:
    bot = build(api).bot
    await sim.fault("stall_before", seconds=30)
    with pytest.raises(TimedOut):
        await bot.get_me()
    assert (await bot.get_me()).is_bot


async def test_a_local_file_is_uploaded(api: BotApi, sim: Sim, tmp_path: Path) -> None:
    person = await sim.user("Bu Sri")
    await sim.say(person, "halo")
    picture = tmp_path / "gambar.png"
    picture.write_bytes(PNG)
    sent = await api.call("sendPhoto", {"chat_id": person, "photo": {"file": str(picture)}})
    assert sent["photo"]
    media = [
        {"type": "photo", "media": {"file": str(picture)}, "caption": "satu"},
        {"type": "photo", "media": {"file": str(picture)}},
    ]
    both = await api.call("sendMediaGroup", {"chat_id": person, "media": media})
    assert [bool(one["photo"]) for one in both] == [True, True]


async def test_a_missing_file_is_a_refusal(api: BotApi, tmp_path: Path) -> None:
    failed = await failure(api, "sendPhoto", photo={"file": str(tmp_path / "no.png")})
    assert failed.fate.kind is Kind.REFUSED


async def test_words_that_look_like_a_file_are_words(api: BotApi, sim: Sim) -> None:
    person = await sim.user("Bu Sri")
    await sim.say(person, "halo")
    text = json.dumps({"file": "/etc/passwd"}, separators=(",", ":"))
    await api.call("sendMessage", {"chat_id": person, "text": text})
    assert (await sim.screen(person)).text == text


def test_the_last_net_hides_the_token_in_logs_of_libraries() -> None:
    secret = Secret(TOKEN)
    try:
        raise RuntimeError(f"no route to /bot{TOKEN}/getMe")
    except RuntimeError as error:
        info = (type(error), error, error.__traceback__)
    record = logging.LogRecord("x", logging.ERROR, "a.py", 1, "url %s", (f"/bot{TOKEN}",), info)
    assert secret.filter(record)
    text = logging.Formatter().format(record)
    assert "<token>" in text
    assert HALF not in text
    with structlog.testing.capture_logs([secret.processor]) as logs:
        structlog.get_logger().warning("x", url=f"/bot{TOKEN.replace(':', '%3A')}", n=1)
    assert logs == [{"event": "x", "url": "/bot<token>", "n": 1, "log_level": "warning"}]


async def test_a_closed_api_says_so(server: Server) -> None:
    with pytest.raises(RuntimeError, match="not open"):
        await BotApi(TOKEN, server.url).call("getMe")


PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360000002000001e221bc330000000049454e44ae426082"
)
