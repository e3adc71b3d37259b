"""`python bot.py`: runs until stopped."""

from __future__ import annotations

import asyncio

from app.refused import RefusedError
from app.serve import serve
from tools.given import Given
from tools.stopped import StoppedError


def run(given: Given) -> None:
    """Runs the bot. Raises StoppedError when it cannot start or go on."""
    settings = given.settings
    try:
        asyncio.run(serve(settings))
    except RefusedError as refused:
        raise StoppedError(str(refused)) from None
