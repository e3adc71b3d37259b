"""The bench itself: its arithmetic, and that it still runs both bots."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.clock import today
from proof.bench.figures import figures, quantile, ratio
from proof.bench.measure import Round
from proof.bench.process import ECHO, OURS
from proof.bench.report import fates
from proof.bench.run import Options, run
from tests.conftest import Kept


def round_of(cpu: float, answered: int = 100, latency: float = 0.01) -> Round:
    return Round(
        seconds=2.0,
        answered=answered,
        within=answered - 10,
        unanswered=0,
        cpu=cpu,
        sandbox_cpu=1.0,
        requests=2 * answered,
        polls=10,
        memory=50_000_000,
        latencies=[latency] * answered,
    )


def test_figures_are_medians_of_rounds() -> None:
    row = figures(OURS, 50, [round_of(0.1), round_of(0.2), round_of(0.9)], 1.0)
    assert row.cpu_ms == pytest.approx(2.0)
    assert row.per_second == pytest.approx(45.0)
    assert (row.requests, row.batch, row.memory_mb) == (2.0, 10.0, 50.0)
    assert row.p99_ms == pytest.approx(10.0)


def test_a_bot_that_answers_nothing_has_no_figures() -> None:
    with pytest.raises(ValueError, match=OURS):
        figures(OURS, 50, [round_of(0.1, answered=0)], 1.0)


def test_ratio_compares_neighbouring_rounds() -> None:
    mine, its = [round_of(0.1), round_of(0.4)], [round_of(0.2), round_of(0.8)]
    assert ratio(mine, its) == pytest.approx(0.5)


def test_quantiles() -> None:
    values = [float(one) for one in range(100)]
    assert [quantile(values, share) for share in (0.5, 0.95, 0.99, 1.0)] == [50, 95, 99, 99]


def test_a_missed_limit_is_said() -> None:
    row = figures(OURS, 500, [round_of(0.1)], 1.0)
    assert not any(line.startswith("MISSED") for line in fates([row], {(OURS, 500): 0.6}))
    assert sum(line.startswith("MISSED") for line in fates([row], {(OURS, 500): 0.61})) == 1


def test_both_bots_answer(tmp_path: Path, kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONTENT", str(kept(today())))
    report = tmp_path / "bench.json"
    run(Options("3", 1, 0.5, 0.2, (OURS, ECHO), report, no_pinning=True, one_in=50))
    rows = {row["bot"]: row for row in json.loads(report.read_text(encoding="utf-8"))["rows"]}
    assert set(rows) == {OURS, ECHO}
    for row in rows.values():
        assert row["updates"] > 0
        assert row["unanswered"] == 0
