"""`python -m proof.backlog`: after a day's outage, and in the flood of one person.

While the bot is away, so many people write three times each, 20 hours ago. Then the bot starts, at
30 sends a second, and somebody new writes. Measured is how soon they are answered and how many
answers each of the others gets. Then one person writes 200 times without a pause and asks something
serious; the bot is killed in the middle, and somebody else writes meanwhile.
"""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from proof.bench.machine import machine
from proof.bench.process import OURS, BotProcess, tidy_on_sigterm
from proof.bench.telegram import TOKEN
from sandbox import speaking
from sandbox.client import Sim
from sandbox.clock import Clock
from sandbox.server import Server, start
from sandbox.world import World

AWAY = 20 * 3600.0
"""Seconds the bot was away."""

WAITED = ("halo", "berapa lama jht cair?", "kok tidak dijawab")
SERIOUS = "penipuan, saya diminta OTP"
WARNING = "OTP"
SORRY = "kami baru kembali"

PATIENCE = 600.0
"""Seconds after which the proof gives up."""

SOON = 5.0
"""Seconds within which somebody new must be answered."""

SERIOUSLY_SOON = 12.0
"""Seconds within which a serious question must be answered, whatever was written before it."""


class Yesterday(Clock):
    """The sandbox's time as long as the bot is away."""

    def now(self) -> float:
        return super().now() - AWAY


@dataclass(frozen=True)
class Backlog:
    """What became of a backlog. Seconds; `answers`: how many people got so many messages."""

    new: float
    all_answered: float
    answers: Counter[int]
    sorry: Counter[int]


@dataclass(frozen=True)
class Flood:
    """What became of a flood. Seconds, since the serious words or since the bot is back."""

    serious: float
    other: float
    answers: int


async def backlog(folder: Path, people: int, rate: float) -> Backlog:
    """Somebody new after a day on which everybody wrote three times."""
    world = World()
    world.clock = Yesterday()
    async with _stage(folder, world, rate) as (sim, bot):
        waiting = [await sim.user(f"Orang {number}") for number in range(people)]
        for words in WAITED:
            for user in waiting:
                speaking.say(world, world.user(user), words)
        newcomer = await sim.user("Bu Baru")
        world.clock = Clock()
        bot.start()
        await sim.wait_ready(30)
        begun = time.monotonic()
        speaking.say(world, world.user(newcomer), "mau klaim jht")
        new = await _answered(world, newcomer, begun)
        await _until(lambda: all(_told(world, user) for user in waiting))
        everybody = time.monotonic() - begun
        await asyncio.sleep(5)  # whatever else is on its way
        told = [_told(world, user) for user in waiting]
        return Backlog(
            new, everybody,
            Counter(len(one) for one in told),
            Counter(sum(SORRY in text for text in one) for one in told),
        )  # fmt: skip


async def flood(folder: Path, messages: int, rate: float, *, killed: bool) -> Flood:
    """One person's messages without a pause, then a serious one; somebody else in between."""
    world = World()
    async with _stage(folder, world, rate) as (sim, bot):
        bot.start()
        await sim.wait_ready(30)
        one, other = await sim.user("Pak Deras"), await sim.user("Bu Lain")
        for number in range(messages):
            speaking.say(world, world.user(one), f"halo {number}")
        begun = time.monotonic()
        speaking.say(world, world.user(one), SERIOUS)
        if killed:
            await asyncio.sleep(0.2)
            bot.kill()
            bot.start()
            await sim.wait_ready(120)
            begun = time.monotonic()
        speaking.say(world, world.user(other), "mau klaim jht")
        theirs = asyncio.create_task(_answered(world, other, begun))
        serious = await _answered(world, one, begun, WARNING)
        return Flood(serious, await theirs, len(_told(world, one)))


@asynccontextmanager
async def _stage(folder: Path, world: World, rate: float) -> AsyncIterator[tuple[Sim, BotProcess]]:
    server: Server = await start("127.0.0.1", 0, token=TOKEN, state=world)
    bot = BotProcess(OURS, server.url, folder, settings={"SENDS_PER_SECOND": str(rate)})
    try:
        async with Sim(server.url) as sim:
            yield sim, bot
    finally:
        bot.stop()
        await server.close()


def _told(world: World, user: int) -> list[str]:
    """What the bot wrote to somebody."""
    messages = world.chats[user].messages.values()
    return [one.body.get("text", "") for one in messages if one.by_bot]


async def _answered(world: World, user: int, begun: float, words: str = "") -> float:
    """Seconds until the bot has said this to somebody."""
    await _until(lambda: any(words in text for text in _told(world, user)))
    return time.monotonic() - begun


async def _until(look: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not look():  # noqa: ASYNC110 - the sandbox has no event for it
            await asyncio.sleep(0.05)


def main(
    people: Annotated[int, typer.Option(help="People who wrote three times each.")] = 1000,
    messages: Annotated[int, typer.Option(help="Messages of the flood.")] = 200,
    rate: Annotated[float, typer.Option(help="Sends a second.")] = 30.0,
) -> None:
    """Print both; exit 1 when somebody waits too long or is told too often."""
    with tidy_on_sigterm(), tempfile.TemporaryDirectory() as folder:
        print(machine())
        found = asyncio.run(backlog(Path(folder) / "backlog", people, rate))
        print(
            f"{people * len(WAITED)} updates of {people} people, {AWAY / 3600:g} hours old:"
            f" somebody new answered after {found.new:.1f} s, everybody after"
            f" {found.all_answered:.0f} s"
        )
        print(f"answers per person: {_counted(found.answers)}; sorry: {_counted(found.sorry)}")
        floods = [
            asyncio.run(flood(Path(folder) / f"flood{killed}", messages, rate, killed=killed))
            for killed in (False, True)
        ]
    for killed, one in zip(("", ", killed in the middle, from the restart"), floods, strict=True):
        print(
            f"flood of {messages}{killed}: serious question answered after {one.serious:.1f} s,"
            f" somebody else after {one.other:.1f} s; {one.answers} answers"
        )
    late = found.new > SOON or max(found.answers) > 2 or max(found.sorry) > 1
    if late or any(one.serious > SERIOUSLY_SOON for one in floods):
        raise typer.Exit(1)


def _counted(counts: Counter[int]) -> str:
    found: Sequence[tuple[int, int]] = sorted(counts.items())
    return ", ".join(f"{times} times {people}" for times, people in found)


if __name__ == "__main__":
    typer.run(main)
