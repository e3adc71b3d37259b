"""`python -m proof.desk_race --rounds 200`: two officers reach for one case, again and again."""

from __future__ import annotations

import asyncio
import tempfile
from collections import Counter
from pathlib import Path
from random import sample
from typing import Annotated

import typer

from proof.bench.machine import machine
from proof.desk_stage import Stage, stage


async def race(opened: Stage, rounds: int, side_by_side: int = 20) -> Counter[str]:
    """How often exactly one won, and who; `wrong` counts every other outcome."""
    found: Counter[str] = Counter()
    for start in range(0, rounds, side_by_side):
        numbers = range(start, min(rounds, start + side_by_side))
        users = [await opened.asks(f"Peserta {number}") for number in numbers]
        for user in users:
            found[await _one(opened, await opened.topic(await opened.code(user)))] += 1
    return found


async def _one(opened: Stage, thread: int) -> str:
    """One case: both press at the same moment; the winner's name, or `wrong`."""
    pair = {officer: f"Petugas {n}" for n, officer in enumerate(opened.officers[:2], start=1)}
    order = sample(sorted(pair), 2)
    told = await asyncio.gather(*(opened.take(officer, thread) for officer in order))
    won = ["JHT-" in text for text in told]
    if sum(won) != 1:
        return "wrong"
    winner, loser = (0, 1) if won[0] else (1, 0)
    name = pair[order[winner]]
    return name if name in told[loser] else "wrong"


def main(rounds: Annotated[int, typer.Option(help="How many cases.")] = 200) -> None:
    """Two officers reach for one case; 1 when a case was won by nobody or by both."""
    print(machine(), flush=True)

    async def run() -> Counter[str]:
        with tempfile.TemporaryDirectory(prefix="desk-race-") as folder:
            async with stage(Path(folder)) as opened:
                return await race(opened, rounds)

    found = asyncio.run(run())
    for name, count in sorted(found.items()):
        print(f"{name}: {count}")
    print(f"{rounds} rounds, {found['wrong']} wrong")
    raise typer.Exit(int(found["wrong"] > 0))


if __name__ == "__main__":
    typer.run(main)
