"""Updates pushed to the bot's own address."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import urlsplit

import aiohttp

from sandbox.errors import bad
from sandbox.params import Params
from sandbox.world import World

LOOPBACK = ("127.0.0.1", "::1", "localhost")
PATIENCE = 60.0
RETRY_FIRST, RETRY_AT_MOST = 0.1, 5.0

Reply = Callable[[str, Params], Awaitable[None]]


class Webhook:
    """Posts the oldest update until it is accepted (any 2xx), then the next one."""

    def __init__(self, world: World, reply: Reply) -> None:
        self._world = world
        self._reply = reply
        self._task: asyncio.Task[None] | None = None

    async def set(self, params: Params) -> None:
        """setWebhook. Raises 400 for an address Telegram (or the sandbox) cannot reach."""
        world = self._world
        url = params.text("url")
        world.queue.allow(params.obj("allowed_updates", "allowed_updates"))
        if params.flag("drop_pending_updates"):
            world.queue.drop_all()
        await self.stop()
        world.webhook = {}
        if not url:
            return
        _check_url(url)
        world.webhook = {
            "url": url,
            "secret": params.text("secret_token"),
            "certificate": "certificate" in params.files,
            "max_connections": params.whole("max_connections", 40),
        }
        self.start()

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
        for name in ("max_connections", "last_error_date", "last_error_message"):
            if hook.get(name) is not None:
                shown[name] = hook[name]
        if world.queue.allowed:
            shown["allowed_updates"] = world.queue.allowed
        return shown

    async def _run(self) -> None:
        queue = self._world.queue
        pause = RETRY_FIRST
        timeout = aiohttp.ClientTimeout(total=PATIENCE)
        async with aiohttp.ClientSession(timeout=timeout) as session:
            while True:
                update_id, data = await queue.first()
                if await self._post(session, data):
                    queue.confirm(update_id + 1)
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
            async with session.post(hook["url"], data=data, headers=headers, ssl=False) as answer:
                body = await answer.read()
                if 200 <= answer.status < 300:
                    await self._answered(body)
                    return True
                self._failed(f"Wrong response from the webhook: {answer.status} {answer.reason}")
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            self._failed(f"Connection failed: {type(error).__name__}")
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
        method = given.pop("method", "") if isinstance(given, dict) else ""
        if method:
            await self._reply(str(method), Params(given))


def _check_url(url: str) -> None:
    """https, or http on this computer (so that nothing of a test needs a certificate)."""
    parts = urlsplit(url)
    if parts.scheme == "http" and parts.hostname in LOOPBACK:
        return
    if parts.scheme != "https" or not parts.hostname:
        raise bad("bad webhook: An HTTPS URL must be provided for webhook")
    if parts.hostname not in LOOPBACK:
        raise bad("bad webhook: the sandbox only posts to this computer")
