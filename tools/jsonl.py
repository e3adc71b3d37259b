"""Lines of JSON objects, as programs send them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from tools.streams import broken


class UnreadableError(ValueError):
    """A line that cannot be read; the sentence is for people."""


def each_object(
    lines: Iterable[str],
) -> Iterator[tuple[int, Mapping[str, Any] | UnreadableError]]:
    """Every line that is not empty, with its number from 1: its object, or why there is none."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield number, _object(line)


def _object(line: str) -> Mapping[str, Any] | UnreadableError:
    if broken(line):
        return UnreadableError("baris ini bukan UTF-8.")
    try:
        given = json.loads(line)
    except (ValueError, RecursionError):
        return UnreadableError("baris ini bukan JSON yang benar.")
    if not isinstance(given, dict):
        return UnreadableError("satu baris harus satu objek JSON: {…}.")
    return given


def text(given: Mapping[str, Any], name: str) -> str:
    """The text of this name. Raises UnreadableError."""
    value = given.get(name)
    if not isinstance(value, str) or broken(value):
        raise UnreadableError(f"`{name}` harus berupa tulisan.")
    return value


def day(given: Mapping[str, Any], name: str, otherwise: date) -> date:
    """The date of this name, or `otherwise` where there is none. Raises UnreadableError."""
    value = given.get(name)
    if value is None:
        return otherwise
    try:
        if isinstance(value, str) and len(value) == len("2026-11-20"):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise UnreadableError(f"`{name}` harus tanggal seperti 2026-11-20.")
