"""Telegram without a wire: the sandbox in this process, asked as `BotApi` asks over HTTP."""

from __future__ import annotations

import json
from typing import Any

from yarl import URL

from loops.errors import CallError
from loops.http import BotApi
from sandbox import faults
from sandbox.errors import ApiError
from sandbox.methods import METHODS
from sandbox.params import Params
from sandbox.wire import dump
from sandbox.world import World
from store.outcome import Fate, Kind

TOKEN = "123:ABC-token-of-the-tests"


class Wireless(BotApi):
    """The real client of the Bot API; only the way to the server and back is left out.

    Of the sandbox's faults it knows those that need no connection: `error`, `raw`, `raw_after`,
    `drop_before` and `drop_after`. Files are not uploaded.
    """

    def __init__(self, world: World) -> None:
        super().__init__(TOKEN, "http://sandbox.invalid")
        self._world = world
        world.name_bot(TOKEN)

    async def exchange(
        self, verb: str, url: URL, body: Any, headers: dict[str, str], read_timeout: float | None
    ) -> tuple[int, bytes]:
        """Ask the sandbox. Raises CallError when a fault cuts the line."""
        world, method = self._world, url.name.lower()
        params = Params(json.loads(body or b"{}"))
        entry = world.log.begin(world.clock.now(), url.name, params.for_log())
        fault = world.faults.take(method, params.text("chat_id"))
        kind = fault.kind if fault else ""
        if kind == faults.DROP_BEFORE:
            raise CallError(Fate(Kind.UNCERTAIN, "the line was cut"))
        if fault is not None and kind == faults.RAW:
            return fault.code, fault.page.encode()
        try:
            if fault is not None and kind == faults.ERROR:
                raise ApiError(fault.code, fault.description)
            result = METHODS[method](world, params)
        except ApiError as error:
            world.log.end(entry, world.clock.now(), error.code, None, error.description)
            return error.code, dump(error.as_json())
        world.log.end(entry, world.clock.now(), 200, result)
        if kind == faults.DROP_AFTER:
            raise CallError(Fate(Kind.UNCERTAIN, "the line was cut"))
        if fault is not None and kind == faults.RAW_AFTER:
            return fault.code, fault.page.encode()
        return 200, dump({"ok": True, "result": result})
