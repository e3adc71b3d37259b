"""Webhook: Telegram brings updates; it hears "ok" only when they are stored."""

import hmac

import structlog
from aiohttp import web

from loops.delivered import LARGEST, read
from loops.door import MOST, PATIENCE, Door
from loops.receive import Receiver
from store.database import UnavailableError

log = structlog.get_logger()

_HEADER = "X-Telegram-Bot-Api-Secret-Token"

# Seconds for what is being stored when the program ends.
_LAST = 5.0


class Webhook:
    """Listens for updates between `open` and `close`."""

    def __init__(
        self,
        receiver: Receiver,
        *,
        host: str,
        port: int,
        path: str,
        secret: str,
        patience: float = PATIENCE,
        most: int = MOST,
    ) -> None:
        """Path starts with a slash; `secret` is what Telegram was given with setWebhook.

        patience: seconds in which a connection has to bring a request. most: connections at a time.
        """
        self._receiver = receiver
        self._host = host
        self._port = port
        self._path = path
        self._secret = secret.encode()
        self._door = Door(self._take, patience=patience, most=most)
        self._runner = web.ServerRunner(self._door, shutdown_timeout=_LAST)

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

    async def _take(self, request: web.BaseRequest) -> web.Response:
        try:
            return await self._answer(request)
        finally:
            self._door.awaits(request.protocol)

    async def _answer(self, request: web.BaseRequest) -> web.Response:
        if request.method != "POST" or request.path != self._path:
            return web.Response(status=404)
        given = request.headers.get(_HEADER, "").encode(errors="surrogateescape")
        if not hmac.compare_digest(given, self._secret):
            return web.Response(status=403)
        try:
            body = await _head(request)
        except (ConnectionError, web.RequestPayloadError):
            return web.Response(status=400)  # nobody hears it: the line is cut
        self._door.has_all(request.protocol)
        try:
            # Repeating would not make readable what is not: it is parked by its number.
            await self._receiver.accept(read(body))
        except UnavailableError:
            return web.Response(status=503)
        return web.Response()


async def _head(request: web.BaseRequest) -> bytes:
    """The body; of one that is too large no more than tells that, the rest is not listened to."""
    head = bytearray()
    async for piece in request.content.iter_any():
        head += piece
        if len(head) > LARGEST:
            break
    return bytes(head)
