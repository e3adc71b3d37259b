"""Wire: the real client of the Bot API, and the weather between it and the sandbox's methods."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from random import Random
from typing import Any, Final

from yarl import URL

from loops.errors import CallError
from loops.http import BotApi
from sandbox.errors import ApiError
from sandbox.methods import METHODS
from sandbox.params import Params
from sandbox.wire import dump
from sandbox.world import World
from store.outcome import Fate, Kind

TOKEN: Final = "123:ABC-token-of-the-ledger"

CUT: Final = Fate(Kind.UNCERTAIN, "the line was cut")
PAGE: Final = b"<html><body>Bad Gateway</body></html>"

STRANGE: Final = (400, "Bad Request: SOMETHING_NOBODY_HAS_SEEN")
RIGHTS: Final = (400, "Bad Request: not enough rights to send text messages to the chat")
TOO_LONG: Final = (400, "Bad Request: message is too long")

MESSAGES: Final = ("send", "copy", "edit", "create", "set", "delete")
"""How methods begin that may meet weather; the others only ask."""


@dataclass
class Weather:
    """What happens to calls now: kinds and how often each happens, in all at most 1."""

    chance: Random
    odds: dict[str, float]

    def next(self) -> str:
        """The kind for the next call; empty for none."""
        point = self.chance.random()
        for kind, share in self.odds.items():
            point -= share
            if point < 0:
                return kind
        return ""


class Wire(BotApi):
    """The line of the bot. doubtful: calls that were carried out, and their answer was lost."""

    def __init__(self, world: World, weather: Weather) -> None:
        super().__init__(TOKEN, "http://sandbox.invalid")
        self._world = world
        self.weather = weather
        self.doubtful: list[dict[str, Any]] = []
        world.name_bot(TOKEN)

    async def exchange(
        self, verb: str, url: URL, body: Any, headers: dict[str, str], read_timeout: float | None
    ) -> tuple[int, bytes]:
        """Ask the sandbox, through the weather. Raises CallError when it cuts the line."""
        method = url.name.lower()
        params = Params(json.loads(body or b"{}"))
        if method == "getupdates":
            return 200, await self._updates(params)
        kind = self.weather.next() if method.startswith(MESSAGES) else ""
        await asyncio.sleep(self.weather.chance.uniform(0.01, 0.1))
        if kind == "slow":
            await asyncio.sleep(self.weather.chance.uniform(1.0, 8.0))
        refused = self._before(kind, method, params)
        if refused is not None:
            return refused
        answer = self._ask(url.name, method, params)
        if kind == "slow":
            await asyncio.sleep(self.weather.chance.uniform(0.0, 4.0))
        if kind in ("drop_after", "page_after"):
            self.doubtful.append(json.loads(body or b"{}"))
        if kind == "drop_after":
            raise CallError(CUT)
        return (502, PAGE) if kind == "page_after" else answer

    def _before(self, kind: str, method: str, params: Params) -> tuple[int, bytes] | None:
        """The answer of what never got to Telegram, or was not let through; None for the rest."""
        match kind:
            case "drop_before":
                raise CallError(CUT)
            case "too_many":
                again = {"retry_after": self.weather.chance.randint(1, 6)}
                error = {"ok": False, "error_code": 429, "description": "Too Many Requests"}
                return 429, dump({**error, "parameters": again})
            case "page_before":
                return 403, PAGE
            case "strange":
                return _refused(*STRANGE)
            case "refused" if method.startswith(("send", "copy")):
                in_group = params.text("chat_id").startswith("-")
                return _refused(*(RIGHTS if in_group else TOO_LONG))
        return None

    def _ask(self, name: str, method: str, params: Params) -> tuple[int, bytes]:
        world = self._world
        entry = world.log.begin(world.clock.now(), name, params.for_log())
        try:
            result = METHODS[method](world, params)
        except ApiError as error:
            world.log.end(entry, world.clock.now(), error.code, None, error.description)
            return error.code, dump(error.as_json())
        world.log.end(entry, world.clock.now(), 200, result)
        return 200, dump({"ok": True, "result": result})

    async def _updates(self, params: Params) -> bytes:
        queue = self._world.queue
        ready = await queue.poll(
            params.whole("offset", 0) or 0, params.whole("limit", 100) or 100,
            float(params.whole("timeout", 0) or 0),
        )  # fmt: skip
        return b'{"ok":true,"result":[' + b",".join(queue.batch(ready)) + b"]}"


def _refused(code: int, description: str) -> tuple[int, bytes]:
    return code, dump({"ok": False, "error_code": code, "description": description})
