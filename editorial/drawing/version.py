"""Which drawing belongs to which description: its name changes with either of them.

A release ships the drawings in ``content/drawn``; `python bot.py gambar --simpan` makes them.
"""

from __future__ import annotations

import hashlib
import json
from functools import cache
from importlib import resources
from typing import Final

from flows.content.picture import Picture
from flows.sheet import Sheet

SHIPPED: Final = "drawn"
"""The folder below the content folder."""

_DRAWN_BY: Final = ("draw.py", "pen.py")
_SHEETS_BY: Final = ("sheet.py", "pen.py")


def drawn_name(picture_id: str, picture: Picture) -> str:
    """The file of this description as it is drawn now: ``klaim-jmo-3.0f8e2c41a7b35d96.png``."""
    return f"{picture_id}.{_digest(_DRAWN_BY, picture.model_dump())}.png"


def sheet_name(sheet: Sheet) -> str:
    """How the files of a sheet are called, but for their endings: another one for other words."""
    return f"{sheet.name}.{_digest(_SHEETS_BY, sheet.dump())}"


def picture_id(drawn: str) -> str:
    """The id in the name of a drawing."""
    return drawn.partition(".")[0]


def _digest(drawn_by: tuple[str, ...], described: object) -> str:
    text = json.dumps(described, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(f"{_code(drawn_by)}\0{text}".encode()).hexdigest()[:16]


@cache
def _code(drawn_by: tuple[str, ...]) -> str:
    """The code that draws; read as text, so that line ends of another system change nothing."""
    folder = resources.files("editorial.drawing")
    return "\0".join(folder.joinpath(name).read_text(encoding="utf-8") for name in drawn_by)
