"""Pictures and recordings as they are sent: a file, its size, the hash of its content."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

_KILO = 1000


@dataclass(frozen=True, slots=True)
class Media:
    """A file ready to be sent. `size` is in bytes; the same content has the same `key`."""

    path: str
    size: int
    key: str


FindMedia = Callable[[str], Media | None]
"""Gives the file for a path below the content folder, drawn where it has to be; None when there is
none to send. The same path always gives the same file.
"""


def nothing_there(path: str) -> Media | None:
    """No file: for terminals, which show none."""
    return None


def size_words(size: int) -> str:
    """A size as people say it, rounded up: "12 KB", "1,2 MB"."""
    kilos = -(-size // _KILO)
    if kilos < _KILO:
        return f"{kilos} KB"
    tenths = -(-kilos * 10 // _KILO)
    return f"{tenths // 10},{tenths % 10} MB"
