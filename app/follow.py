"""Saved content is picked up by the running bot: valid → swapped whole, invalid → the old stays."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import structlog
from watchfiles import awatch

from editorial.load import Loaded, load
from flows.library import Library
from handlers.brain import Brain

log = structlog.get_logger()

SETTLE_MS = 300
"""Milliseconds to gather the saves of one editor (an editor program writes a file in steps)."""

Report = Callable[[Loaded], Awaitable[None]]
Finish = Callable[[Library], Library]


def as_read(library: Library) -> Library:
    """Adds nothing."""
    return library


async def follow(folder: Path, brain: Brain, report: Report, finish: Finish = as_read) -> None:
    """Watches `folder` until cancelled. `finish` adds to a library what reading cannot.

    `report` hears of every change: its problems, and in `library` whether it is in force. Running
    conversations keep their answers, because a position is computed from them.
    """
    async for _changes in awatch(folder, debounce=SETTLE_MS, step=50, recursive=True):
        # Reading takes a moment of CPU; the loops go on meanwhile.
        loaded: Loaded = await asyncio.to_thread(load, folder, brain.today())
        if loaded.library is not None:
            library = finish(loaded.library)
            await asyncio.to_thread(getattr, library, "ears")
            brain.library = library
            log.info("content_swapped", warnings=len(loaded.problems))
        else:
            log.warning("content_refused", problems=len(loaded.problems))
        await report(loaded)
