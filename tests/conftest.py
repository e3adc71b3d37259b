"""What every test may use: the shipped content as it stands on one fixed day."""

from __future__ import annotations

import gc
import os
import shutil
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio
from hypothesis import HealthCheck, Phase, settings
from hypothesis.vendor import pretty

from app.memory import set_aside
from editorial.ready import Ready, place_of, silent
from flows.library import Library
from sandbox.witness import WITNESSES
from tests.botapi.witness import Onlooker
from tests.kept import brief_kept, kept_for, listening, read_or_found

if TYPE_CHECKING:
    from playwright.async_api import Browser

ROOT = Path(__file__).parent.parent
TODAY = date(2026, 11, 20)

# Where Python may keep nothing that it compiled, each of the dozens of programs that tests start
# would compile all of ours again. Git does not see what is kept.
if sys.dont_write_bytecode:
    sys.dont_write_bytecode = False
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

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


ONLOOKER = Onlooker()
"""Judges every call of the bot and every object of the sandbox against the Bot API itself."""
WITNESSES.append(ONLOOKER)


def _judge(item: pytest.Item) -> None:
    """Fails the test that made what the Bot API does not know."""
    found = ONLOOKER.found(calls="sandbox" not in item.path.parts)
    if found:
        pytest.fail("not the Bot API:\n  " + "\n  ".join(found), pytrace=False)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Judges setup and test together."""
    yield
    _judge(item)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """Judges what a bot says while it is stopped."""
    yield
    _judge(item)


@pytest.hookimpl(wrapper=True)
def pytest_collection(session: pytest.Session) -> Iterator[None]:
    """What is collected stays to the end: nobody need search it for garbage again and again."""
    gc.disable()
    try:
        yield
    finally:
        set_aside()
        gc.enable()


@pytest.fixture(scope="session")
def today() -> date:
    return TODAY


Kept = Callable[[date], Path]
"""Day → a copy of the shipped content that a bot of that day finds read. Nobody changes it."""


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of all workers of this run."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def library(shared: Path) -> Library:
    """With its ears, so bots that begin with this library have them.

    It stays to the end: nobody need search it for garbage again and again.
    """
    found = read_or_found(shared, TODAY)
    set_aside()
    return found


@pytest.fixture(scope="session")
def kept(shared: Path, library: Library) -> Kept:
    return lambda day: kept_for(shared, day, library)


@pytest.fixture(scope="session")
def brief_content(shared: Path) -> Path:
    """The shipped content in few words (`few_words`), kept for `TODAY`. Nobody changes it."""
    return brief_kept(shared, TODAY)


@pytest.fixture(scope="session")
def brief_library(brief_content: Path) -> Library:
    """What `brief_content` holds."""
    ready = Ready(brief_content, place_of(brief_content, brief_content), silent)
    return ready.find(ready.fingerprint(TODAY)) or listening(brief_content, TODAY)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """One for all tests: starting and ending it takes more CPU than most of them."""
    from tests.chromium import launched  # only who needs it waits for the import

    async with launched() as opened:
        yield opened


@pytest.fixture
def content(tmp_path: Path, brief_content: Path) -> Path:
    """A copy of the shipped content in few words, for this test to change."""
    return Path(shutil.copytree(brief_content, tmp_path / "content"))
