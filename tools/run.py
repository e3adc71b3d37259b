"""`python bot.py`: runs until stopped."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from app.refused import RefusedError
from tools.given import Given
from tools.stopped import StoppedError


def run(given: Given) -> None:
    """Runs the bot. Raises StoppedError when it cannot start or go on."""
    with _nobody_imports("rich"):
        from app.serve import serve
    settings = given.settings
    try:
        asyncio.run(serve(settings))
    except RefusedError as refused:
        raise StoppedError(str(refused)) from None


@contextmanager
def _nobody_imports(package: str) -> Iterator[None]:
    """structlog loads rich wherever it is installed, to draw errors with the values in them.

    We log no such thing: it would cost a twentieth of a second and three megabytes for nothing.
    """
    if package in sys.modules:
        yield
        return
    nothing: dict[str, None] = {package: None}
    sys.modules.update(nothing)  # type: ignore[arg-type]  # None says that there is none
    try:
        yield
    finally:
        del sys.modules[package]
