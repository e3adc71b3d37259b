"""`python -m proof.foreign`: fetches the newest libraries, walks their bots, prints the table.

Exit status 0 when every step of every program was right, 1 when not, 2 when none could be fetched.
"""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from proof.foreign.kits import KITS, Kit, MissingError
from proof.foreign.programs import PROGRAMS
from proof.foreign.visit import Visit, visit


def main(
    only: Annotated[str, typer.Option(help="Only programs whose name has this in it.")] = "",
    kept: Annotated[Path | None, typer.Option(help="Where to put it all, and leave it.")] = None,
) -> None:
    """Unmodified bots on five libraries against the sandbox."""
    with tempfile.TemporaryDirectory(prefix="foreign-") as folder:
        raise typer.Exit(asyncio.run(_all(only, kept or Path(folder))))


async def _all(only: str, folder: Path) -> int:
    wanted = [program for program in PROGRAMS if only in program.name]
    visits: list[Visit] = []
    missing: dict[str, str] = {}
    for name in dict.fromkeys(program.kit for program in wanted):
        kit: Kit = KITS[name](name, folder / name)
        try:
            await asyncio.to_thread(kit.install)
        except MissingError as why:
            missing[name] = str(why)
            continue
        for program in (one for one in wanted if one.kit == name):
            place = folder / "runs" / name / Path(program.file).stem
            place.mkdir(parents=True)
            visits.append(await visit(kit, program, place))
            print(_row(visits[-1]), flush=True)
    _summary(visits, missing)
    if not visits:
        return 2
    return 0 if not missing and all(one.right == one.steps for one in visits) else 1


def _row(one: Visit) -> str:
    return f"| {one.program.name} | {one.version} | {one.right} of {one.steps} | {one.why} |"


def _summary(visits: list[Visit], missing: dict[str, str]) -> None:
    right, steps = sum(one.right for one in visits), sum(one.steps for one in visits)
    whole = sum(one.right == one.steps for one in visits)
    print(f"\n{right} of {steps} steps right; {whole} of {len(visits)} programs to their end")
    for name, why in missing.items():
        print(f"{name}: not run. {why}")


if __name__ == "__main__":
    typer.run(main)
