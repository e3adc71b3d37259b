"""Clockwork: an event loop whose time jumps to the next thing that is to happen.

`time.time` and `time.monotonic` follow it, so that everything in this process lives in one time.
"""

from __future__ import annotations

import asyncio
import selectors
import time
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


class StuckError(Exception):
    """Everybody waits, and nothing is to come."""


class _Jumping(selectors.DefaultSelector):
    """Never waits: what should be waited for has passed."""

    def __init__(self) -> None:
        super().__init__()
        self.passed = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        found = super().select(0)
        if not found and timeout is None:
            raise StuckError
        if not found and timeout is not None and timeout > 0:
            self.passed += timeout
        return found


def run(main: Callable[[Callable[[], float]], Coroutine[Any, Any, T]]) -> T:
    """Run `main` in a time of its own; it is given what says how many seconds have passed."""
    selector = _Jumping()
    start, begun = time.time(), time.monotonic()
    real = time.time, time.monotonic
    time.time = lambda: start + selector.passed
    time.monotonic = lambda: begun + selector.passed
    try:
        with asyncio.Runner(loop_factory=lambda: asyncio.SelectorEventLoop(selector)) as runner:
            return runner.run(main(lambda: selector.passed))
    finally:
        time.time, time.monotonic = real
