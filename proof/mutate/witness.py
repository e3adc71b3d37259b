"""A plugin for pytest: which tests enter which functions. `Reach` reads what it writes.

``python -m pytest -p proof.mutate.witness`` with WITNESS naming the file.
"""

from __future__ import annotations

import json
import os
import sys
from collections import defaultdict
from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, FrameType
from typing import Any, Final

import pytest

WITNESS: Final = "WITNESS"

_entered: dict[CodeType, list[str]] = defaultdict(list)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, Any, Any]:
    """One test with its fixtures; what another thread does is not seen."""
    seen: set[CodeType] = set()

    def enters(frame: FrameType, event: str, _argument: object) -> None:
        if event == "call" and frame.f_code not in seen:
            seen.add(frame.f_code)
            _entered[frame.f_code].append(item.nodeid)

    sys.setprofile(enters)
    try:
        return (yield)
    finally:
        sys.setprofile(None)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Writes {file: {function: [test, ...]}}."""
    root = Path.cwd()
    found: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for code, tests in _entered.items():
        path = Path(code.co_filename)
        if path.is_relative_to(root):
            inside = found[path.relative_to(root).as_posix()]
            known = inside.setdefault(code.co_qualname.partition(".<locals>")[0], [])
            known += [test for test in tests if test not in known]
    Path(os.environ[WITNESS]).write_text(json.dumps(found), encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Reach:
    """Which tests enter a function, by file and qualified name ("Clock.tick")."""

    tests: Mapping[str, Mapping[str, Sequence[str]]]

    @classmethod
    def read(cls, file: Path) -> Reach:
        """As the plugin wrote it; nothing where it could not."""
        return cls(json.loads(file.read_text(encoding="utf-8")) if file.exists() else {})

    def of(self, path: str, function: str) -> tuple[str, ...]:
        """The tests in the order in which they ran; none for what is outside of functions."""
        return tuple(self.tests.get(path, {}).get(function, ()))
