"""Webhook: Telegram brings updates; it hears "ok" only when they are stored."""

import hmac

import structlog
from aiohttp import web

from loops.delivered import LARGEST, read
from loops.receive import Receiver
from store.database import UnavailableError

log = structlog.get_logger()

_HEADER = "X-Telegram-Bot-Api-Secret-Token"


class Webhook:
    """Listens for updates between `open` and `close`."""

    def __init__(self, receiver: Receiver, *, host: str, port: int, path: str, secret: str) -> None:
        """Path starts with a slash; `secret` is what Telegram was given with setWebhook."""
        self._receiver = receiver
        self._host = host
        self._port = port
        self._secret = secret.encode()
        application = web.Application()
        application.router.add_post(path, self._take)
        # No access log: it would name every person's address.
        self._runner = web.AppRunner(application, access_log=None)

    @property
    def port(self) -> int:
        """The port listened on (useful when 0 was asked for)."""
        return int(self._runner.addresses[0][1])

    async def open(self) -> None:
        """Start listening. Raises OSError when the address cannot be listened on."""
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, self._host, self._port).start()
        except OSError:
            await self._runner.cleanup()
            raise

    async def close(self) -> None:
        """Stop listening; updates being stored are finished first."""
        await self._runner.cleanup()

    async def _take(self, request: web.Request) -> web.Response:
        given = request.headers.get(_HEADER, "").encode(errors="surrogateescape")
        if not hmac.compare_digest(given, self._secret):
            return web.Response(status=403)
        # Repeating would not make readable what is not: it is parked by its number, and answered.
        update = read(await _head(request))
        try:
            await self._receiver.accept(update)
        except UnavailableError:
            return web.Response(status=503)
        return web.Response()


async def _head(request: web.Request) -> bytes:
    """The body, of one that is too large no more than tells that; the rest is not listened to."""
    read = bytearray()
    async for piece in request.content.iter_any():
        read += piece
        if len(read) > LARGEST:
            break
    return bytes(read)
