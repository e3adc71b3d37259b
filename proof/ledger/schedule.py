"""Schedule: people, weather and kills from one seed; then two quiet minutes, and the comparison."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Final

import structlog

from flows.library import Library
from proof.ledger import clockwork
from proof.ledger.agree import differences
from proof.ledger.people import People
from proof.ledger.stage import Stage, without_thread
from proof.ledger.wire import Weather

QUIET: Final = 120.0
"""Seconds of the bot's time after which everything must agree."""

FINE: Final[dict[str, float]] = {}
FOUL: Final = {
    "drop_before": 0.06, "drop_after": 0.06, "too_many": 0.04, "page_before": 0.03,
    "page_after": 0.04, "strange": 0.05, "refused": 0.03, "slow": 0.1,
}  # fmt: skip
"""How often what happens to a call in foul weather."""

MEMORY: Final = Path("/dev/shm")


@dataclass
class Result:
    """What one schedule came to."""

    seed: int
    differences: list[str]
    acts: list[str] = field(default_factory=list)
    kills: int = 0
    calls: int = 0


def play(seed: int, library: Library) -> Result:
    """One schedule."""
    structlog_before = structlog.get_config()
    where = MEMORY if MEMORY.is_dir() else None
    with tempfile.TemporaryDirectory(dir=where) as folder, without_thread():
        try:
            return clockwork.run(lambda passed: _play(seed, library, Path(folder), passed))
        finally:
            structlog.configure(**structlog_before)


async def _play(seed: int, library: Library, folder: Path, passed: Callable[[], float]) -> Result:
    chance = Random(seed)
    stage = Stage(library, folder, Weather(chance, FINE), passed)
    structlog.configure(processors=[stage.note])
    await stage.start()
    await asyncio.sleep(2)
    people = People(stage, chance)
    await people.open(chance.randint(1, 3))
    harsh = chance.choice((0.3, 1.0, 2.2))
    stage.weather.odds = {kind: share * harsh for kind, share in FOUL.items()}
    with_kills = chance.random() < 0.5
    for _ in range(chance.randint(10, 60)):
        await people.act()
        await asyncio.sleep(chance.expovariate(1 / 2.5))
        if with_kills and chance.random() < 0.06:
            await stage.kill()
            await asyncio.sleep(chance.uniform(0.0, 15.0))
            await stage.start()
    stage.weather.odds = FINE
    await asyncio.sleep(QUIET)
    found = list(differences(stage, people))
    await stage.kill()
    return Result(seed, found, people.acts, stage.kills - 1, stage.world.log.last)
