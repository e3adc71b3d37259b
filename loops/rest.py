"""Rest: waiting that an orderly stop can cut short."""

import asyncio
import random
from contextlib import suppress

_LONGEST = 30.0  # seconds


def backoff(tries: int) -> float:
    """Return the seconds before another try: up to 0.25, 0.5, 1 ... 30, half of it by chance."""
    return min(_LONGEST, 0.25 * 2.0 ** min(tries - 1, 10)) * random.uniform(0.5, 1.0)


async def rest(stop: asyncio.Event, seconds: float) -> None:
    """Wait, but no longer than until `stop` is set."""
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await stop.wait()
