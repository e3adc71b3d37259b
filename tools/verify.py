"""Everything that must hold before a change lands: style, types, import rules, content, tests.

``python -m tools.verify`` runs all of it and stops at the first that fails.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent

CHECKS = (
    ("style", ["-m", "ruff", "check", "."]),
    ("layout", ["-m", "ruff", "format", "--check", "."]),
    ("types", ["-m", "mypy"]),
    ("import rules", ["-c", "from importlinter.cli import lint_imports_command as run; run()"]),
    ("content", ["bot.py", "check"]),
    # Three on two cores: about half of their time the tests over the wire wait for each other.
    ("tests", ["-m", "pytest", "-q", "-n", "3", "--dist", "worksteal"]),
)


def main() -> int:
    """Runs the checks in order; the exit status of the first that fails, else 0."""
    for name, command in CHECKS:
        print(f"== {name}", flush=True)
        status = subprocess.run([sys.executable, *command], cwd=ROOT, check=False).returncode
        if status:
            print(f"== {name} failed", flush=True)
            return status
    return 0


if __name__ == "__main__":
    sys.exit(main())
