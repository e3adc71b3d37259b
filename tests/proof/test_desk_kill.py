"""The desk under kill -9 and under two hands, the short versions.

The long ones: `python -m proof.desk_kill --runs 50`, `python -m proof.desk_race --rounds 200`.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from proof.desk_kill import kill_run, unfinished
from proof.desk_race import race
from proof.desk_stage import DAY, stage
from store.database import Database
from store.inbox import Arrival, add
from tests.conftest import Kept


@pytest.fixture
def bots_begin_ready(monkeypatch: pytest.MonkeyPatch, kept: Kept) -> None:
    """Killed again and again, they would read the content again and again."""
    monkeypatch.setenv("CONTENT", str(kept(date.fromisoformat(DAY))))


@pytest.mark.parametrize("seed", [5])
@pytest.mark.usefixtures("bots_begin_ready")
async def test_nothing_is_lost_and_no_mark_is_wrong(tmp_path: Path, seed: int) -> None:
    found = await kill_run(tmp_path, seed, people=4)

    assert found.problems == []
    assert found.kills >= 2
    assert found.words >= 12


async def test_an_update_that_waits_is_unfinished(tmp_path: Path) -> None:
    database = await Database.open(tmp_path / "bot.db")
    assert unfinished(database.path) == 0
    async with database.transaction() as transaction:
        update: Arrival = {
            "update_id": 1, "chat_id": 5, "received_at": 0.0, "written_at": 0.0, "stamp": None,
            "body": "{}", "state": "waiting", "reason": None,
        }  # fmt: skip
        add(transaction, [update])
    assert unfinished(database.path) == 1
    await database.close()


@pytest.mark.usefixtures("bots_begin_ready")
async def test_of_two_officers_one_wins(tmp_path: Path) -> None:
    async with stage(tmp_path) as opened:
        found = await race(opened, rounds=12)

    assert found["wrong"] == 0
    assert sum(found.values()) == 12
