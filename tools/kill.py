"""`python -m tools.kill --runs 200`: kill -9 under load, again and again, and look what is lost.

`--bot ptb-echo` runs the same load against stock python-telegram-bot polling.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from random import Random

from tools.bench.machine import machine
from tools.bench.process import ECHO, OURS, ROOT, DiedError, tidy_on_sigterm
from tools.kill_check import Findings, check, keep
from tools.kill_run import Evidence, kill_run
from tools.oracle import Oracle, Story

KILLS_AT_MOST = 3


@dataclass(slots=True)
class Total:
    """All runs together."""

    runs: int = 0
    kills: int = 0
    people: int = 0
    unanswered: list[int] = field(default_factory=list)
    findings: list[Findings] = field(default_factory=list)
    failed: int = 0


def _options(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.kill", description=__doc__)
    parser.add_argument("--runs", type=int, default=200)
    parser.add_argument("--people", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1, help="of the first run")
    parser.add_argument(
        "--pace", type=float, default=30.0, help="SENDS_PER_SECOND of our bot; Telegram allows 30"
    )
    parser.add_argument("--bot", choices=(OURS, ECHO), default=OURS)
    parser.add_argument("--content", type=Path, default=Path(os.environ.get("CONTENT", "content")))
    parser.add_argument("--keep", type=Path, help="folder for what failed runs leave behind")
    return parser.parse_args(argv)


def main(argv: Sequence[str] | None = None) -> int:
    """Run and print; 1 when anybody stayed without an answer or anything is wrong, 2 for no bot."""
    options = _options(sys.argv[1:] if argv is None else argv)
    # The sandbox reports every connection that a kill cuts; here that is the point.
    logging.getLogger("aiohttp.server").setLevel(logging.CRITICAL)
    print(machine(), flush=True)
    try:
        with tidy_on_sigterm():
            total = asyncio.run(run_all(options))
    except DiedError as died:
        print(died)
        return 2
    print(summary(total))
    return int(bool(total.failed))


async def run_all(options: argparse.Namespace) -> Total:
    """All runs, one after the other, on a copy of the content: editors may go on meanwhile."""
    with tempfile.TemporaryDirectory(prefix="kill-content-") as copy:
        content = Path(shutil.copytree(ROOT / options.content, Path(copy) / "content"))
        return await _runs(options, content, date.today())


async def _runs(options: argparse.Namespace, content: Path, day: date) -> Total:
    settings = {
        "BOT_TODAY": day.isoformat(),
        "CONTENT": str(content),
        "SENDS_PER_SECOND": str(options.pace),
    }
    oracle = Oracle(content, day) if options.bot == OURS else None
    total = Total()
    for seed in range(options.seed, options.seed + options.runs):
        began = time.perf_counter()
        kills = Random(seed).randint(1, KILLS_AT_MOST)
        with tempfile.TemporaryDirectory(prefix="kill-") as name:
            folder = Path(name)
            evidence = await kill_run(options.bot, folder, seed, options.people, kills, settings)
            problems = await _judge(total, evidence, oracle)
            if problems and options.keep:
                keep(folder, evidence, problems)
                shutil.copytree(folder, options.keep / f"seed-{seed}", dirs_exist_ok=True)
        _say(seed, total, evidence, problems, time.perf_counter() - began)
    return total


async def _judge(total: Total, evidence: Evidence, oracle: Oracle | None) -> list[str]:
    total.runs += 1
    total.kills += len(evidence.kills)
    total.people += evidence.people
    total.unanswered.append(evidence.unanswered)
    problems = []
    if evidence.unanswered:
        problems.append(f"{evidence.unanswered} of {evidence.people} people without an answer")
    if oracle is not None:
        stories: Mapping[int, Story] = await oracle.stories(evidence.updates)
        found = check(evidence, stories)
        total.findings.append(found)
        problems += found.problems
    total.failed += bool(problems)
    return problems


def _say(
    seed: int, total: Total, evidence: Evidence, problems: Sequence[str], seconds: float
) -> None:
    twice = ""
    if total.findings:
        last = total.findings[-1]
        twice = f", twice: {last.seen_twice} seen, {last.repeated_edits}+{last.repeated_taps} not"
    print(
        f"run {total.runs} (seed {seed}): {len(evidence.kills)} kills, "
        f"{len(evidence.updates)} updates, {evidence.unanswered} without an answer{twice}, "
        f"{seconds:.1f} s",
        flush=True,
    )
    for problem in problems[:5]:
        print(f"  {problem}")
    if len(problems) > 5:
        print(f"  and {len(problems) - 5} more")


def summary(total: Total) -> str:
    """The figures of all runs."""
    left = total.unanswered
    lines = [
        f"{total.runs} runs, {total.kills} kills, {total.failed} runs with problems",
        f"without an answer for good: {sum(left)} of {total.people} people "
        f"(a run: {sum(left) / max(1, len(left)):.1f} on average, {max(left, default=0)} at most)",
    ]
    found = total.findings
    if found:
        lines += [
            f"{sum(one.updates for one in found)} updates, {sum(one.calls for one in found)} calls",
            f"messages seen twice: {sum(one.seen_twice for one in found)}, at most "
            f"{_most(one.seen_per_kill.values() for one in found)} after one kill in all chats, "
            "never two in one chat (that is a problem)",
            f"repeated unseen: {sum(one.repeated_edits for one in found)} edits, "
            f"{sum(one.repeated_taps for one in found)} acknowledgements; all repetitions: at most "
            f"{_most(one.per_kill.values() for one in found)} after one kill",
            f"marked uncertain: {sum(one.uncertain for one in found)}",
        ]
    return "\n".join(lines)


def _most(groups: Iterable[Iterable[int]]) -> int:
    return max((one for group in groups for one in group), default=0)


if __name__ == "__main__":
    sys.exit(main())
