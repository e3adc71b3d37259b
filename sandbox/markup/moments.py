"""A moment in a text, which phones show in their own time zone."""

from __future__ import annotations

import re

from sandbox.markup.entities import Entity
from sandbox.markup.mistake import MarkupError

_UNIX = re.compile(r"\d{1,10}")
# "r" alone (how long until then), or any of: weekday, short or long date, short or long time.
_FORMAT = re.compile(r"r|w?[dD]?[tT]?")
_ADDRESS = re.compile(r"tg://time\?unix=(\d+)(?:&format=([A-Za-z]*))?$")


def moment(unix: str, form: str, offset: int, length: int) -> Entity:
    """`unix` in seconds. Raises `MarkupError` for what is no moment, or no way to show one."""
    if not _UNIX.fullmatch(unix):
        raise MarkupError("Invalid unix time specified")
    if not _FORMAT.fullmatch(form):
        raise MarkupError("Invalid date-time format specified")
    shown = {"unix_time": int(unix), **({"date_time_format": form} if form else {})}
    return Entity("date_time", offset, length, shown)


def moment_behind(address: str, offset: int, length: int) -> Entity | None:
    """The moment of an address `tg://time?unix=...`; None for any other address."""
    found = _ADDRESS.match(address)
    if found is None:
        return None
    return moment(found.group(1), found.group(2) or "", offset, length)
