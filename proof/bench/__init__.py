"""`python bot.py bench`: our bot and stock bots under the same load, side by side in one run.

Who runs where: the sandbox and the people who use it share one process (they talk to each other
in memory), every bot is a process of its own. On Linux with two cores or more the sandbox is
kept on the first core and the bots on the second; only one bot is under load at a time.
"""

from __future__ import annotations

from collections.abc import Sequence


def main(argv: Sequence[str]) -> int:
    """Run the bench with command line arguments; returns the exit status."""
    from proof.bench.run import run

    return run(argv)
