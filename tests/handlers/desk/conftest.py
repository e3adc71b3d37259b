"""A desk at work, without a wire and without waiting (see `at_desk`)."""

from __future__ import annotations

import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from flows.library import Library
from tests.handlers.desk.at_desk import AtDesk, open_desk
from tests.handlers.desk.transcript import by_id

MEMORY = Path("/dev/shm")


@pytest.fixture(scope="session")
def named_by_id(library: Library) -> Library:
    """The content in which every text says its own name; its ears are made once."""
    return by_id(library)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """Where the database lies: in memory where the system has such a disk.

    Every act commits, and a commit waits for the disk: half of the time of these tests.
    """
    if not MEMORY.is_dir():
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(dir=MEMORY) as made:
        yield Path(made)


@pytest.fixture
async def desk(folder: Path, library: Library) -> AsyncIterator[AtDesk]:
    async with open_desk(folder, library) as opened:
        yield opened


@pytest.fixture
async def jember(folder: Path, library: Library) -> AsyncIterator[AtDesk]:
    """A desk seen from the group of Jember; `national` is the other group."""
    async with open_desk(folder, library, branch=True) as opened:
        yield opened
