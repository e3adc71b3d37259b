"""What every test may use: the shipped content as it stands on one fixed day."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.vendor import pretty

from editorial.load import load
from flows.library import Library

ROOT = Path(__file__).parent.parent
TODAY = date(2026, 11, 20)

# A busy machine is no failing test: how long an example takes says nothing about it.
settings.register_profile("here", deadline=None, suppress_health_check=(HealthCheck.too_slow,))
settings.load_profile("here")
# In CI the same examples every time: a change is judged by what it changed. Elsewhere new ones.
settings.register_profile("ci", derandomize=True)
# For proof.mutate: the first failing example is enough.
settings.register_profile(
    "first", derandomize=True, database=None, phases=(Phase.explicit, Phase.generate)
)
if os.environ.get("CI"):
    settings.load_profile("ci")

# A failing property test shows its arguments; all content of a library would bury the example.
pretty.for_type_by_name(
    "flows.library", "Library", lambda library, printer, _cycle: printer.text(repr(library))
)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--save", action="store_true", help="write the transcripts of the desk again")


WAITS = {"proof", "browser", "wire"}
"""Folders of tests that mostly wait for another program."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Who waits begins first: the others work meanwhile."""
    items.sort(key=lambda item: WAITS.isdisjoint(item.path.parts))


@pytest.fixture(scope="session")
def today() -> date:
    return TODAY


@pytest.fixture(scope="session")
def library() -> Library:
    loaded = load(ROOT / "content", TODAY)
    assert loaded.library is not None, "\n".join(str(problem) for problem in loaded.problems)
    _ = loaded.library.ears  # made once; bots that begin with this library have them
    return loaded.library
