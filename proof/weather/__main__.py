"""`python -m proof.weather`: sixteen kinds of bad weather over the real program."""

from __future__ import annotations

import asyncio
import tempfile
import time
from pathlib import Path
from typing import Annotated

import typer

from proof.bench.process import DiedError
from proof.desk_stage import StuckError, stage
from proof.weather.kinds import KINDS, Kind
from proof.weather.scene import WrongError
from sandbox.client import SimError


async def _one(kind: Kind) -> str:
    """What was wrong; "" when all was right."""
    with tempfile.TemporaryDirectory(prefix="weather-") as folder:
        async with stage(Path(folder), settings={"SENDS_PER_SECOND": "30"}) as opened:
            try:
                await kind(opened)
            except (WrongError, StuckError, SimError, DiedError) as wrong:
                return str(wrong).splitlines()[0]
    return ""


def main(
    only: Annotated[str, typer.Option(help="Those with this in their name.")] = "",
) -> None:
    """Play each kind of weather; 1 when anything came out wrong."""
    wrong = 0
    for name, kind in KINDS.items():
        if only not in name:
            continue
        began = time.monotonic()
        found = asyncio.run(_one(kind))
        wrong += bool(found)
        print(f"{'WRONG' if found else 'right'}  {name} ({time.monotonic() - began:.0f} s) {found}")
    print(f"{wrong} wrong")
    raise typer.Exit(int(wrong > 0))


if __name__ == "__main__":
    typer.run(main)
