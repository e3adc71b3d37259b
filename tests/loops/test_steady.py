"""Steady: the machine's clock may be set, and a second stays a second."""

import time

import pytest

from loops.steady import steady


@pytest.mark.parametrize("by", [-3600.0, 24 * 3600.0])
def test_setting_the_clock_moves_nothing(monkeypatch: pytest.MonkeyPatch, by: float) -> None:
    clock = steady()
    before, real = clock(), time.time
    assert abs(before - real()) < 1.0
    monkeypatch.setattr(time, "time", lambda: real() + by)
    assert 0.0 <= clock() - before < 60.0
