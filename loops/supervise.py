"""Supervise: a loop that dies is reported and started again, never silently missing."""

import asyncio
from collections.abc import Awaitable, Callable

import structlog

from loops.counters import Counters
from loops.place import place
from loops.stop import StopError

log = structlog.get_logger()

_LONGEST = 30.0  # seconds


async def supervise(
    name: str, loop: Callable[[], Awaitable[None]], counters: Counters, *, first: float = 0.2
) -> None:
    """Run a loop until it returns; after an unexpected error start it again, ever more slowly.

    first: seconds before the first restart. Raises StopError when the loop does.
    """
    delay = first
    while True:
        started = asyncio.get_running_loop().time()
        try:
            await loop()
            return
        except StopError:
            raise
        except Exception as error:
            if asyncio.get_running_loop().time() - started > _LONGEST:
                delay = first
            counters.restarts += 1
            log.error("loop_restarted", loop=name, where=place(error), after=delay)
        await asyncio.sleep(delay)
        delay = min(delay * 2, _LONGEST)
