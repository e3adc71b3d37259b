"""The bot starts without what only other commands, or other ways of running, need."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent

ASKED = """
import sys
from tools.run import run
from tools.stopped import StoppedError

UNUSED = {"rich", "aiohttp.web", "PIL", "sandbox", "editorial.check", "yaml"}

class Given:
    @property
    def settings(self):
        raise StoppedError("no settings")

try:
    run(Given())
except StoppedError:
    print(*sorted(UNUSED & sys.modules.keys()))
import rich
"""


def test_the_start_imports_nothing_that_it_does_not_need() -> None:
    command = [sys.executable, "-c", ASKED]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert ended.stdout.split() == [], "imported at the start"
