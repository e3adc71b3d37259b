"""An answer in two parts: the short one is shown first, the rest waits behind a button.

A line that holds nothing but the mark parts them. Editors write it, nobody else sees it.
"""

from __future__ import annotations

from typing import Final

MARK: Final = "Selengkapnya:"


def _parts(line: str) -> bool:
    """Whether a line is the mark; bold or without its colon it is one as well."""
    return line.strip(" \t*_:").lower() == MARK.rstrip(":").lower()


def marked(written: str) -> list[int]:
    """The rows, from 0, that hold the mark."""
    return [row for row, line in enumerate(written.split("\n")) if _parts(line)]


def without_mark(written: str) -> str:
    """The whole answer, each row where it stood."""
    return "\n".join("" if _parts(line) else line for line in written.split("\n"))


def short_of(written: str) -> str:
    """What stands before the first mark; all of it without one."""
    rows = marked(written)
    return "\n".join(written.split("\n")[: rows[0]]).strip() if rows else written
