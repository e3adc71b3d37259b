"""One bot under one load: what a round costs."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from pathlib import Path

from proof.bench.crowd import Crowd
from proof.bench.person import Person
from proof.bench.process import CONVERSATION, BotProcess, DiedError
from proof.bench.telegram import ListeningLog, open_telegram
from sandbox.calllog import Entry
from sandbox.server import Server

DRAIN_PATIENCE = 30.0
FLUSH_EVERY = 60.0  # seconds, PTB's default update_interval of a persistence
_SAMPLE = 0.25


@dataclass(slots=True)
class Round:
    """One round. Times in seconds, memory in bytes; `cpu` is of the bot, `sandbox_cpu` of the rest.

    `answered` counts updates whose answer arrived within the round or right after it; `within`
    only those of the `seconds` under load.
    """

    seconds: float
    answered: int
    within: int
    unanswered: int
    cpu: float
    sandbox_cpu: float
    requests: int
    polls: int
    memory: int
    latencies: list[float] = field(repr=False)


class Stand:
    """One bot with a sandbox of its own, kept for all rounds of one number of participants."""

    def __init__(self, bot: BotProcess, server: Server, log: ListeningLog, ear: Ear) -> None:
        self.bot = bot
        self.server = server
        self._log = log
        self._ear = ear
        self.crowd: Crowd | None = None
        self.start_seconds = 0.0

    @classmethod
    async def open(cls, kind: str, folder: Path, core: int | None) -> Stand:
        """Start the bot and wait for its first answer, which gives `start_seconds`.

        Raises DiedError when it ends or does not answer.
        """
        ear = Ear()
        server, log = await open_telegram(ear.heard)
        stand = cls(BotProcess(kind, server.url, folder, core=core), server, log, ear)
        Person(server.world, 0).act()
        began = time.perf_counter()
        stand.bot.start()
        try:
            await stand.bot.wait_for(ear.first)
        except DiedError:
            await stand.close()
            raise
        stand.start_seconds = time.perf_counter() - began
        return stand

    def crowd_of(self, size: int) -> Crowd:
        """The participants of this stand, the same through all rounds."""
        if self.crowd is None:
            self.crowd = Crowd(self.server.world, size)
            self._ear.crowd = self.crowd
        return self.crowd

    async def round(self, size: int, seconds: float) -> Round:
        """Load the bot with `size` people for `seconds`, wait until all are answered."""
        crowd = self.crowd_of(size)
        crowd.latencies = []
        requests, polls = self._log.requests(), self._log.counts["getUpdates"]
        cpu, own, began = self.bot.usage().cpu, time.process_time(), time.perf_counter()
        crowd.start()
        memory = await self._watch(seconds)
        lasted, within = time.perf_counter() - began, len(crowd.latencies)
        await crowd.stop(DRAIN_PATIENCE)
        used = self.bot.usage()
        result = Round(
            seconds=lasted,
            answered=len(crowd.latencies),
            within=within,
            unanswered=crowd.unanswered,
            cpu=used.cpu - cpu,
            sandbox_cpu=time.process_time() - own,
            requests=self._log.requests() - requests,
            polls=self._log.counts["getUpdates"] - polls,
            memory=max(memory, used.memory),
            latencies=crowd.latencies,
        )
        if self.bot.kind == CONVERSATION:
            result.cpu += await self._flush_cost() * seconds / FLUSH_EVERY
        return result

    async def _watch(self, seconds: float) -> int:
        """Let time pass; returns the most memory seen."""
        memory = 0
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            await asyncio.sleep(min(_SAMPLE, left))
            memory = max(memory, self.bot.usage().memory)
        return memory

    async def _flush_cost(self) -> float:
        """CPU seconds of writing the pickle once; PTB does it every `FLUSH_EVERY` seconds."""
        before = last = self.bot.usage().cpu
        self.bot.flush()
        await asyncio.sleep(_SAMPLE)
        while (now := self.bot.usage().cpu) > last:
            last = now
            await asyncio.sleep(_SAMPLE)
        return last - before

    async def close(self) -> None:
        await asyncio.to_thread(self.bot.stop)
        await self.server.close()


class Ear:
    """Hears every answer: notes the first, passes the others on to the crowd."""

    def __init__(self) -> None:
        self.first = asyncio.Event()
        self.crowd: Crowd | None = None

    def heard(self, chat_id: int, entry: Entry) -> None:
        self.first.set()
        if self.crowd is not None:
            self.crowd.heard(chat_id, entry)
