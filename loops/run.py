"""Run: start the loops, resume what is left, stop without losing anything."""

import asyncio
import signal
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass

import structlog
from telegram.error import InvalidToken, TelegramError

from loops import tidy
from loops.application import Dispatcher
from loops.arrivals import Mask
from loops.counters import Counters
from loops.http import BotApi
from loops.pace import TELEGRAMS, Limits
from loops.receive import Receiver
from loops.record import OnResult
from loops.rest import backoff, rest
from loops.send import Sender
from loops.stop import StopError
from loops.supervise import supervise
from loops.token import Token
from loops.work import OnParked, Worker
from store.database import Database

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class WebhookPlace:
    """Where Telegram brings updates: our address, path and the secret it was given."""

    host: str
    port: int
    path: str
    secret: str


class Spine:
    """Receive, work and send, with one database and one token."""

    def __init__(
        self,
        database: Database,
        api: BotApi,
        application: Dispatcher,
        *,
        mask: Mask,
        on_parked: OnParked | None = None,
        on_result: OnResult | None = None,
        limits: Limits = TELEGRAMS,
        allowed_updates: Sequence[str] = (),
        webhook: WebhookPlace | None = None,
        grace: float = 10.0,
    ) -> None:
        """Join the parts.

        mask: removes personal data before anything is stored. on_parked: may apologise for an
        update given up. on_result: hears what became of calls that carry `about`.
        webhook: listen there instead of polling. grace: seconds to finish work when stopping.
        """
        self.counters = counters = Counters()
        self._database = database
        self._application = application
        self._webhook = webhook
        self._grace = grace
        self._stop = asyncio.Event()
        self.token = token = Token(api)
        self.sender = sender = Sender(
            database, api, counters, limits=limits, on_result=on_result, token=token
        )
        self.worker = Worker(
            database, application, counters, outgoing=sender, on_parked=on_parked,
        )  # fmt: skip
        self.receiver = Receiver(
            database, api, counters,
            mask=mask, stored=self.worker.wake, allowed_updates=allowed_updates,
            token=token,
        )  # fmt: skip

    def stop(self) -> None:
        """Take nothing new, finish what is in work, end `run`."""
        self._stop.set()
        self.worker.wake()

    async def run(self) -> None:
        """Run until `stop`, SIGTERM or SIGINT.

        Raises StopError when the token is refused or used by another program.
        """
        await self.sender.load()
        tasks = [self._task("send", self.sender.run), self._task("tidy", self._tidy)]
        with _signals(self.stop):
            try:
                await self._introduce()
                tasks += [self._task("work", self._work), self._task("receive", self._receive)]
                await self._until_stopped(*tasks)
            finally:
                for task in tasks:
                    task.cancel()
                ends = await asyncio.gather(*tasks, return_exceptions=True)
                await self._application.shutdown()
                log.info("stopped", **self.counters.as_dict())
        for end in ends:
            if isinstance(end, StopError):
                raise end

    def _task(self, name: str, loop: Callable[[], Awaitable[None]]) -> asyncio.Task[None]:
        return asyncio.create_task(supervise(name, loop, self.counters), name=name)

    async def _until_stopped(self, *tasks: asyncio.Task[None]) -> None:
        """Wait for the end of receiving, then let what is in work come out at the other side."""
        send, _tidy, work, receive = tasks
        await asyncio.wait({send, receive}, return_when=asyncio.FIRST_COMPLETED)
        self.stop()
        with suppress(TimeoutError):
            async with asyncio.timeout(self._grace):
                await asyncio.wait({receive})
                await asyncio.wait({work})
                drained = asyncio.create_task(self.sender.drained())
                try:
                    await asyncio.wait({drained, send}, return_when=asyncio.FIRST_COMPLETED)
                finally:
                    drained.cancel()

    async def _introduce(self) -> None:
        """Ask Telegram who we are; without an answer ask again.

        Raises StopError when the token is refused; a page of somebody in between refuses nothing.
        """
        tries = 0
        while not self._stop.is_set():
            try:
                await self._application.initialize()
                return
            except TelegramError as error:
                kind = type(error).__name__
                if isinstance(error, InvalidToken):
                    await self.token.doubted()
            tries += 1
            seconds = backoff(tries)
            log.warning("telegram_not_reached", kind=kind, tries=tries, seconds=round(seconds, 1))
            await rest(self._stop, seconds)

    async def _work(self) -> None:
        await self.worker.run(self._stop)

    async def _tidy(self) -> None:
        await tidy.run(self._database)

    async def _receive(self) -> None:
        place = self._webhook
        if place is None:
            await self.receiver.run(self._stop)
            return
        # A server over HTTP takes long to import, and most bots poll.
        from loops.webhook import Webhook

        webhook = Webhook(
            self.receiver, host=place.host, port=place.port, path=place.path, secret=place.secret
        )
        try:
            await webhook.open()
        except OSError:
            raise StopError(f"WEBHOOK_LISTEN {place.host}:{place.port} sedang dipakai.") from None
        try:
            await self._stop.wait()
        finally:
            await webhook.close()


@contextmanager
def _signals(stop: Callable[[], None]) -> Iterator[None]:
    """Let SIGTERM and SIGINT ask for an orderly end, where the system has them."""
    loop = asyncio.get_running_loop()
    numbers = (signal.SIGTERM, signal.SIGINT)
    with suppress(NotImplementedError):  # Windows: Ctrl-C cancels instead; nothing is lost
        for number in numbers:
            loop.add_signal_handler(number, stop)
    try:
        yield
    finally:
        with suppress(NotImplementedError):
            for number in numbers:
                loop.remove_signal_handler(number)
