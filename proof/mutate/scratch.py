"""A copy of the tree in which mutants are written and tested; the working tree is never touched."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from proof.mutate.mutants import plain_copy
from proof.mutate.witness import WITNESS, Reach

ROOT: Final = Path(__file__).parent.parent.parent
_LEFT_OUT: Final = shutil.ignore_patterns(".git", ".venv", "__pycache__", ".*_cache", "*.db*")
_PYTEST: Final = (
    "-m", "pytest", "-x", "-q", "--no-header", "--tb=line", "-p", "no:randomly",
    "-p", "no:cacheprovider", "--hypothesis-profile=first",
)  # fmt: skip
_FAILED: Final = re.compile(r"^(?:FAILED|ERROR) (.+?)(?: - .*)?$", re.MULTILINE)


class Fate(StrEnum):
    """What became of a mutant."""

    KILLED = "killed"
    TIMEOUT = "timeout"
    SURVIVED = "survived"


@dataclass(frozen=True, slots=True)
class Run:
    """One run of tests: its fate as a mutant's, the test that failed first, seconds, output."""

    fate: Fate
    killer: str
    seconds: float
    output: str


class Scratch:
    """One copy of the tree."""

    def __init__(self, root: Path, folder: Path, *, compiled: bool = False) -> None:
        """A copy of `root` in `folder`; `compiled` with what Python keeps beside the sources."""
        self.folder = folder
        self._seen = folder.with_name(f"{folder.name}-seen.json")
        self._written = 0
        self._plain: dict[str, str] = {}
        shutil.copytree(root, folder, ignore=None if compiled else _LEFT_OUT, symlinks=True)

    def reach(self) -> Reach:
        """Who entered what in the last run with a witness."""
        return Reach.read(self._seen)

    def restore(self, path: str) -> None:
        """Put a file as mutants are written, with nothing changed; as it was when copied."""
        if path not in self._plain:
            self._plain[path] = plain_copy((self.folder / path).read_text(encoding="utf-8"))
        self.write(path, self._plain[path])

    def write(self, path: str, text: str) -> None:
        """Put a text in place of a file, so that no compiled copy of another text fits it."""
        target = self.folder / path
        target.write_text(text, encoding="utf-8")
        self._written += 1
        stamp = time.time() + 10 * self._written
        os.utime(target, (stamp, stamp))

    def run(self, tests: Sequence[str], seconds: float | None, *, witness: bool = False) -> Run:
        """Run tests until the first fails, for at most `seconds`.

        witness: note who enters what, for `reach`, and keep what Python compiled.
        """
        environment = dict(os.environ)
        environment.pop("CI", None)
        if witness:
            environment |= {WITNESS: str(self._seen), "PYTHONPATH": str(ROOT)}
        else:
            environment["PYTHONDONTWRITEBYTECODE"] = "1"
        options = (*_PYTEST, *(("-p", "proof.mutate.witness") if witness else ()))
        begun = time.monotonic()
        process = subprocess.Popen(
            [sys.executable, *options, *tests],
            cwd=self.folder,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        try:
            output, _ = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            return Run(Fate.TIMEOUT, "", time.monotonic() - begun, "")
        took = time.monotonic() - begun
        if process.returncode == 0:
            return Run(Fate.SURVIVED, "", took, output)
        first = _FAILED.search(output)
        return Run(Fate.KILLED, first[1] if first else "import", took, output)
