"""The sandbox as a bench needs it: limits off, and somebody listening to every finished call."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from sandbox.calllog import CallLog, Entry
from sandbox.server import Server, start
from sandbox.world import World

TOKEN = "123:BENCH"
UNCHANGED = "message is not modified"
# What a person sees as an answer. Acknowledging a tap is none: it only stops the little clock.
ANSWERS = frozenset({"sendMessage", "editMessageText", "sendPhoto", "sendVoice", "sendDocument"})

Listener = Callable[[int, Entry], None]


class ListeningLog(CallLog):
    """A call log that tells a listener (chat id, entry) when an answer has reached its chat."""

    def __init__(self, listener: Listener, kept: int) -> None:
        super().__init__(kept)
        self._listener = listener
        self.asked = asyncio.Event()  # the bot has asked for updates since this was cleared

    def begin(self, at: float, method: str, params: dict[str, Any]) -> Entry:
        """Note a call, and that the bot is up."""
        if method == "getUpdates":
            self.asked.set()
        return super().begin(at, method, params)

    def end(self, entry: Entry, now: float, code: int, result: Any, description: str = "") -> None:
        """Note the outcome, then tell. An edit that changes nothing is an answer too."""
        super().end(entry, now, code, result, description)
        if entry.method in ANSWERS and reached(entry):
            self._listener(int(entry.params["chat_id"]), entry)

    def requests(self) -> int:
        """Calls so far that carry something out: all but getUpdates."""
        return self._n - self.counts["getUpdates"]


def reached(entry: Entry) -> bool:
    """Whether the chat shows what the call wanted."""
    return entry.code == 200 or UNCHANGED in entry.description


async def open_telegram(
    listener: Listener, *, kept: int = 2000, world: World | None = None
) -> tuple[Server, ListeningLog]:
    """Start a sandbox without limits; `kept` calls stay in its log."""
    state = world or World(limits=False)
    log = ListeningLog(listener, kept)
    state.log = log
    return await start(limits=False, state=state, token=TOKEN), log
