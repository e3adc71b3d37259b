"""What the garbage collector need not look at again and again."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_USUAL: Final = gc.get_threshold()
_SELDOM: Final = (20_000, *_USUAL[1:])
"""With so many new objects garbage is searched for while something large is made."""


@contextmanager
def growing() -> Iterator[None]:
    """The block makes something large that stays: garbage is searched for less often meanwhile.

    Where blocks of two threads overlap, the first that ends ends it.
    """
    gc.set_threshold(*_SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*_USUAL)


def set_aside() -> None:
    """Leaves everything that lives now out of every later search for garbage.

    The content is most of what the bot holds, and stays until editors save; looking through all of
    it every few hundred messages was a tenth of an update's CPU. What was set aside before and is
    no longer used (the content of before) is thrown away first.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
