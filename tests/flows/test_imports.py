"""A moment of a conversation needs no reader of files and no checker."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PULLED = "import sys, flows.{room}; print(*{{name.partition('.')[0] for name in sys.modules}})"


def pulled_by(room: str) -> set[str]:
    """The top-level packages that importing a room of flows brings along, in a fresh process."""
    command = [sys.executable, "-c", PULLED.format(room=room)]
    return set(
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split()
    )


def test_a_scene_pulls_no_reader_and_no_checker() -> None:
    pulled = pulled_by("scene")
    assert "flows" in pulled
    assert not pulled & {
        "editorial",
        "handlers",
        "store",
        "loops",
        "app",
        "yaml",
        "telegram",
        "aiosqlite",
    }
