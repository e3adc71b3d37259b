"""Heart: the database's pulse, and what it tells at the start about the time before.

A database that was put back is older than what has happened. Sent again, its outbox would be
yesterday's; so whoever starts looks first, before anything is sent (`docs/decisions/recovery.md`).
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Final

import structlog

from store import pulse, setbacks
from store.beside import journal_of
from store.database import Database, Transaction, UnavailableError
from store.setbacks import Sign

log = structlog.get_logger()

EVERY: Final = 60.0
"""Seconds from beat to beat."""

OLD: Final = 600.0
"""Seconds after which a call of a database that was put back is not sent any more."""

FAR: Final = 20
"""More updates than this are never missing by chance."""

RANDOM: Final = 6 * 24 * 3600.0
"""After a week without updates (a day to spare) Telegram's numbers go on anywhere."""

LOOKS: Final = 10
"""Beats after the start in which the first update is looked at."""


class Heart:
    """Of one database, while one program runs on it."""

    def __init__(
        self, database: Database, *, lasting: bool, now: Callable[[], float] = time.time
    ) -> None:
        """lasting: whether Telegram remembers for longer than we run, as a sandbox does not."""
        self._database = database
        self._lasting = lasting
        self._now = now
        self._last_update: int | None = None
        self._ends_at = 0.0
        self._looks = 0

    async def begin(self) -> None:
        """Before anything is read that is to be sent: send nothing old if this is an old copy.

        Raises UnavailableError when the database cannot be written.
        """
        path, now = self._database.path, self._now()
        held: int | None = None
        async with self._database.transaction() as transaction:
            known = await pulse.stored(transaction)
            beside = pulse.noted(path, known.name) if known else 0
            ends_at = await pulse.newest(transaction, now)
            if known and beside > known.beat and not await setbacks.unseen(transaction):
                setbacks.add(transaction, Sign.PULSE, ends_at, now)
            setback = await setbacks.unseen(transaction)
            if setback is not None:
                held = await setbacks.hold_back(transaction, setback, now - OLD, now)
            elif self._lasting:
                await self._remember(transaction, now)
            beat = await pulse.beat(transaction, beside, now)
        pulse.note(path, beat)
        if setback is not None:
            # What it tells of was decided in the time that is lost.
            journal_of(path).unlink(missing_ok=True)
            log.warning("setback", sign=setback.sign, ends_at=setback.ends_at, held_back=held)

    async def _remember(self, transaction: Transaction, now: float) -> None:
        last = await pulse.last_update(transaction)
        if last is not None and now - last[1] < RANDOM:
            self._last_update, self._looks = last[0], LOOKS
            self._ends_at = await pulse.newest(transaction, now)

    async def run(self) -> None:
        """Beat until cancelled; a database that cannot be written is tried again."""
        while True:
            await asyncio.sleep(EVERY)
            with suppress(UnavailableError):
                await self.beat()

    async def beat(self) -> None:
        """Beat once. Raises UnavailableError when the database cannot be written."""
        now = self._now()
        async with self._database.transaction() as transaction:
            if self._looks:
                self._looks -= 1
                await self._look(transaction, now)
            beat = await pulse.beat(transaction, 0, now)
        pulse.note(self._database.path, beat)

    async def _look(self, transaction: Transaction, now: float) -> None:
        """Have Telegram's numbers gone on without us? Then what was sent meanwhile is too late to
        be held back, and the rest is done all the same."""
        assert self._last_update is not None
        first = await pulse.first_after(transaction, self._last_update)
        if first is None:
            return
        self._looks = 0
        missed = first - self._last_update - 1
        if missed > FAR:
            log.warning("setback", sign=Sign.UPDATES.value, missed=missed)
            setbacks.add(transaction, Sign.UPDATES, self._ends_at, now)
            setbacks.seen(transaction, now)
