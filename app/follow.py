"""Saved content is picked up by the running bot: valid → swapped whole, invalid → the old stays."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import structlog
from watchfiles import awatch

from app.memory import growing, set_aside
from app.turns import giving_way
from editorial.ready import Ready
from flows.library import Library
from handlers.brain import Brain
from loops.place import place

if TYPE_CHECKING:
    from editorial.load import Loaded
    from editorial.problems import Problem

log = structlog.get_logger()

SETTLE_MS = 300
"""Milliseconds to gather the saves of one editor (an editor program writes a file in steps)."""

STANDS_MS = 500
"""Milliseconds after which a quiet folder says that it is watched."""

_READER = "editorial.load"
"""Brought along only when the bot has begun: what was kept needs nobody who reads and checks."""

OnLoaded = Callable[["Loaded"], Awaitable[None]]
Finish = Callable[[Library], Library]


def as_read(library: Library) -> Library:
    """Adds nothing."""
    return library


class Follower:
    """Watches a content folder for one running bot."""

    def __init__(
        self,
        folder: Path,
        brain: Brain,
        report: OnLoaded,
        finish: Finish = as_read,
        ready: Ready | None = None,
    ) -> None:
        """`finish` adds to a library what reading cannot; `ready` keeps it for the next run.

        `report` hears of every change: its problems, and in `library` whether it is in force.
        Running conversations keep their answers, because a position is computed from them.
        """
        self._folder = folder
        self._brain = brain
        self._report = report
        self._finish = finish
        self._ready = ready
        self._watched_before = False

    async def watch(self) -> None:
        """Watches until cancelled; may be called again after whatever broke off the last watch.

        Then the folder is read once as soon as the new watch stands: nobody saw a save in between.
        """
        unseen, self._watched_before = self._watched_before, True
        async for changes in awatch(
            self._folder,
            debounce=SETTLE_MS,
            step=50,
            rust_timeout=STANDS_MS,
            yield_on_timeout=True,
            ignore_permission_denied=True,
        ):
            await self._learn()
            if changes or unseen:
                unseen = False
                await self._take()

    async def _learn(self) -> None:
        """Brings along what reads, of the release that runs and not of one that replaces it."""
        if _READER not in sys.modules:
            await asyncio.to_thread(import_module, _READER)

    async def _take(self) -> None:
        from editorial.load import Loaded

        try:
            # Reading takes a moment of CPU; the loops go on meanwhile.
            loaded = await asyncio.to_thread(self._read)
        except Exception as error:
            # Nobody would hear of a loop that dies on every save.
            log.error("content_unread", where=place(error))
            loaded = Loaded(None, (_unforeseen(self._folder),))
        if loaded.library is not None:
            self._brain.library = loaded.library
            set_aside()
            log.info("content_swapped", warnings=len(loaded.problems))
        else:
            log.warning("content_refused", problems=len(loaded.problems))
        await self._report(loaded)

    def _read(self) -> Loaded:
        """The folder as it is now, its library ready for use and kept for the next run."""
        from editorial.load import Loaded, load

        with giving_way(), growing():
            day = self._brain.today()
            made_of = self._ready.fingerprint(day) if self._ready else None
            loaded = load(self._folder, day)
            if loaded.library is None:
                return loaded
            library = self._finish(loaded.library)
            library.ears.options.read_ways()
            if self._ready:
                self._ready.keep(made_of, library)
        return Loaded(library, loaded.problems)


def _unforeseen(folder: Path) -> Problem:
    from editorial.problems import Problem

    what = "Isi ini tidak bisa diperiksa: pemeriksanya sendiri berhenti."
    todo = "Batalkan perubahan terakhir, lalu kabari pemrogram."
    return Problem("berkas", folder.as_posix(), 1, "", what, todo)
