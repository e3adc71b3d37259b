"""What stands between the bot and Telegram: passes every call on, unless weather was ordered."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import aiohttp
from aiohttp import web

PassOn = Callable[[], Awaitable[tuple[int, bytes]]]
"""Has Telegram carry the call out; its status and answer."""

Weather = Callable[[web.Request, PassOn], Awaitable[web.StreamResponse]]
"""What happens to one call on its way."""

_HTML = "<html><head><title>{0}</title></head><body><h1>{0}</h1>nginx</body></html>"


def page(status: int) -> Weather:
    """A page of whoever stands in between; Telegram never hears of the call."""

    async def weather(_request: web.Request, _pass_on: PassOn) -> web.StreamResponse:
        where = {"Location": "http://127.0.0.1:9/login"} if 300 <= status < 400 else {}
        text = _HTML.format(status)
        return web.Response(status=status, text=text, content_type="text/html", headers=where)

    return weather


def passed_then(status: int) -> Weather:
    """Telegram carries the call out; the answer is lost and a page comes instead."""
    before = page(status)

    async def weather(request: web.Request, pass_on: PassOn) -> web.StreamResponse:
        await pass_on()
        return await before(request, pass_on)

    return weather


def says(status: int, body: Any, kind: str = "application/json") -> Weather:
    """An answer word by word, right or wrong; Telegram never hears of the call."""

    async def weather(_request: web.Request, _pass_on: PassOn) -> web.StreamResponse:
        text = body if isinstance(body, str) else json.dumps(body)
        return web.Response(status=status, text=text, content_type=kind)

    return weather


def error(code: int, text: str, **parameters: Any) -> Weather:
    """Telegram refuses."""
    more = {"parameters": parameters} if parameters else {}
    body = {"ok": False, "error_code": code, "description": text, **more}
    return says(code if 100 <= code < 600 else 400, body)


async def cut_before(request: web.Request, _pass_on: PassOn) -> web.StreamResponse:
    """The line is cut before Telegram hears of the call."""
    return _cut(request)


async def cut_after(request: web.Request, pass_on: PassOn) -> web.StreamResponse:
    """Telegram carries the call out, then the line is cut."""
    await pass_on()
    return _cut(request)


async def truncated(_request: web.Request, pass_on: PassOn) -> web.StreamResponse:
    """Telegram carries the call out; the answer ends in the middle."""
    status, body = await pass_on()
    return web.Response(status=status, body=body[: len(body) // 2], content_type="application/json")


def drips(pause: float) -> Weather:
    """Telegram carries the call out; its answer comes byte by byte, each after `pause` seconds."""

    async def weather(request: web.Request, pass_on: PassOn) -> web.StreamResponse:
        _status, body = await pass_on()
        response = web.StreamResponse()
        response.content_length = len(body)
        await response.prepare(request)
        with contextlib.suppress(ConnectionError):
            for byte in body:
                await response.write(bytes([byte]))
                await asyncio.sleep(pause)
        return response

    return weather


async def silent(_request: web.Request, _pass_on: PassOn) -> web.StreamResponse:
    """Nobody answers."""
    await asyncio.sleep(3600)
    raise AssertionError


def _cut(request: web.Request) -> web.StreamResponse:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


@dataclass
class Strike:
    """Weather for `times` calls of a method (to a chat, if told), the first `skip` left out."""

    method: str
    weather: Weather
    times: int = 1
    chat: int | None = None
    skip: int = 0
    hits: int = 0

    def takes(self, method: str, chat: str) -> bool:
        """Whether this call is struck."""
        if self.times <= self.hits or method != self.method.lower():
            return False
        if self.chat is not None and str(self.chat) != chat:
            return False
        self.skip -= 1
        return self.skip < 0


@dataclass
class Between:
    """The proxy. `url` is what the bot is told to be Telegram."""

    url: str
    strikes: list[Strike] = field(default_factory=list)
    seen: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    """Every call that came, with its parameters."""

    def strike(self, method: str, weather: Weather, **how: Any) -> Strike:
        """Orders weather."""
        self.strikes.append(made := Strike(method, weather, **how))
        return made

    def clear(self) -> None:
        """Fair weather from now on; nothing seen yet."""
        self.strikes.clear()
        self.seen.clear()

    def calls_of(self, method: str) -> list[dict[str, Any]]:
        """The parameters of every call of a method."""
        return [parameters for name, parameters in self.seen if name == method]

    def _weather(self, method: str, chat: str) -> Weather | None:
        for one in self.strikes:
            if one.takes(method.lower(), chat):
                one.hits += 1
                return one.weather
        return None


@contextlib.asynccontextmanager
async def between(telegram: str) -> AsyncIterator[Between]:
    """Stand before the server at an address."""
    place = Between("")
    async with aiohttp.ClientSession(auto_decompress=False) as onward:

        async def take(request: web.Request) -> web.StreamResponse:
            body = await request.read()
            method = request.path.rpartition("/")[2]
            parameters = _parameters(request, body)
            place.seen.append((method, parameters))

            async def pass_on() -> tuple[int, bytes]:
                named = {"Content-Type": request.headers.get("Content-Type", "")}
                named = {name: value for name, value in named.items() if value}
                async with onward.request(
                    request.method, telegram + request.path_qs, data=body, headers=named
                ) as response:
                    return response.status, await response.read()

            weather = place._weather(method, str(parameters.get("chat_id", "")))
            if weather is not None:
                return await weather(request, pass_on)
            status, answer = await pass_on()
            return web.Response(status=status, body=answer, content_type="application/json")

        app = web.Application(client_max_size=64 * 1024 * 1024)
        app.router.add_route("*", "/{tail:.*}", take)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        try:
            await web.TCPSite(runner, "127.0.0.1", 0).start()
            place.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
            yield place
        finally:
            await runner.cleanup()


def _parameters(request: web.Request, body: bytes) -> dict[str, Any]:
    """The parameters of a call written as JSON; of an upload, none."""
    if request.content_type != "application/json" or not body:
        return {}
    found = json.loads(body)
    return found if isinstance(found, dict) else {}
