"""`python -m proof.ledger --schedules 2000 --seed 1`: how many schedules end in agreement."""

from __future__ import annotations

import argparse
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from functools import cache
from pathlib import Path

from editorial.load import load
from flows.library import Library
from proof.ledger.schedule import Result, play


@cache
def _library() -> Library:
    loaded = load(Path("content"), date(2026, 11, 24))
    assert loaded.library is not None, "content has problems: python bot.py check"
    return loaded.library


def _one(seed: int) -> Result:
    try:
        return play(seed, _library())
    except Exception as error:
        return Result(seed, [f"the schedule broke off: {type(error).__name__}: {error}"])


def main() -> int:
    """Play schedules; 1 when any ends in a difference."""
    parser = argparse.ArgumentParser(prog="python -m proof.ledger")
    parser.add_argument("--schedules", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--acts", action="store_true", help="say what people did")
    asked = parser.parse_args()
    seeds = range(asked.seed, asked.seed + asked.schedules)
    begun, failed, kills, calls = time.perf_counter(), 0, 0, 0
    with ProcessPoolExecutor(asked.processes) as pool:
        for result in pool.map(_one, seeds):
            kills += result.kills
            calls += result.calls
            if result.differences:
                failed += 1
                print(f"seed {result.seed}:", *result.differences, sep="\n    ", flush=True)
            if asked.acts:
                print(*result.acts, sep="\n")
    seconds = time.perf_counter() - begun
    print(f"{asked.schedules} schedules, {calls} calls, {kills} kills, {seconds:.0f} s")
    print(f"{failed} schedules with differences")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
