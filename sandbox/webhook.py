"""Updates pushed to the bot's own address."""

from __future__ import annotations

import asyncio
import json
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp

from sandbox.address import check_place, resolved
from sandbox.errors import too_many
from sandbox.params import Params
from sandbox.updates import Waiting
from sandbox.world import World

PATIENCE = 60.0
RETRY_FIRST, RETRY_AT_MOST = 0.1, 5.0
CONNECTIONS = 40
CONNECTIONS_AT_MOST = 100
# One setWebhook a second, the usual reason of a refused start.
BETWEEN_SETS = 1.0

Reply = Callable[[str, Params], Awaitable[None]]


class Webhook:
    """Posts updates until each is accepted (any 2xx): one at a time in a lane, lanes at once.

    At most `max_connections` posts are under way, so between chats (and between a chat's messages
    and its taps) no order is kept.
    """

    def __init__(self, world: World, reply: Reply) -> None:
        self._world = world
        self._reply = reply
        self._task: asyncio.Task[None] | None = None
        self._last_set = 0.0

    async def set(self, params: Params) -> None:
        """setWebhook. Raises 429 for a second one within a second, 400 for what Telegram refuses.

        A refused address leaves the bot without any, as in Telegram: the old one is closed first.
        """
        world = self._world
        url = params.text("url")
        if url:
            self._not_too_often()
        world.queue.allow(params.obj("allowed_updates", "allowed_updates"))
        if params.flag("drop_pending_updates"):
            world.queue.drop_all()
        await self.stop()
        world.webhook = {}
        if not url:
            return
        secret, ip_address = params.text("secret_token"), params.text("ip_address")
        check_place(url, secret, ip_address)
        wanted = params.whole("max_connections", CONNECTIONS) or CONNECTIONS
        world.webhook = {
            "url": url,
            "secret": secret,
            "certificate": "certificate" in params.files,
            "max_connections": min(CONNECTIONS_AT_MOST, max(1, wanted)),
            "ip_address": ip_address or resolved(url),
        }
        self.start()

    def _not_too_often(self) -> None:
        now = self._world.clock.now()
        if self._world.limits.on and now - self._last_set < BETWEEN_SETS:
            raise too_many(1)
        self._last_set = now

    def start(self) -> None:
        """Begin posting, when an address is set."""
        if self._world.webhook and self._task is None:
            self._task = asyncio.create_task(self._run())

    async def stop(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            await asyncio.wait([task])

    def info(self) -> dict[str, Any]:
        """The Bot API's WebhookInfo object."""
        world = self._world
        hook = world.webhook
        shown: dict[str, Any] = {
            "url": hook.get("url", ""),
            "has_custom_certificate": hook.get("certificate", False),
            "pending_update_count": len(world.queue),
        }
        for name in ("max_connections", "ip_address", "last_error_date", "last_error_message"):
            if hook.get(name) is not None:
                shown[name] = hook[name]
        if world.queue.allowed:
            shown["allowed_updates"] = world.queue.allowed
        return shown

    async def _run(self) -> None:
        feed = self._world.queue.follow()
        lanes: dict[str, deque[Waiting]] = {}
        room = asyncio.Semaphore(self._world.webhook["max_connections"])
        timeout = aiohttp.ClientTimeout(total=PATIENCE)
        connector = aiohttp.TCPConnector(limit=0)
        try:
            async with (
                aiohttp.ClientSession(timeout=timeout, connector=connector) as session,
                asyncio.TaskGroup() as group,
            ):
                while True:
                    waiting = await feed.get()
                    lane = lanes.setdefault(waiting.lane, deque())
                    lane.append(waiting)
                    if len(lane) == 1:
                        group.create_task(self._empty(session, room, lane))
        finally:
            self._world.queue.unfollow()

    async def _empty(
        self, session: aiohttp.ClientSession, room: asyncio.Semaphore, lane: deque[Waiting]
    ) -> None:
        """Post what waits in one lane, the oldest until it is taken, then the next."""
        pause = RETRY_FIRST
        while lane:
            async with room:
                taken = await self._post(session, lane[0].data)
            if taken:
                self._world.queue.done(lane.popleft())
                pause = RETRY_FIRST
            else:
                await asyncio.sleep(pause)
                pause = min(pause * 2, RETRY_AT_MOST)

    async def _post(self, session: aiohttp.ClientSession, data: bytes) -> bool:
        hook = self._world.webhook
        headers = {"Content-Type": "application/json"}
        if hook["secret"]:
            headers["X-Telegram-Bot-Api-Secret-Token"] = hook["secret"]
        try:
            async with session.post(
                hook["url"], data=data, headers=headers, ssl=False, allow_redirects=False
            ) as answer:
                body = await answer.read()
                if 200 <= answer.status < 300:
                    await self._answered(body)
                    return True
                self._failed(f"Wrong response from the webhook: {answer.status} {answer.reason}")
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            self._failed(_why(error))
        return False

    def _failed(self, why: str) -> None:
        now = int(self._world.clock.now())
        self._world.webhook.update(last_error_date=now, last_error_message=why)

    async def _answered(self, body: bytes) -> None:
        """A webhook may answer with one method call; its result goes nowhere."""
        if not body.startswith(b"{"):
            return
        try:
            given = json.loads(body)
        except ValueError:
            return
        method = str(given.pop("method", "")) if isinstance(given, dict) else ""
        # Nothing that asks or that changes the road itself: its answer would be lost.
        if method and not method.lower().startswith(("get", "setwebhook", "deletewebhook")):
            await self._reply(method, Params(given))


def _why(error: Exception) -> str:
    """In Telegram's words."""
    if isinstance(error, TimeoutError):
        return "Read timeout expired"
    if isinstance(error, aiohttp.ServerDisconnectedError):
        return "Webhook connection closed"
    if isinstance(error, aiohttp.ClientConnectorError):
        return "Connection refused"
    return "Connection reset by peer"
