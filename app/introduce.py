"""Introduce: Telegram is told how updates arrive, and what to show about the bot."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import structlog

from handlers.outgoing import Payload
from handlers.register import UPDATES
from loops.errors import CallError
from loops.http import BotApi
from loops.stop import StopError
from settings import Settings
from store.outcome import Kind

log = structlog.get_logger()

PAUSE = 10.0
"""Seconds before what was not answered is told again."""

LONGEST = 600.0
"""Seconds between tries in the end; nobody waits for a profile."""

CONFIRMED = 3
"""Refusals in a row, with pauses between, after which an address is refused for good."""

_AGAIN = frozenset({Kind.NOT_SENT, Kind.UNCERTAIN, Kind.RATE, Kind.CONFLICT, Kind.FROZEN})
"""Answers that are none, or that another time may be others."""

Calls = Sequence[tuple[str, Payload]]


def hook_of(settings: Settings) -> Payload | None:
    """What setWebhook is to be given; None while updates are fetched."""
    if settings.telegram_mode == "polling" or settings.webhook_secret is None:
        return None
    secret = settings.webhook_secret.get_secret_value()
    return {"url": settings.webhook_url, "secret_token": secret, "allowed_updates": UPDATES}


async def set_hook(api: BotApi, hook: Payload) -> None:
    """Have updates brought; asked again for as long as Telegram only says "later" or nothing.

    Raises StopError with Telegram's own sentence when it refuses
    again and again: the bot would live on and hear nobody.
    """
    refusals = 0
    while True:
        try:
            await api.call("setWebhook", hook)
            return
        except CallError as error:
            fate = error.fate
        log.warning("webhook_not_set", kind=fate.kind.value, reason=fate.reason)
        if fate.kind in _AGAIN or fate.kind is Kind.UNAUTHORIZED:
            refusals = 0  # of the token others take care, who ask twice
        else:
            refusals += 1
            if refusals >= CONFIRMED:
                raise StopError(f"Telegram menolak WEBHOOK_URL atau WEBHOOK_SECRET: {fate.reason}")
        await asyncio.sleep(fate.retry_after if fate.kind is Kind.RATE else PAUSE)


async def show_profile(api: BotApi, calls: Calls) -> None:
    """Set descriptions and commands; each that was not answered again later, ever more slowly.

    A real refusal is logged and left at that: it stops nobody.
    """
    left, pause = list(calls), PAUSE
    while True:
        again: list[tuple[str, Payload]] = []
        rest = pause
        for method, payload in left:
            try:
                await api.call(method, payload)
            except CallError as error:
                fate = error.fate
                repeated = fate.kind in _AGAIN
                log.warning("profile_not_set", method=method, reason=str(error), repeated=repeated)
                if repeated:
                    again.append((method, payload))
                    rest = max(rest, fate.retry_after)
        if not again:
            return
        left = again
        await asyncio.sleep(rest)
        pause = min(pause * 2, LONGEST)
