"""Delivered: updates as Telegram brought them, each read by itself.

Prevents one update that nobody can read from taking all others with it.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

LARGEST = 1024 * 1024
"""Bytes of one update; it carries texts and file numbers, never files."""

WIDEST = 2**63
"""The first number a database cannot hold; Telegram's own have at most 52 bits."""

_NUMBER = re.compile(rb'"update_id"\s*:\s*(-?\d{1,19})(?!\d)')
_ACCEPTED = re.compile(rb'\s*\{\s*"ok"\s*:\s*true\s*,\s*"result"\s*:\s*\[')
_MARKS = re.compile(rb'"(?:[^"\\]|\\.)*"|[\[\]{}]', re.DOTALL)
_LONG_DIGITS = re.compile(r"\d{19}")


@dataclass(frozen=True, slots=True)
class Spoiled:
    """An update that cannot be read: its number, if that can, and why. None of its words."""

    number: int | None
    reason: str


def read(raw: bytes) -> object:
    """One update, or what is left to know of it."""
    if len(raw) > LARGEST:
        return _spoiled(raw, "too large")
    try:
        return json.loads(raw)
    except ValueError:
        return _spoiled(raw, "not JSON")
    except RecursionError:
        return _spoiled(raw, "too deep")


def read_answer(raw: bytes) -> list[object]:
    """The updates in an answer to getUpdates that could not be read as a whole.

    Empty for what is no answer of the Bot API. An update in which the answer breaks off is left
    out: it will be delivered again.
    """
    return [read(part) for part in _parts(raw)] if _ACCEPTED.match(raw) else []


def _parts(raw: bytes) -> Iterator[bytes]:
    """The objects in the list of the answer, found by their brackets alone."""
    depth, begin = 0, 0
    for mark in _MARKS.finditer(raw):
        sign = mark[0][:1]
        if sign in b"[{":
            if depth == 2:
                begin = mark.start()
            depth += 1
        elif sign in b"]}":
            depth -= 1
            if depth == 2:
                yield raw[begin : mark.end()]


def _spoiled(raw: bytes, why: str) -> Spoiled:
    found = _NUMBER.search(raw)
    return Spoiled(int(found[1]) if found else None, why)


def too_wide(update: Any, body: str) -> bool:
    """Whether an update holds a number that no database can; `body` is the same as JSON text."""
    return _LONG_DIGITS.search(body) is not None and _is_wide(update)


def _is_wide(thing: Any) -> bool:
    if isinstance(thing, dict):
        return any(map(_is_wide, thing.values()))
    if isinstance(thing, list):
        return any(map(_is_wide, thing))
    return isinstance(thing, int) and not -WIDEST <= thing < WIDEST
