"""`python -m proof.desk_load`: ordinary participants beside a staff group at Telegram's limit.

Thirty people with open cases write all the time; the group takes 20 messages a minute, as the
sandbox enforces. Measured is how long everybody else waits for the bot, from writing to seeing.
"""

from __future__ import annotations

import asyncio
import tempfile
import time
from pathlib import Path
from random import Random
from typing import Annotated

import typer

from proof.bench.machine import machine
from proof.desk_stage import Stage, stage

PAUSE = 1.5
"""Seconds between two messages of one person; Telegram lets a bot answer once a second."""

LIMIT = 0.3
"""Seconds within which 99 of 100 answers must be there."""


async def _talker(opened: Stage, user: int, end: float, random: Random) -> int:
    """Somebody with an open case who writes all the time; how many messages."""
    said = 0
    while time.monotonic() < end:
        await asyncio.sleep(random.uniform(0.5, 2 * PAUSE))
        await opened.sim.say(user, f"masih menunggu, sudah {said} kali")
        said += 1
    return said


async def _ordinary(opened: Stage, number: int, end: float, waits: list[float]) -> None:
    """Somebody without a case: writes, waits for the answer, looks at the time."""
    user = await opened.sim.user(f"Peserta {number}")
    await opened.sim.say(user, "/start")
    await opened.sim.wait_reply(user, 30)
    while time.monotonic() < end:
        await asyncio.sleep(PAUSE)
        began = time.perf_counter()
        await opened.sim.say(user, "0")
        await opened.sim.wait_reply(user, 30)
        waits.append(time.perf_counter() - began)


async def load(cases: int, others: int, seconds: float) -> tuple[list[float], int, dict[str, int]]:
    """The waits, how many messages the cases wrote, and what Telegram refused."""
    waits: list[float] = []
    with tempfile.TemporaryDirectory(prefix="desk-load-") as folder:
        async with stage(Path(folder), limits=True, settings={"SENDS_PER_SECOND": "30"}) as opened:
            users = [await opened.asks(f"Kasus {number}") for number in range(cases)]
            for user in users:
                await opened.code(user)
            end = time.monotonic() + seconds
            ordinary = [_ordinary(opened, number, end, waits) for number in range(others)]
            talkers = [_talker(opened, user, end, Random(user)) for user in users]
            done = await asyncio.gather(*talkers, *ordinary)
            calls = await opened.sim.log(chat=opened.group)
            refused = sum(entry["code"] == 429 for entry in calls)
    counts = {"group_calls": len(calls), "group_refused": refused}
    return waits, sum(said for said in done if said), counts


def main(
    cases: Annotated[int, typer.Option(help="People with an open case.")] = 30,
    others: Annotated[int, typer.Option(help="People without one.")] = 20,
    seconds: Annotated[float, typer.Option(help="How long.")] = 120,
) -> None:
    """Participants beside a staff group at Telegram's limit; 1 when they wait too long."""
    print(machine(), flush=True)
    waits, said, counts = asyncio.run(load(cases, others, seconds))
    ranked = sorted(waits)
    late = ranked[int(0.99 * (len(ranked) - 1))]
    middle = ranked[len(ranked) // 2]
    print(f"{cases} cases wrote {said} messages; {counts}")
    print(
        f"{len(waits)} answers to others: median {middle * 1000:.0f} ms, "
        f"99th {late * 1000:.0f} ms, longest {ranked[-1] * 1000:.0f} ms"
    )
    raise typer.Exit(int(late > LIMIT))


if __name__ == "__main__":
    typer.run(main)
