"""`python -m proof.bench`: the same as `python bot.py bench`."""

import typer

from proof.bench import bench

typer.run(bench)
