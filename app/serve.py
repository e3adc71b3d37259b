"""`python bot.py`: database, content, loops, and Telegram or the sandbox, put together."""

from __future__ import annotations

import asyncio
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import structlog

from app.clock import Passed, day_of, now, today
from app.content import Opened, listen, opened
from app.editors import Editors
from app.follow import Follower
from app.gallery import Gallery, cache_of
from app.heart import Heart
from app.introduce import hook_of, show_profile
from app.log import logging_without
from app.refused import RefusedError, refusing
from app.reports import ReportFiles
from app.sheets import SheetFiles
from app.staff import Now, desk_in_sandbox, keep_time, know, listener
from app.watch.readiness import announce
from app.watch.watchman import Watched, Watchman
from flows.library import Library
from flows.mask import mask_update
from handlers.brain import Brain
from handlers.changes import EVERY, Changes
from handlers.desk.desk import Desk
from handlers.register import UPDATES, add_handlers, apologise, profile_calls
from loops.application import build
from loops.http import BotApi
from loops.pace import Limits
from loops.run import Spine, WebhookPlace
from loops.stop import StopError
from loops.supervise import supervise
from loops.tick import Ticker
from settings import Settings
from store.database import Database
from store.instance import only_one
from store.turn import Turn
from store.whose import belong

if TYPE_CHECKING:
    from editorial.load import Loaded

log = structlog.get_logger()

SANDBOX_TOKEN = "514000:sandbox"


async def serve(
    settings: Settings, moment: Now | None = None, content: Library | None = None
) -> None:
    """Runs until stopped. Raises RefusedError with one clear sentence.

    For tests: `moment` is the clock of the desk and of news, otherwise the real one; `content` what
    the settings' folder holds, for who has read it already.
    """
    async with AsyncExitStack() as stack:
        begun = Opened(content) if content else opened(settings)
        place = await stack.enter_async_context(_place(settings))
        stack.enter_context(refusing(place.database))
        stack.enter_context(only_one(place.database))
        try:
            database = await Database.open(place.database)
            stack.push_async_callback(database.close)
            await belong(database, int(place.token.partition(":")[0]))
            heart = Heart(database, lasting=settings.telegram_token is not None)
            await heart.begin()
            await _run(settings, begun, place, database, moment, heart)
        except StopError as refused:
            raise RefusedError(str(refused)) from None


class Place:
    """Where this run talks and remembers."""

    def __init__(
        self, api: str, token: str, database: Path, group: int | None, supervisor: int | None
    ) -> None:
        self.api = api
        self.token = token
        self.database = database
        self.group = group
        self.supervisor = supervisor


@asynccontextmanager
async def _place(settings: Settings) -> AsyncIterator[Place]:
    """Telegram and the set database; without a token a sandbox, and a database as short-lived."""
    if settings.telegram_token is not None:
        token = settings.telegram_token.get_secret_value()
        own = (settings.staff_group, settings.supervisor)
        yield Place(settings.telegram_api, token, settings.database_path, *own)
        return
    from sandbox.server import start

    try:
        server = await start("127.0.0.1", settings.sandbox_port, token=SANDBOX_TOKEN)
    except OSError:
        raise RefusedError(
            f"SANDBOX_PORT {settings.sandbox_port} sedang dipakai. Pilih nomor lain, atau 0."
        ) from None
    try:
        with tempfile.TemporaryDirectory(prefix="teman-jht-") as folder:
            kept = "database_url" in settings.model_fields_set
            database = settings.database_path if kept else Path(folder) / "sandbox.db"
            # The address is told when there is something to see.
            async with desk_in_sandbox(server.url) as staff:
                print(
                    f"Teman JHT: buka {server.url} di peramban. Ctrl+C untuk berhenti.", flush=True
                )
                yield Place(server.url, SANDBOX_TOKEN, database, *staff)
    finally:
        await server.close()


async def _run(
    settings: Settings,
    content: Opened,
    place: Place,
    database: Database,
    moment: Now | None,
    heart: Heart,
) -> None:
    kept_in = cache_of(settings.content, place.database)
    illustrated = partial(_illustrated, content=settings.content, kept_in=kept_in)
    sheets = SheetFiles(place.database.with_name(f"{place.database.stem}-sheets"))
    brain = Brain(
        illustrated(content.library),
        partial(today, settings.bot_today),
        partial(day_of, pinned=settings.bot_today),
        sheets.place,
    )
    clock = moment or partial(now, settings.bot_today)
    desk = await _desk(brain, place, database, clock)
    if desk is not None and settings.telegram_token is not None:
        await announce(desk, database, settings.group_sends_per_minute)
    async with BotApi(place.token, place.api, make=sheets.make) as api:
        spine = _spine(settings, api, brain, desk, database)
        editors = Editors(database, spine.sender, place.group, settings.editors_topic)
        draw = partial(_draw, brain, settings.content.absolute(), kept_in.absolute())

        async def heard(loaded: Loaded) -> None:
            await editors.hear(loaded)
            await draw()

        follower = Follower(settings.content, brain, heard, illustrated, content.ready)
        beside: dict[str, Callable[[], Awaitable[None]]] = {
            "heart": heart.run,
            "ears": partial(asyncio.to_thread, listen, brain, content),
            "profile": partial(show_profile, api, profile_calls(brain, desk)),
            "content": follower.watch,
            "pictures": draw,
            "changes": Ticker(
                database, spine.sender, Changes(brain, clock).due, interval=EVERY
            ).run,
        }
        passed = Passed(moment) if moment else time.monotonic
        watched = Watched(api, database, spine, brain, hook_of(settings), desk, place.supervisor)
        watchman = Watchman(watched, clock, passed)
        beside["watch"] = watchman.run
        if desk is not None:
            kept = place.database.with_name(f"{place.database.stem}-reports")
            files = ReportFiles(kept, desk, database, spine.sender)
            desk.make_files = files.ask
            desk.look_again = watchman.look_again
            beside["desk"] = partial(keep_time, desk, database, spine, passed)
            beside["reports"] = files.run
        with logging_without(api.secret):
            await _side_by_side(spine, beside)


async def _desk(brain: Brain, place: Place, database: Database, clock: Now) -> Desk | None:
    """The officers' desk, knowing what it must; None without a staff group."""
    if not place.group:
        return None
    desk = Desk(brain, place.group, place.supervisor, clock)
    await know(desk, database)
    return desk


def _spine(
    settings: Settings, api: BotApi, brain: Brain, desk: Desk | None, database: Database
) -> Spine:
    """Receive, work and send, with all that is ours in the middle."""

    async def on_parked(turn: Turn) -> None:
        if turn.chat_id is not None and turn.chat_id > 0:
            apologise(turn, turn.chat_id, brain)

    application = build(api)
    add_handlers(application, brain, desk)
    return Spine(
        database,
        api,
        application,
        mask=mask_update,
        on_parked=on_parked,
        on_result=listener(brain, desk),
        limits=_limits(settings),
        allowed_updates=UPDATES,
        webhook=_webhook(settings),
    )


async def _side_by_side(spine: Spine, beside: Mapping[str, Callable[[], Awaitable[None]]]) -> None:
    """The spine, and what accompanies it until it ends; whatever dies is started again.

    Raises StopError when either cannot go on.
    """

    def ended(task: asyncio.Task[None]) -> None:
        if not task.cancelled() and task.exception() is not None:
            spine.stop()

    tasks = [
        asyncio.create_task(supervise(name, loop, spine.counters), name=name)
        for name, loop in beside.items()
    ]
    for task in tasks:
        task.add_done_callback(ended)
    try:
        await spine.run()
    finally:
        for task in tasks:
            task.cancel()
        ends = await asyncio.gather(*tasks, return_exceptions=True)
    for end in ends:
        if isinstance(end, StopError):
            raise end


def _limits(settings: Settings) -> Limits:
    return Limits(
        per_chat=settings.chat_sends_per_second,
        per_group=settings.group_sends_per_minute,
        overall=settings.sends_per_second,
    )


def _illustrated(library: Library, content: Path, kept_in: Path) -> Library:
    """The library with pictures and recordings that can be sent."""
    return library.with_media(Gallery(content, library.drawings, kept_in))


async def _draw(brain: Brain, content: Path, kept_in: Path) -> None:
    """Has pictures that are neither shipped nor kept drawn by a process of its own."""
    if not Gallery(content, brain.library.drawings, kept_in).missing():
        return
    command = (sys.executable, "-m", "app.gallery", str(content), str(kept_in))
    painter = await asyncio.create_subprocess_exec(*command, cwd=Path(__file__).parent.parent)
    try:
        if await painter.wait():
            log.error("pictures_not_drawn", status=painter.returncode)
    except asyncio.CancelledError:
        painter.kill()
        await painter.wait()
        raise


def _webhook(settings: Settings) -> WebhookPlace | None:
    if settings.telegram_mode == "polling" or settings.webhook_secret is None:
        return None
    host, _, port = settings.webhook_listen.rpartition(":")
    path = urlsplit(settings.webhook_url or "").path or "/"
    return WebhookPlace(host, int(port), path, settings.webhook_secret.get_secret_value())
