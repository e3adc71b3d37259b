"""A Telegram whose numbers go down: its queue of updates, and nothing else of it.

As the Bot API server keeps it: an offset confirms what stands before that number in the queue; one
beyond the queue confirms nothing, and the queue is served from its head.
"""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web

Update = dict[str, Any]


class Queue:
    """What waits, and the offsets that were asked for."""

    def __init__(self, *updates: Update, deaf: bool = False) -> None:
        """deaf: nothing is ever confirmed."""
        self.waiting = list(updates)
        self.offsets: list[int] = []
        self._deaf = deaf

    def handed(self, offset: int) -> list[Update]:
        self.offsets.append(offset)
        numbers = [one["update_id"] for one in self.waiting]
        if numbers and offset <= numbers[-1] + 1 and not self._deaf:
            self.waiting = [one for one in self.waiting if one["update_id"] >= offset]
        return self.waiting[:100]


@asynccontextmanager
async def served(queue: Queue, answer: Callable[[list[Update]], bytes]) -> AsyncIterator[str]:
    """The address of a Bot API that hands out the queue; `answer` writes what it says."""

    async def get_updates(request: web.Request) -> web.Response:
        asked = await request.json()
        body = answer(queue.handed(asked["offset"]))
        return web.Response(body=body, content_type="application/json")

    application = web.Application()
    application.router.add_post("/{token}/getUpdates", get_updates)
    runner = web.AppRunner(application)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()
