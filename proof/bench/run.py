"""Order of the rounds, output."""

from __future__ import annotations

import asyncio
import gc
import json
import os
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import psutil

from proof.bench.figures import Figures, figures, ratio
from proof.bench.machine import machine
from proof.bench.measure import Round, Stand
from proof.bench.micro import micro_rows
from proof.bench.process import ECHO, DiedError, tidy_on_sigterm
from proof.bench.report import fates, table

Ratios = dict[tuple[str, int], float]


@dataclass(frozen=True, slots=True)
class Options:
    """What is measured: see `proof.bench.bench`. `one_in` of the repetitions of single parts."""

    participants: str
    rounds: int
    seconds: float
    warm_up: float
    bots: Sequence[str]
    json: Path | None = None
    no_pinning: bool = False
    one_in: int = 1


def run(options: Options) -> int:
    """Measure and print; 1 when a limit is missed, 2 when a bot does not run."""
    core = None if options.no_pinning else _pin()
    where = machine()
    print(where, flush=True)
    try:
        with tidy_on_sigterm():
            rows, ratios = asyncio.run(_all(options, core))
    except DiedError as died:
        print(died)
        return 2
    micro = micro_rows(one_in=options.one_in)
    print(table(rows, ratios))
    print("\n".join(f"{name:<40} {value:>10.2f} {unit}" for name, value, unit in micro))
    judged = fates(rows, ratios)
    print("\n".join(judged))
    if options.json:
        _write(options.json, where, rows, ratios, micro)
    return int(any(line.startswith("MISSED") for line in judged))


def _pin() -> int | None:
    """Keep this process on the first core; returns the core for the bots, None for any."""
    if (os.cpu_count() or 1) < 2 or not hasattr(psutil.Process, "cpu_affinity"):
        return None
    psutil.Process().cpu_affinity([0])
    return 1


async def _all(options: Options, core: int | None) -> tuple[list[Figures], Ratios]:
    rows: list[Figures] = []
    ratios: Ratios = {}
    for size in (int(one) for one in options.participants.split(",")):
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            rounds, starts = await _one_size(options, size, Path(folder), core)
        for bot in options.bots:
            rows.append(figures(bot, size, rounds[bot], starts[bot]))
            if ECHO in rounds and bot != ECHO:
                ratios[bot, size] = ratio(rounds[bot], rounds[ECHO])
        print(table(rows[-len(options.bots) :], ratios), flush=True)
    return rows, ratios


async def _one_size(
    options: Options, size: int, folder: Path, core: int | None
) -> tuple[dict[str, list[Round]], dict[str, float]]:
    """All bots with one number of people, taking turns: A B A B ..."""
    stands: dict[str, Stand] = {}
    rounds: dict[str, list[Round]] = {bot: [] for bot in options.bots}
    try:
        for bot in options.bots:
            stands[bot] = await Stand.open(bot, folder / bot, core)
        for number in range(options.rounds + 1):
            for bot, stand in stands.items():
                gc.collect()
                seconds = options.seconds if number else options.warm_up
                done = await stand.round(size, seconds)
                if number:
                    rounds[bot].append(done)
    finally:
        for stand in stands.values():
            await stand.close()
    return rounds, {bot: stand.start_seconds for bot, stand in stands.items()}


def _write(
    path: Path,
    where: str,
    rows: Sequence[Figures],
    ratios: Ratios,
    micro: Sequence[tuple[str, float, str]],
) -> None:
    content = {
        "machine": where,
        "rows": [asdict(row) for row in rows],
        "ratios": [
            {"bot": bot, "participants": size, "cpu_to_ptb_echo": share}
            for (bot, size), share in ratios.items()
        ],
        "micro": [{"name": name, "value": value, "unit": unit} for name, value, unit in micro],
    }
    path.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
