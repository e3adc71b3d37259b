"""Start and stop the sandbox, in this process or as one of its own."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from aiohttp import web

from sandbox import botapi, control, pages
from sandbox.files import UPLOAD_LIMIT
from sandbox.keys import CLOSING, TOKEN, WEBHOOK, WORLD
from sandbox.params import Params
from sandbox.webhook import Webhook
from sandbox.world import World

# The base for uploads as the Bot API has it, and the control side's base64 of it.
BODY_LIMIT = UPLOAD_LIMIT * 3 // 2
LAST_WORDS = 0.5


@dataclass(slots=True)
class Server:
    """A running sandbox. `url` is the base of the Bot API, of `/sim/...` and of the page."""

    url: str
    world: World
    _app: web.Application
    _runner: web.AppRunner

    async def close(self) -> None:
        """Let waiting calls go, stop listening. The world stays usable for another server."""
        self._app[CLOSING].set()
        self.world.events.publish({"type": "closing"})
        self.world.queue.interrupt()
        await self._app[WEBHOOK].stop()
        await self._runner.cleanup()


def application(world: World, token: str = "") -> web.Application:
    app = web.Application(client_max_size=BODY_LIMIT)
    app[WORLD] = world
    app[CLOSING] = asyncio.Event()
    app[TOKEN] = token

    async def reply(method: str, params: Params) -> None:
        await botapi.run_reply(app, method, params)

    app[WEBHOOK] = Webhook(world, reply)
    botapi.add_routes(app)
    control.add_routes(app)
    pages.add_routes(app)
    return app


async def start(
    host: str = "127.0.0.1",
    port: int = 0,
    *,
    limits: bool = True,
    state: World | None = None,
    token: str = "",
) -> Server:
    """Listen on `host`:`port` (0: any free port).

    `limits=False` switches Telegram's rate limits off (benches); `state` continues an earlier
    world; with `token` every other token is answered 401. Raises `OSError` when the port is taken.
    """
    world = state or World(limits=limits)
    world.limits.on = limits
    app = application(world, token)
    runner = web.AppRunner(
        app,
        access_log=None,
        shutdown_timeout=LAST_WORDS,
        # A bot that dies is gone at once: its getUpdates does not linger as "polling".
        handler_cancellation=True,
    )
    await runner.setup()
    site = web.TCPSite(runner, host, port)
    try:
        await site.start()
    except OSError:
        await runner.cleanup()
        raise
    app[WEBHOOK].start()
    bound = runner.addresses[0]
    shown = f"[{bound[0]}]" if ":" in bound[0] else bound[0]
    return Server(f"http://{shown}:{bound[1]}", world, app, runner)
