"""Steady: Unix seconds for intervals within one process."""

import time
from collections.abc import Callable


def steady() -> Callable[[], float]:
    """A clock that is right when it is made and goes on at a second a second.

    Setting the machine's clock does not move it: nothing waits an hour for a try in five seconds.
    """
    ahead = time.time() - time.monotonic()
    return lambda: ahead + time.monotonic()
