"""What a participant did, as the decision sees it: no Telegram objects, nothing unmasked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from flows.presses import Press

SentKind = Literal["foto", "suara", "dokumen", "program", "stiker", "lokasi", "kontak", "lain"]
"""`program`: a file that runs, or may hold something that does (`flows.files`)."""


@dataclass(frozen=True)
class Pressed:
    """A button; `press` is None when it is of another release. `message_id` is 0 where nothing was
    pressed."""

    press: Press | None
    message_id: int = 0


@dataclass(frozen=True)
class Wrote:
    """A text, already masked. `masked` names what was masked ("nik", "otp", ...).

    `written`: the day it was written, where it can be another one than the day it is read.
    """

    text: str
    masked: frozenset[str] = frozenset()
    forwarded: bool = False
    message_id: int = 0
    written: date | None = None


@dataclass(frozen=True)
class Commanded:
    """A command such as /start, without the slash; `argument` is the rest of the line."""

    name: str
    argument: str = ""


@dataclass(frozen=True)
class Sent:
    """Something that is not text. `caption` is masked like a text, `written` as in one. `album`
    names what several parts have in common that were sent at once, `place` is where somebody is
    (degrees north and east).
    """

    kind: SentKind
    caption: str = ""
    masked: frozenset[str] = frozenset()
    message_id: int = 0
    written: date | None = None
    album: str = ""
    place: tuple[float, float] | None = None


@dataclass(frozen=True)
class Corrected:
    """A message was edited after sending. It is not read again, but what it hides is protected.

    `worded`: it has a text or a caption; a replaced picture has not.
    """

    masked: frozenset[str] = frozenset()
    message_id: int = 0
    worded: bool = True


Event = Pressed | Wrote | Commanded | Sent | Corrected
