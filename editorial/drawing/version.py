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

SHIPPED: Final = "drawn"
"""The folder below the content folder."""

_DRAWN_BY: Final = ("draw.py", "pen.py")


def drawn_name(picture_id: str, picture: Picture) -> str:
    """The file of this description as it is drawn now: ``klaim-jmo-3.0f8e2c41a7b35d96.png``."""
    described = json.dumps(picture.model_dump(), ensure_ascii=False, sort_keys=True)
    digest = hashlib.sha256(f"{_code()}\0{described}".encode()).hexdigest()
    return f"{picture_id}.{digest[:16]}.png"


def picture_id(drawn: str) -> str:
    """The id in the name of a drawing."""
    return drawn.partition(".")[0]


@cache
def _code() -> str:
    """The code that draws; read as text, so that line ends of another system change nothing."""
    folder = resources.files("editorial.drawing")
    return "\0".join(folder.joinpath(name).read_text(encoding="utf-8") for name in _DRAWN_BY)
