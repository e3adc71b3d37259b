"""Draw mutants, judge them side by side, report."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from random import Random
from typing import Annotated, Final

import typer

from proof.bench.machine import machine
from proof.mutate.areas import AREAS, files, tests_of
from proof.mutate.equivalent import EQUIVALENT
from proof.mutate.mutants import Mutant, mutants_of
from proof.mutate.scratch import ROOT, Fate, Run, Scratch
from proof.mutate.witness import Reach

GOAL: Final = 0.96
"""Share of the mutants that must be killed."""

_PATIENCE: Final = 5
"""A run may take this many times what its tests need without a mutant, and no less than:"""
_LEAST_SECONDS: Final = 30.0

Judged = tuple[Mutant, Run]


class NotGreenError(Exception):
    """The tests fail without any mutant: nothing can be said."""


def judge(
    root: Path,
    mutants: Sequence[Mutant],
    tests: Callable[[str], tuple[str, ...]],
    tell: Callable[[Mutant, Run], None],
    jobs: int = 2,
) -> list[Judged]:
    """Run the tests of every mutant, `jobs` side by side, each in a copy of the tree.

    Raises NotGreenError when tests fail on the copy before anything is changed.
    """
    with tempfile.TemporaryDirectory(prefix="mutants-") as place:
        first = Scratch(root, Path(place) / "0")
        paths = {mutant.path for mutant in mutants}
        known = _unchanged(first, paths, {tests(path) for path in paths})
        free: SimpleQueue[Scratch] = SimpleQueue()
        free.put(first)
        for number in range(1, jobs):
            free.put(_twin(first, Path(place) / str(number), paths))

        def one(mutant: Mutant) -> Judged:
            scratch = free.get()
            try:
                scratch.write(mutant.path, mutant.text)
                run = _run(scratch, mutant, tests(mutant.path), known[tests(mutant.path)])
                scratch.restore(mutant.path)
            finally:
                free.put(scratch)
            tell(mutant, run)
            return mutant, run

        with ThreadPoolExecutor(jobs) as pool:
            return list(pool.map(one, mutants))


@dataclass(frozen=True, slots=True)
class _Unchanged:
    """How tests behave while nothing is changed: who enters what, and how long they may take."""

    seconds: float
    reach: Reach


def _unchanged(
    scratch: Scratch, paths: set[str], suites: set[tuple[str, ...]]
) -> dict[tuple[str, ...], _Unchanged]:
    """Each set of tests, run once; all files stand as mutants will be written."""
    for path in paths:
        scratch.restore(path)
    known: dict[tuple[str, ...], _Unchanged] = {}
    for suite in sorted(suites):
        run = scratch.run(suite, None, witness=True)
        if run.fate is not Fate.SURVIVED:
            raise NotGreenError(run.output)
        known[suite] = _Unchanged(max(_LEAST_SECONDS, _PATIENCE * run.seconds), scratch.reach())
    return known


def _run(scratch: Scratch, mutant: Mutant, suite: tuple[str, ...], known: _Unchanged) -> Run:
    """First those who enter the changed function; then all, for what entered it unseen."""
    near = known.reach.of(mutant.path, mutant.function)
    if near:
        run = scratch.run(near, known.seconds)
        if run.fate is not Fate.SURVIVED:
            return run
    return scratch.run(suite, known.seconds)


def _twin(first: Scratch, folder: Path, paths: set[str]) -> Scratch:
    twin = Scratch(first.folder, folder, compiled=True)
    for path in paths:
        twin.restore(path)
    return twin


def main(
    runs: Annotated[int, typer.Option(help="How many mutants; 0: all of them.")] = 200,
    seed: Annotated[int, typer.Option(help="Another seed draws other mutants.")] = 1,
    only: Annotated[str, typer.Option(help="Only files whose path starts with this.")] = "",
    jobs: Annotated[int, typer.Option(help="Mutants side by side.")] = 2,
) -> None:
    """Change one thing in the code, run the tests that can see it, and count what they miss."""
    possible = [mutant for path in files(ROOT, only) for mutant in mutants_of(ROOT, path)]
    drawn = Random(seed).sample(possible, min(runs or len(possible), len(possible)))
    print(machine(), flush=True)
    print(f"{len(drawn)} of {len(possible)} mutants, seed {seed}", flush=True)
    for source, tests in AREAS:
        print(f"  {source:<16} {' '.join(tests)}", flush=True)
    try:
        judged = judge(ROOT, drawn, tests_of, _tell, jobs)
    except NotGreenError as red:
        print(f"{red}\nThe tests fail without a mutant.")
        raise typer.Exit(2) from None
    raise typer.Exit(report(judged))


def _tell(mutant: Mutant, run: Run) -> None:
    by = f" by {run.killer}" if run.killer else ""
    print(f"{run.fate} {run.seconds:5.1f} s  {mutant}{by}", flush=True)


def report(judged: Sequence[Judged]) -> int:
    """Print the figures and the survivors; 1 when fewer than the goal were killed."""
    counted = Counter(run.fate for _mutant, run in judged)
    alive = [mutant for mutant, run in judged if run.fate is Fate.SURVIVED]
    same = [mutant for mutant in alive if mutant.key in EQUIVALENT]
    open_ = [mutant for mutant in alive if mutant.key not in EQUIVALENT]
    print()
    for mutant in open_:
        print(f"SURVIVED {mutant}\n    {mutant.source}\n    seen by {tests_of(mutant.path)}")
    for mutant in same:
        print(f"EQUIVALENT {mutant}\n    {EQUIVALENT[mutant.key]}")
    share = 1 - len(open_) / max(1, len(judged) - len(same))
    print(
        f"{len(judged)} mutants: {counted[Fate.KILLED]} killed, {counted[Fate.TIMEOUT]} ended by "
        f"the clock, {len(same)} equivalent, {len(open_)} survived; {share:.1%} noticed"
    )
    return int(share < GOAL)


def command() -> None:
    """The command line."""
    typer.run(main)
