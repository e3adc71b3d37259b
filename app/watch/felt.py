"""Felt: what the running program itself notices, without asking anybody."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from typing import Final

from flows.desk.watch.alarm import Id, Sign, Wrong
from loops.run import Spine
from store import alarms
from store.database import Transaction

LONG_PAUSE: Final = 60.0
"""Seconds that Telegram makes a chat wait; more is told."""

OFTEN: Final = 3
"""Restarts of loops within an hour from which it is told."""

LONG_WAIT: Final = 300.0
"""Seconds a participant's words may be on their way into a topic; more is told."""

HOUR: Final = 3600.0


class Felt:
    """What the loops count, over the last hour."""

    def __init__(self, spine: Spine, passed: Callable[[], float] = time.monotonic) -> None:
        """Passed: seconds that only go forward."""
        self._spine = spine
        self._passed = passed
        self._restarts: deque[float] = deque()
        self._counted = spine.counters.restarts

    def signs(self, groups: set[int]) -> list[Sign]:
        """What is wrong now, in these staff groups or in the program."""
        at = self._passed()
        found = []
        if self._spine.token.frozen_since is not None:
            found.append(Sign(Id(Wrong.FROZEN)))
        for chat, seconds in self._spine.sender.limited().items():
            if seconds > LONG_PAUSE:
                group = chat if chat in groups else 0
                found.append(Sign(Id(Wrong.SLOWED, group), seconds=seconds))
        if self._often(at):
            found.append(Sign(Id(Wrong.RESTARTS)))
        return found

    def _often(self, at: float) -> bool:
        counted = self._spine.counters.restarts
        self._restarts += [at] * (counted - self._counted)
        self._counted = counted
        while self._restarts and at - self._restarts[0] > HOUR:
            self._restarts.popleft()
        return len(self._restarts) >= OFTEN


async def stored_signs(db: Transaction, at: float) -> list[Sign]:
    """What the store shows to be wrong; `at` in Unix seconds."""
    found = []
    for group, count in (await alarms.refused_topics(db)).items():
        found.append(Sign(Id(Wrong.TOPICS_REFUSED, group), count=count))
    for group, words in (await alarms.waiting_words(db)).items():
        if at - words.since > LONG_WAIT:
            found.append(Sign(Id(Wrong.WORDS_WAIT, group), count=words.many))
    if count := await alarms.parked(db, at - HOUR):
        found.append(Sign(Id(Wrong.PARKED), count=count))
    return found
