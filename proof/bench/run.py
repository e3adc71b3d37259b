"""Options, order of the rounds, output."""

from __future__ import annotations

import argparse
import asyncio
import gc
import json
import os
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import psutil

from proof.bench.figures import Figures, figures, ratio
from proof.bench.machine import machine
from proof.bench.measure import Round, Stand
from proof.bench.micro import micro_rows
from proof.bench.process import BOTS, ECHO, OURS, DiedError, tidy_on_sigterm
from proof.bench.report import fates, table

Ratios = dict[tuple[str, int], float]


def _options(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python bot.py bench", description=__doc__)
    parser.add_argument(
        "--participants", default="1,50,500,2000", help="people waiting for an answer at a time"
    )
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=10.0, help="length of a round")
    parser.add_argument("--warm-up", type=float, default=2.0, help="seconds before, not measured")
    parser.add_argument("--bots", default=f"{OURS},{ECHO}", help=f"of {','.join(BOTS)}")
    parser.add_argument("--json", type=Path, help="also write every figure to this file")
    parser.add_argument("--quick", action="store_true", help="a short look: 1,50 people, 1 round")
    parser.add_argument("--no-pinning", action="store_true", help="let the system place processes")
    options = parser.parse_args(argv)
    if options.quick:
        options.participants, options.rounds, options.seconds = "1,50", 1, 2.0
    options.bots = options.bots.split(",")
    if unknown := set(options.bots) - set(BOTS):
        parser.error(f"no bot {', '.join(sorted(unknown))}; there are {', '.join(BOTS)}")
    return options


def run(argv: Sequence[str]) -> int:
    """Measure and print; 1 when a limit is missed, 2 when a bot does not run."""
    options = _options(argv)
    core = None if options.no_pinning else _pin()
    where = machine()
    print(where, flush=True)
    try:
        with tidy_on_sigterm():
            rows, ratios = asyncio.run(_all(options, core))
    except DiedError as died:
        print(died)
        return 2
    micro = micro_rows()
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


async def _all(options: argparse.Namespace, core: int | None) -> tuple[list[Figures], Ratios]:
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
    options: argparse.Namespace, size: int, folder: Path, core: int | None
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
