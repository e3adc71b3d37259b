"""The data behind a button: ``1:a:cek-hak:sebab:resign``.

The first field is the version of this format, so that a button sent by an older bot is recognised
as old instead of being misread. Keys only, never labels. Telegram allows at most 64 bytes.
"""

from __future__ import annotations

from typing import NamedTuple

VERSION = "1"
MAX_BYTES = 64


class Tap(NamedTuple):
    """What a pressed button asks for: an action of `flows.talk.buttons` and its arguments."""

    action: str
    args: tuple[str, ...]


def pack(action: str, *args: str) -> str:
    """The callback data of a button. Its length is checked by `bot.py check`, not here."""
    return ":".join((VERSION, action, *args))


def unpack(data: str) -> Tap | None:
    """The tap behind callback data; None when it is of another version or not ours at all."""
    version, _, rest = data.partition(":")
    if version != VERSION or not rest:
        return None
    action, *args = rest.split(":")
    return Tap(action, tuple(args))


def fits(data: str) -> bool:
    """Whether Telegram accepts this callback data."""
    return len(data.encode()) <= MAX_BYTES
