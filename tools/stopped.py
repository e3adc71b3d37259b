"""What ends a command of bot.py early."""

from __future__ import annotations

import errno
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_FULL: Final = {errno.ENOSPC, errno.EFBIG, errno.EIO}
"""What a write without a file's name says when the output takes no more."""


class StoppedError(Exception):
    """The command cannot go on; the text is the sentence for whoever typed it."""


@contextmanager
def stopping() -> Iterator[None]:
    """What the machine refuses the block, and a day without numbers, become a StoppedError."""
    try:
        yield
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError as refused:
        if refused.filename is not None:
            raise StoppedError(f"{refused.filename} tidak bisa dibaca atau ditulis.") from None
        if refused.errno not in _FULL:
            raise
        # Python would try once more on its way out, and say so in English.
        sys.stdout = None
        raise StoppedError("Keluaran tidak bisa ditulis. Mungkin tempatnya sudah penuh.") from None
    except LookupError as missing:
        from flows.content.numbers import NoValueError

        if not isinstance(missing, NoValueError):
            raise
        raise StoppedError(
            "Ada angka yang belum berlaku pada hari itu. Periksa BOT_TODAY, lalu `check`."
        ) from None
