"""How control routes read what they are asked and say what is wrong."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from sandbox.chats import Chat
from sandbox.errors import ApiError
from sandbox.keys import WORLD
from sandbox.people import User
from sandbox.wire import dump
from sandbox.world import World

Route = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Asked:
    """One request to the control side: query and JSON body together."""

    def __init__(self, request: web.Request, given: dict[str, Any]) -> None:
        self.request = request
        self.world: World = request.app[WORLD]
        self.given = given

    def __contains__(self, name: str) -> bool:
        return self.given.get(name) is not None

    def text(self, name: str, default: str | None = None) -> str:
        value = self.given.get(name, default)
        if value is None:
            raise ValueError(f"{name} is missing")
        return str(value)

    def whole(self, name: str) -> int:
        found = self.maybe(name)
        if found is None:
            raise ValueError(f"{name} is missing")
        return found

    def maybe(self, name: str) -> int | None:
        value = self.given.get(name)
        return None if value is None or value == "" else int(value)

    def number(self, name: str, default: float) -> float:
        value = self.given.get(name)
        return default if value is None or value == "" else float(value)

    def flag(self, name: str, default: bool) -> bool:
        value = self.given.get(name)
        if value is None:
            return default
        return value if isinstance(value, bool) else str(value).lower() in ("1", "true", "yes")

    @property
    def user(self) -> User:
        return self.world.user(self.whole("user"))

    @property
    def chat(self) -> Chat:
        """The chat named, or the private chat of the user named."""
        chat_id = self.maybe("chat")
        return self.world.chat(self.whole("user") if chat_id is None else chat_id)


def answer(value: Any, status: int = 200) -> web.Response:
    return web.Response(body=dump(value), status=status, content_type="application/json")


def control(
    function: Callable[[Asked], Awaitable[Any]],
) -> Route:
    """A route that answers what `function` returns, and its mistakes as `{"error": ...}`."""

    async def route(request: web.Request) -> web.StreamResponse:
        if _foreign(request):
            return answer({"error": "only the sandbox's own page may ask from a browser"}, 403)
        try:
            value = await function(Asked(request, await _given(request)))
        except KeyError as error:
            return answer({"error": str(error.args[0])}, 404)
        except (ValueError, TypeError) as error:
            return answer({"error": str(error)}, 400)
        except ApiError as error:
            return answer({"error": error.description}, 400)
        return value if isinstance(value, web.StreamResponse) else answer(value)

    return route


def _foreign(request: web.Request) -> bool:
    """A page of another site open in the same browser must not play the people here."""
    origin = request.headers.get("Origin")
    return origin is not None and origin.partition("://")[2] != request.host


async def _given(request: web.Request) -> dict[str, Any]:
    given: dict[str, Any] = dict(request.query)
    if request.can_read_body:
        body = json.loads(await request.read() or b"{}")
        if not isinstance(body, dict):
            raise ValueError("the body must be a JSON object")
        given.update(body)
    return given
