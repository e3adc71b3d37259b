"""A test whose bot calls what the Bot API does not know fails, and says what it is."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
STRAYS = """
from sandbox.calllog import CallLog

def test_strays():
    log = CallLog()
    log.end(log.begin(0, "editMessageText", {"text": "a", "message_thread_id": 5}), 0, 200, True)

def test_does_not():
    log = CallLog()
    log.end(log.begin(0, "editMessageText", {"text": "a"}), 0, 200, True)
"""


def test_the_test_that_strays_fails(tmp_path: Path) -> None:
    """The hooks of `tests/conftest.py` themselves, in a run of their own."""
    (tmp_path / "test_it.py").write_text(STRAYS, "utf-8")
    run = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-q", "-p", "tests.conftest", "-p", "no:randomly"),
            *("-c", str(ROOT / "pyproject.toml"), "--rootdir", str(tmp_path), str(tmp_path)),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "not the Bot API:" in run.stdout
    assert "editMessageText: message_thread_id is unknown to EditMessageText" in run.stdout
    assert "1 failed, 1 passed" in run.stdout
