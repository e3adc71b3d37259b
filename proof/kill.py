"""`python -m proof.kill --runs 200`: kill -9 under load, again and again, and look what is lost.

`--bot ptb-echo` runs the same load against stock python-telegram-bot polling.
"""

from __future__ import annotations

import asyncio
import logging
import shutil
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from random import Random
from typing import Annotated

import typer

from proof.bench.machine import machine
from proof.bench.process import ECHO, OURS, ROOT, DiedError, tidy_on_sigterm
from proof.kill_check import Findings, check
from proof.kill_check import keep as keep_evidence
from proof.kill_run import Evidence, kill_run
from proof.oracle import Oracle

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


@dataclass(frozen=True, slots=True)
class Options:
    """What is run: see `main`."""

    runs: int
    people: int
    jobs: int
    seed: int
    pace: float
    bot: str
    content: Path
    keep: Path | None


class Bot(StrEnum):
    """The bots that can be killed."""

    OURS = OURS
    ECHO = ECHO


def main(
    runs: Annotated[int, typer.Option(help="How many runs.")] = 200,
    people: Annotated[int, typer.Option(help="How many write in one run.")] = 200,
    jobs: Annotated[int, typer.Option(help="Runs at the same time.")] = 2,
    seed: Annotated[int, typer.Option(help="Of the first run.")] = 1,
    pace: Annotated[
        float, typer.Option(help="SENDS_PER_SECOND of our bot; Telegram allows 30.")
    ] = 30.0,
    bot: Annotated[Bot, typer.Option(help="Which bot.")] = Bot.OURS,
    content: Annotated[Path, typer.Option(envvar="CONTENT", help="The content.")] = Path("content"),
    keep: Annotated[Path | None, typer.Option(help="Folder for what failed runs leave.")] = None,
) -> None:
    """kill -9 under load; 1 when anybody has no answer or anything is wrong, 2 for no bot."""
    # The sandbox reports every connection that a kill cuts; here that is the point.
    logging.getLogger("aiohttp.server").setLevel(logging.CRITICAL)
    print(machine(), flush=True)
    options = Options(runs, people, jobs, seed, pace, bot.value, content, keep)
    try:
        with tidy_on_sigterm():
            total = asyncio.run(run_all(options))
    except DiedError as died:
        print(died)
        raise typer.Exit(2) from None
    print(summary(total))
    raise typer.Exit(int(bool(total.failed)))


async def run_all(options: Options) -> Total:
    """All runs, `options.jobs` at a time, on a copy of the content: editors may go on meanwhile."""
    with tempfile.TemporaryDirectory(prefix="kill-content-") as copy:
        content = Path(shutil.copytree(ROOT / options.content, Path(copy) / "content"))
        series = Series(options, content, date.today())
        seeds = iter(range(options.seed, options.seed + options.runs))
        await asyncio.gather(*(series.run_each(seeds) for _ in range(options.jobs)))
        return series.total


class Series:
    """Runs with the same options, each with a seed, a bot and a sandbox of its own."""

    def __init__(self, options: Options, content: Path, day: date) -> None:
        self._options = options
        self._settings = {
            "BOT_TODAY": day.isoformat(),
            "CONTENT": str(content),
            "SENDS_PER_SECOND": str(options.pace),
        }
        self._oracle = Oracle(content, day) if options.bot == OURS else None
        self.total = Total()

    async def run_each(self, seeds: Iterator[int]) -> None:
        """One run after the other for as long as there are seeds."""
        for seed in seeds:
            with tempfile.TemporaryDirectory(prefix="kill-") as folder:
                await self._run(seed, Path(folder))

    async def _run(self, seed: int, folder: Path) -> None:
        options = self._options
        began = time.perf_counter()
        kills = Random(seed).randint(1, KILLS_AT_MOST)
        evidence = await kill_run(options.bot, folder, seed, options.people, kills, self._settings)
        seconds = time.perf_counter() - began
        problems = await self._judge(evidence)
        if problems and options.keep:
            keep_evidence(folder, evidence, problems)
            shutil.copytree(folder, options.keep / f"seed-{seed}", dirs_exist_ok=True)
        _say(seed, self.total, evidence, problems, seconds)

    async def _judge(self, evidence: Evidence) -> list[str]:
        total = self.total
        problems = []
        if evidence.unanswered:
            problems.append(f"{evidence.unanswered} of {evidence.people} people without an answer")
        if self._oracle is not None:
            # In a thread with a loop of its own: other runs go on without a pause.
            stories = await asyncio.to_thread(asyncio.run, self._oracle.stories(evidence.updates))
            found = check(evidence, stories)
            total.findings.append(found)
            problems += found.problems
        total.runs += 1
        total.kills += len(evidence.kills)
        total.people += evidence.people
        total.unanswered.append(evidence.unanswered)
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
            f"screens replaced by newer ones: {sum(one.replaced for one in found)}",
        ]
    return "\n".join(lines)


def _most(groups: Iterable[Iterable[int]]) -> int:
    return max((one for group in groups for one in group), default=0)


if __name__ == "__main__":
    typer.run(main)
