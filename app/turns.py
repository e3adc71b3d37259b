"""Who computes for a while lets the loops have their turn at once."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_USUAL: Final = sys.getswitchinterval()
_SOON: Final = _USUAL / 10
"""Seconds after which the loops take their turn from another thread."""


@contextmanager
def giving_way() -> Iterator[None]:
    """The block, in a thread beside the loops, computes long: they wait a tenth of the usual.

    At every await the loops give Python away to that thread, thirty times and more for an answer.
    Where two blocks overlap, the first that ends ends it.
    """
    sys.setswitchinterval(_SOON)
    try:
        yield
    finally:
        sys.setswitchinterval(_USUAL)
