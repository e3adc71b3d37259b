"""A database of one's own per test."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from store.database import Database


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    opened = await Database.open(tmp_path / "bot.db")
    yield opened
    await opened.close()
