"""kill -9 under load, the short version. The long one: `python -m proof.kill --runs 200`."""

from __future__ import annotations

from pathlib import Path

from flows.library import Library
from proof.bench.process import OURS
from proof.kill_check import check
from proof.kill_run import kill_run
from proof.oracle import Oracle
from tests.conftest import TODAY, Kept


async def test_nobody_stays_without_the_right_answer(
    tmp_path: Path, kept: Kept, library: Library
) -> None:
    content = kept(TODAY)
    settings = {
        "BOT_TODAY": TODAY.isoformat(),
        "CONTENT": str(content),
        "SENDS_PER_SECOND": "200",
    }
    evidence = await kill_run(OURS, tmp_path, 2, 40, 2, settings, latest=1.0)

    found = check(evidence, await Oracle(content, TODAY, library).stories(evidence.updates))

    assert found.problems == []
    assert evidence.unanswered == 0
    assert len(evidence.kills) == 2
    assert found.updates >= 40
