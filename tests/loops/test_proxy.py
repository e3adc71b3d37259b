"""Proxy: what the operating system says of the way out is believed, and named in the log."""

from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from structlog.testing import capture_logs

from loops.errors import CallError
from loops.http import BotApi
from loops.proxy import proxy_for
from loops.stop import StopError
from sandbox.client import Sim
from sandbox.server import Server
from store.outcome import Kind
from tests.loops.conftest import TOKEN

FAR = "https://api.telegram.org"


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http", "https", "all", "no"):
        monkeypatch.delenv(f"{name}_proxy", raising=False)
        monkeypatch.delenv(f"{name}_proxy".upper(), raising=False)


@pytest.fixture
async def asked() -> AsyncIterator[tuple[str, list[str]]]:
    """A proxy that lets nobody pass, and what it was asked for."""
    lines: list[str] = []

    async def take(request: web.BaseRequest) -> web.Response:
        lines.append(f"{request.method} {request.path} {request.headers.get('Host')}")
        lines.append(request.headers.get("Proxy-Authorization", ""))
        return web.Response(status=403)

    server = web.Server(take)
    runner = web.ServerRunner(server)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"127.0.0.1:{runner.addresses[0][1]}", lines
    await runner.cleanup()


@pytest.mark.parametrize("name", ["HTTPS_PROXY", "https_proxy", "ALL_PROXY"])
async def test_it_is_used_and_named_without_who_we_are_there(
    monkeypatch: pytest.MonkeyPatch, asked: tuple[str, list[str]], name: str
) -> None:
    place, lines = asked
    monkeypatch.setenv(name, f"http://kantor:rahasia@{place}")
    with capture_logs() as logs:
        async with BotApi(TOKEN, FAR) as api:
            with pytest.raises(CallError) as caught:
                await api.call("getMe")
    assert lines[0].startswith("CONNECT")
    assert lines[1].startswith("Basic ")
    assert [line for line in logs if line["event"] == "telegram_through_proxy"] == [
        {"event": "telegram_through_proxy", "log_level": "info", "proxy": place}
    ]
    assert caught.value.fate.kind is Kind.NOT_SENT
    assert "rahasia" not in str(logs) + str(caught.value)


async def test_this_computer_is_reached_without_one(
    monkeypatch: pytest.MonkeyPatch, asked: tuple[str, list[str]], server: Server, sim: Sim
) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, f"http://{asked[0]}")
    async with BotApi(TOKEN, server.url) as api:
        assert (await api.call("getMe"))["is_bot"]
    assert asked[1] == []


@pytest.mark.parametrize(
    ("base", "settings", "name"),
    [
        (FAR, {"HTTPS_PROXY": "http://p:3128"}, "p:3128"),
        (FAR, {"HTTPS_PROXY": "p:3128"}, "p:3128"),
        (FAR, {"HTTPS_PROXY": "https://p:3129"}, "p:3129"),
        (FAR, {"HTTP_PROXY": "http://p:3128"}, None),
        (FAR, {"HTTPS_PROXY": "http://p:3128", "NO_PROXY": "telegram.org"}, None),
        (FAR, {"HTTPS_PROXY": "http://p:3128", "NO_PROXY": "*"}, None),
        (FAR, {"HTTPS_PROXY": "http://p:3128", "NO_PROXY": "example.org"}, "p:3128"),
        (FAR, {}, None),
        ("http://localhost:8081", {"HTTP_PROXY": "http://p:3128"}, None),
        ("http://127.0.0.9:8081", {"ALL_PROXY": "http://p:3128"}, None),
        ("http://[::1]:8081", {"ALL_PROXY": "http://p:3128"}, None),
    ],
)
def test_where_the_way_goes(
    monkeypatch: pytest.MonkeyPatch, base: str, settings: dict[str, str], name: str | None
) -> None:
    for setting, value in settings.items():
        monkeypatch.setenv(setting, value)
    found = proxy_for(base)
    assert (found.name if found else None) == name


def test_a_kind_that_is_not_spoken_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", "socks5://p:1080")
    with pytest.raises(StopError, match="Proxy jenis socks5"):
        proxy_for(FAR)
