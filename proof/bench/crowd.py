"""Many participants at once, each acting when the answer to the last act has come."""

from __future__ import annotations

import asyncio
import time
from collections import deque

from proof.bench.person import Person
from sandbox.calllog import Entry
from sandbox.world import World

# Telegram takes about one message a second in one chat and our bot keeps to it, so a person
# rests this long (seconds) and somebody else takes the place: `size` people act at any time.
REST = 1.1


class Crowd:
    """`size` people waiting for an answer at any time; the closed loop of a bench."""

    def __init__(self, world: World, size: int) -> None:
        self._world = world
        self._size = size
        self._resting: deque[Person] = deque()
        self._waiting: dict[int, tuple[Person, float]] = {}
        self._known = 0
        self._running = False
        self._empty = asyncio.Event()
        self.latencies: list[float] = []

    @property
    def unanswered(self) -> int:
        return len(self._waiting)

    def heard(self, chat_id: int, _entry: Entry) -> None:
        """The listener of the call log: an answer has reached a chat."""
        found = self._waiting.pop(chat_id, None)
        if found is None:
            return
        person, since = found
        self.latencies.append(time.perf_counter() - since)
        self._resting.append(person)
        if self._running:
            # Not now: the call that answered is still being processed.
            asyncio.get_running_loop().call_soon(self._next)
        elif not self._waiting:
            self._empty.set()

    def start(self) -> None:
        """Everybody begins."""
        self._running = True
        self._empty.clear()
        for _ in range(self._size):
            self._next()

    async def stop(self, patience: float) -> None:
        """Nobody acts any more; wait until everybody is answered, at most `patience` seconds."""
        self._running = False
        if not self._waiting:
            return
        try:
            await asyncio.wait_for(self._empty.wait(), patience)
        except TimeoutError:
            return

    def _next(self) -> None:
        if not self._running:
            if not self._waiting:
                self._empty.set()
            return
        now = time.perf_counter()
        if self._resting and now - self._resting[0].acted >= REST:
            person = self._resting.popleft()
        else:
            self._known += 1
            person = Person(self._world, self._known)
        person.acted = now
        self._waiting[person.chat.id] = (person, now)
        person.act()
