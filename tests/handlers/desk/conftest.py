"""A desk at work, without a wire and without waiting (see `at_desk`)."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from flows.library import Library
from tests.handlers.desk.at_desk import AtDesk, open_desk


@pytest.fixture
async def desk(tmp_path: Path, library: Library) -> AsyncIterator[AtDesk]:
    async with open_desk(tmp_path, library) as opened:
        yield opened


@pytest.fixture
async def jember(tmp_path: Path, library: Library) -> AsyncIterator[AtDesk]:
    """A desk seen from the group of Jember; `national` is the other group."""
    async with open_desk(tmp_path, library, branch=True) as opened:
        yield opened
