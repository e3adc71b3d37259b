"""What a command reads and writes, whatever stands at the other end: a screen, a pipe, nothing."""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, TextIO

from tools.stopped import StoppedError

_NO_CHARACTER: Final = re.compile("[\ud800-\udfff]")
"""What stands in a text for a byte that is not UTF-8, and halves of a pair written in JSON."""


def speak_utf8() -> None:
    """Everywhere: Windows reads and writes pipes and files in its old code page otherwise.

    What is no UTF-8 is read as such (see `broken`), and written so that it can be seen. Whoever
    closed the standard error hears nothing there.
    """
    if sys.stderr is None:
        sys.stderr = os.fdopen(os.open(os.devnull, os.O_WRONLY), "w")
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            reading = stream is sys.stdin
            errors = "surrogateescape" if reading else "backslashreplace"
            stream.reconfigure(encoding="utf-8", errors=errors)


def broken(text: str) -> bool:
    """Whether something in it is no character."""
    return _NO_CHARACTER.search(text) is not None


def mended(text: str) -> str:
    """The text with a sign, as everywhere, for what is no character."""
    return _NO_CHARACTER.sub("\N{REPLACEMENT CHARACTER}", text)


def lines() -> Iterator[str]:
    """What comes in, line by line. Raises StoppedError when it cannot be read."""
    with _reading() as stream:
        yield from stream


def typed(prompt: str) -> str:
    """The next line of the person, with signs they can see again.

    Raises EOFError at the end of the input, StoppedError when it cannot be read.
    """
    with _reading():
        return mended(input(prompt))


def say(text: str) -> None:
    """Writes a line. Raises StoppedError when the output was closed."""
    print(text, file=output())


def output() -> TextIO:
    """Where a command writes. Raises StoppedError when it was closed."""
    if sys.stdout is None:
        raise StoppedError("Keluaran perintah ini tertutup. Jalankan tanpa menutupnya.")
    return sys.stdout


@contextmanager
def _reading() -> Iterator[TextIO]:
    if sys.stdin is None:
        raise StoppedError("Masukan perintah ini tertutup. Jalankan tanpa menutupnya.")
    try:
        yield sys.stdin
    except OSError:
        raise StoppedError("Masukan perintah ini tidak bisa dibaca.") from None
