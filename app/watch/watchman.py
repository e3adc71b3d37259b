"""Watchman: every minute, is there anything that keeps the bot from hearing or speaking?"""

from __future__ import annotations

import asyncio
import math
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import structlog

from app.introduce import set_hook
from app.watch.felt import Felt, stored_signs
from app.watch.kept import recall, remember
from app.watch.look import Looked, at_group, at_hook, at_supervisor
from app.watch.seen import Seen
from app.watch.tell import share, tell
from flows.desk.case import Role
from flows.desk.watch.alarm import SHARED, Alarm, Id, Sign, Wrong
from flows.desk.watch.round import Round, round_of
from flows.desk.watch.said import round_text
from flows.voice import Voice
from handlers.brain import Brain
from handlers.desk.desk import Desk
from handlers.outgoing import Payload
from loops.errors import CallError
from loops.http import BotApi
from loops.run import Spine
from store import alarms, staff
from store.database import Database, Transaction, UnavailableError
from store.outcome import Kind
from store.whose import note_watched

log = structlog.get_logger()

EVERY: Final = 60.0
"""Seconds between rounds."""

SOON: Final = 10.0
"""The same while Telegram is not reached: people wait for the first word."""

FULL: Final = 3600.0
"""Seconds between looks at what seldom changes: groups, rights, the supervisor."""

_LOST: Final = frozenset({Kind.NOT_SENT, Kind.UNCERTAIN})


@dataclass(frozen=True)
class Watched:
    """What is watched over: the bot, its loops, its webhook, its desk."""

    api: BotApi
    database: Database
    spine: Spine
    brain: Brain
    hook: Payload | None = None
    desk: Desk | None = None
    supervisor: int | None = None

    @property
    def groups(self) -> set[int]:
        """All staff groups."""
        return self.desk.groups() if self.desk is not None else set()


class Watchman:
    """Looks, decides what is to be told, tells it, and remembers in the store that it was told."""

    def __init__(
        self,
        watched: Watched,
        now: Callable[[], datetime],
        passed: Callable[[], float] = time.monotonic,
    ) -> None:
        """Now is the moment; `passed` seconds that only go forward."""
        self._watched = watched
        self._now = now
        self._passed = passed
        self._seen = Seen()
        self._felt = Felt(watched.spine, passed)
        self._again = asyncio.Event()
        self._looked_at = -math.inf
        self._bot = 0
        self._alarms: list[Alarm] = []
        self._is_recalled = False
        self._is_unstored = False
        self._words: dict[int, int] = {}
        self._listeners = [] if watched.supervisor is None else [watched.supervisor]

    def look_again(self) -> None:
        """Something was changed: do not wait for the hour."""
        self._looked_at = -math.inf
        self._again.set()

    async def run(self) -> None:
        """Watch until cancelled. Raises StopError when the bot cannot go on."""
        if self._watched.hook is not None:
            await set_hook(self._watched.api, self._watched.hook)
        while True:
            self._again.clear()
            await self.round()
            pause = SOON if self._seen.is_wrong(Wrong.UNREACHED) else EVERY
            with suppress(TimeoutError):
                async with asyncio.timeout(pause):
                    await self._again.wait()

    async def round(self) -> None:
        """Look once, and tell what is to be told."""
        await self._look_at_telegram()
        if not self._seen.is_wrong(Wrong.UNREACHED):
            await self._look_at_desk()
        signs = {one.id: one for one in await self._all_signs()}
        national = self._watched.brain.library.offices.national
        found = round_of(self._alarms, signs, self._now(), national)
        told = found.says_something and await self._tell(found, signs)
        self._alarms = list(found.remembered(told=told))
        await self._keep()

    async def _all_signs(self) -> list[Sign]:
        """All that is wrong now; without the store what can be known without it."""
        try:
            async with self._watched.database.transaction() as db:
                found = await self._signs(db)
                if not self._is_recalled:
                    self._alarms += await recall(db)
                    self._is_recalled = True
                waiting = await alarms.waiting_words(db)
                self._words = {group: each.many for group, each in waiting.items()}
                self._listeners = await self._people(db)
        except UnavailableError:
            self._is_unstored = True
            found = self._seen.signs + self._felt.signs(self._watched.groups)
        if self._is_unstored:
            found.append(Sign(Id(Wrong.STORE)))
        return [self._seen.titled(sign) for sign in found]

    async def _keep(self) -> None:
        """Something is written each time: so a disk that is full is noticed here, too."""
        try:
            async with self._watched.database.transaction() as db:
                remember(db, self._alarms)
                note_watched(db, self._now().timestamp())
            self._is_unstored = False
        except UnavailableError as error:
            self._is_unstored = True
            log.error("alarms_not_stored", error=str(error))

    async def _tell(self, found: Round, signs: dict[Id, Sign]) -> bool:
        """One message to one listener; whether it was heard."""
        _note(found)
        watched = self._watched
        voice = Voice(watched.brain.library, watched.brain.today())
        text = round_text(found, signs, self._words, voice)
        heard = await tell(watched.api, text, self._listeners)
        if heard is None:
            return False
        for group in sorted(watched.groups - {heard}):
            shared = found.of(SHARED, group)
            if shared.says_something:
                await share(watched.api, round_text(shared, signs, self._words, voice), group)
        return True

    async def _look_at_telegram(self) -> None:
        """Is Telegram there, does it still bring updates to us, does it know the token?"""
        watched = self._watched
        try:
            me = await watched.api.call("getMe")
            self._bot = me["id"] if isinstance(me, dict) else 0
            if watched.hook is not None:
                await self._look_at_hook(watched.hook)
        except CallError as error:
            kind = error.fate.kind
            self._seen.take([Looked(Sign(Id(Wrong.UNREACHED)), kind in _LOST)])
            if kind is Kind.UNAUTHORIZED:
                await watched.spine.token.doubted()
        else:
            self._seen.take([Looked(Sign(Id(Wrong.UNREACHED)), False)])

    async def _look_at_hook(self, hook: Payload) -> None:
        """Somebody may have taken the webhook away: it is set again."""
        info, looked = await at_hook(self._watched.api, hook)
        self._seen.take(looked)
        self._seen.hook(info)
        if self._seen.is_wrong(Wrong.HOOK):
            log.error("webhook_gone")
            await self._watched.api.call("setWebhook", hook)

    async def _look_at_desk(self) -> None:
        """What seldom changes: each hour, and each minute while something of it is wrong."""
        watched = self._watched
        is_due = self._passed() - self._looked_at >= FULL
        wrong_in = {sign.id.group for sign in self._seen.signs}
        for group in sorted(watched.groups):
            if is_due or group in wrong_in:
                self._seen.take(await at_group(watched.api, self._bot, group))
        ask = is_due or self._seen.is_wrong(Wrong.SUPERVISOR_FAR)
        if ask and watched.supervisor is not None:
            self._seen.take(await at_supervisor(watched.api, watched.supervisor))
        if is_due:
            self._looked_at = self._passed()

    async def _signs(self, db: Transaction) -> list[Sign]:
        """All that is wrong as far as the store must be asked, too."""
        groups = self._watched.groups
        found = self._seen.signs + self._felt.signs(groups)
        found += await stored_signs(db, self._now().timestamp())
        for group in groups:
            if self._watched.desk is not None and self._watched.desk.is_refused(group):
                found.append(Sign(Id(Wrong.WRITING, group)))
            everybody = await staff.everybody(db, group)
            if not any(one.confirmed and one.role == Role.SUPERVISOR for one in everybody):
                found.append(Sign(Id(Wrong.NO_SUPERVISOR, group)))
        return found

    async def _people(self, db: Transaction) -> list[int]:
        """Who is told, the first that can be reached: supervisors in private, then the group."""
        watched = self._watched
        people = [] if watched.supervisor is None else [watched.supervisor]
        if watched.desk is None:
            return people
        group = watched.desk.now_called(watched.desk.group)
        people += [
            one.user_id
            for one in await staff.everybody(db, group)
            if one.confirmed and one.role == Role.SUPERVISOR
        ]
        return [*dict.fromkeys(people), group]


def _note(found: Round) -> None:
    """The same for operators, without anybody's words."""
    for name in ("begun", "lasting", "over"):
        for one in getattr(found, name):
            log.warning(f"alarm_{name}", wrong=one.id.wrong.value, group=one.id.group)
