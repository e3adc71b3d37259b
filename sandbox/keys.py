"""Where the server's parts find each other in the aiohttp application."""

from __future__ import annotations

import asyncio

from aiohttp import web

from sandbox.webhook import Webhook
from sandbox.world import World

WORLD: web.AppKey[World] = web.AppKey("world", World)
WEBHOOK: web.AppKey[Webhook] = web.AppKey("webhook", Webhook)
CLOSING: web.AppKey[asyncio.Event] = web.AppKey("closing", asyncio.Event)
TOKEN: web.AppKey[str] = web.AppKey("token", str)
