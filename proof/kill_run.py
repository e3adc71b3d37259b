"""One run of the kill test: people use a bot that is killed and restarted under their hands."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from proof.bench.person import Person
from proof.bench.process import BotProcess
from proof.bench.telegram import ListeningLog, open_telegram
from sandbox.calllog import Entry
from sandbox.updates import UpdateQueue
from sandbox.world import World

KEPT = 10**7  # calls; the whole log of a run is evidence
IMPATIENT = 0.1  # share of acts that are done twice without waiting
WANDER = 0.2  # share of answers that go to any other button on the screen
# One kill in five hits a bot that is still starting, within so many seconds; the others come at
# most `LATEST` seconds after it has begun to ask for updates.
STARTING, EARLY = 0.2, 0.8
LATEST = 2.0
DOWN_AT_MOST = 0.3
LAST_ACTS = 0.5  # people go on acting this long after the last restart
QUIET = 1.0  # this long without a call means settled
PATIENCE = 60.0


class Recording(UpdateQueue):
    """The bot's queue of updates that keeps a copy of each."""

    def __init__(self) -> None:
        super().__init__()
        self.everything: list[bytes] = []

    def push_raw(self, data: bytes, lane: str = "") -> int:
        """Queue and keep."""
        self.everything.append(data)
        return super().push_raw(data, lane)


@dataclass(slots=True)
class Evidence:
    """What a run leaves behind: every update, every call, when it was killed, who still waits.

    `stopped_with` is the exit status after SIGTERM at the end.
    """

    updates: list[bytes]
    calls: list[Entry]
    kills: list[float]
    people: int
    unanswered: int
    settled: bool
    stopped_with: int
    database: Path
    counts: Counter[str] = field(default_factory=Counter)


class Crowd:
    """People who act again as soon as they are answered, some of them impatiently."""

    def __init__(self, world: World, size: int, random: Random) -> None:
        self._random = random
        self._people = {
            person.chat.id: person
            for person in (Person(world, random.getrandbits(32), WANDER) for _ in range(size))
        }
        self._open: Counter[int] = Counter()  # answers a chat still waits for
        self._acting = True

    @property
    def waiting(self) -> int:
        """People who have done something and not seen an answer to it."""
        return sum(count > 0 for count in self._open.values())

    def start(self) -> None:
        for person in self._people.values():
            self._act(person)

    def stop(self) -> None:
        self._acting = False

    def heard(self, chat_id: int, entry: Entry) -> None:
        """An answer has reached a chat."""
        # A new message answers what was typed last; a screen before it may have been replaced. One
        # that comes twice answers nothing more.
        is_last = entry.method == "sendMessage"
        self._open[chat_id] = 0 if is_last else max(0, self._open[chat_id] - 1)
        if self._acting and not self._open[chat_id]:
            asyncio.get_running_loop().call_soon(self._act, self._people[chat_id])

    def _act(self, person: Person) -> None:
        if not self._acting or self._open[person.chat.id]:
            return
        person.act()
        self._open[person.chat.id] += 1
        if self._random.random() < IMPATIENT:
            person.repeat()
            self._open[person.chat.id] += 1


async def kill_run(
    kind: str,
    folder: Path,
    seed: int,
    people: int,
    kills: int,
    settings: Mapping[str, str],
    latest: float = LATEST,
) -> Evidence:
    """Start, kill `kills` times at points the seed decides, restart each time, let it settle.

    Raises DiedError when the bot ends by itself or does not come up.
    """
    random = Random(seed)
    world = World(limits=False)
    queue = world.queue = Recording()
    crowd = Crowd(world, people, random)
    server, log = await open_telegram(crowd.heard, kept=KEPT, world=world)
    bot = BotProcess(kind, server.url, folder, settings=settings)
    try:
        bot.start()
        crowd.start()
        times = [await _kill(bot, log, world, random, latest) for _ in range(kills)]
        await bot.wait_for(log.asked)
        await asyncio.sleep(random.uniform(0, LAST_ACTS))
        crowd.stop()
        settled = await _settle(crowd, log, queue)
        bot.check()
    finally:
        # In a thread: the bot may want to say something before it goes.
        status = await asyncio.to_thread(bot.stop)
        await server.close()
    return Evidence(
        updates=queue.everything,
        calls=log.after(0),
        kills=times,
        people=people,
        unanswered=crowd.waiting,
        settled=settled,
        stopped_with=status,
        database=bot.database,
        counts=log.counts,
    )


async def _kill(
    bot: BotProcess, log: ListeningLog, world: World, random: Random, latest: float
) -> float:
    """Kill the bot while it starts or in the middle of its work, and start it again; when that was.

    Raises DiedError when it has ended by itself.
    """
    if random.random() < STARTING:
        await asyncio.sleep(random.uniform(0, EARLY))
    else:
        await bot.wait_for(log.asked)
        await asyncio.sleep(random.uniform(0, latest))
    bot.check()
    at = world.clock.now()
    bot.kill()
    await asyncio.sleep(random.uniform(0, DOWN_AT_MOST))
    log.asked.clear()
    bot.start()
    return at


async def _settle(crowd: Crowd, log: ListeningLog, queue: UpdateQueue) -> bool:
    """Wait until nothing happens any more; False when it never becomes quiet.

    A bot that forgot somebody is quiet too: it is not waited for longer than it works.
    """
    end = time.perf_counter() + PATIENCE
    calls, since = log.requests(), time.perf_counter()
    while (now := time.perf_counter()) < end:
        if log.requests() != calls or len(queue):
            calls, since = log.requests(), now
        # With the pace of one message a second, answers may come that far apart.
        if now - since > (QUIET if not crowd.waiting else 3 * QUIET):
            return True
        await asyncio.sleep(0.05)
    return False
