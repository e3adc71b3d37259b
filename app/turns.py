"""Who computes for a while lets the loops have their turn at once."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_SOON: Final = 0.0005
"""Seconds after which the loops take their turn from another thread, instead of Python's 0.005."""


@contextmanager
def giving_way() -> Iterator[None]:
    """The block, in a thread beside the loops, computes long: an answer waits for a tenth of it.

    Every await of the loops gives Python away to this thread, thirty times and more for an answer.
    """
    usual = sys.getswitchinterval()
    sys.setswitchinterval(_SOON)
    try:
        yield
    finally:
        sys.setswitchinterval(usual)
