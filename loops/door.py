"""Door: connections that bring something in time; who only stands in it is sent away."""

import asyncio
from collections.abc import Awaitable, Callable

from aiohttp import web

PATIENCE = 30.0
"""Seconds from the opening of a connection, or its last answer, to the end of a whole request."""

MOST = 200
"""Connections at a time; Telegram opens at most 100."""

Take = Callable[[web.BaseRequest], Awaitable[web.StreamResponse]]


class Door(web.Server):
    """An HTTP server on which nobody can hold a connection open without asking anything.

    Prevents strangers from leaving Telegram no connection: when there are too many, the one that
    has brought nothing for the longest time is closed.
    """

    def __init__(self, take: Take, *, patience: float = PATIENCE, most: int = MOST) -> None:
        super().__init__(take, access_log=None)  # it would name every person's address
        self._patience = patience
        self._most = most
        self._idle: dict[web.RequestHandler, asyncio.TimerHandle] = {}

    def connection_made(self, handler: web.RequestHandler, transport: asyncio.Transport) -> None:
        """Somebody came."""
        super().connection_made(handler, transport)
        self.awaits(handler)
        while len(self.connections) > self._most and self._idle:
            self._send_away(next(iter(self._idle)))

    def connection_lost(
        self, handler: web.RequestHandler, exc: BaseException | None = None
    ) -> None:
        """Somebody is gone."""
        self.has_all(handler)
        super().connection_lost(handler, exc)

    def awaits(self, handler: web.RequestHandler) -> None:
        """From now on a whole request is waited for."""
        self.has_all(handler)
        if handler.transport is None:  # meanwhile gone
            return
        loop = asyncio.get_running_loop()
        self._idle[handler] = loop.call_later(self._patience, self._send_away, handler)

    def has_all(self, handler: web.RequestHandler) -> None:
        """A request has come in full; how long its answer takes is our own matter."""
        timer = self._idle.pop(handler, None)
        if timer is not None:
            timer.cancel()

    def _send_away(self, handler: web.RequestHandler) -> None:
        self.has_all(handler)
        transport = handler.transport
        if transport is not None:
            transport.abort()
