"""The pictures and recordings of one content folder, as files named by their content.

Drawn or copied into a folder of their own when first asked for, and found there afterwards, also
by the next run: what the outbox names stays as it was, whatever editors do to the content.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Final

import PIL
import structlog

from flows.media import Media
from flows.picture import Picture
from tools.draw import draw

log = structlog.get_logger()

_DRAWN_BY: Final = ("draw.py", "pen.py")


class Gallery:
    """A shelf (see `flows.media`) that draws. One per content as read."""

    def __init__(self, content: Path, drawings: Mapping[str, Picture], kept_in: Path) -> None:
        """`drawings` by their paths below `content`; `kept_in` is made when it is needed."""
        self._content = content
        self._drawings = drawings
        self._kept_in = kept_in.absolute()  # the outbox may name it in a later run
        self._found: dict[str, Media] = {}

    def __call__(self, path: str) -> Media | None:
        """The file to send; None when it can be neither read nor written, which is logged."""
        found = self._found.get(path)
        if found is None:
            try:
                found = self._found[path] = self._keep(path)
            except OSError as error:
                log.error("picture_not_ready", path=path, reason=error.strerror)
        return found

    def _keep(self, path: str) -> Media:
        picture = self._drawings.get(path)
        if picture is not None:
            described = json.dumps(picture.model_dump(), ensure_ascii=False, sort_keys=True)
            key = _hashed(_look(), described.encode())
            file = self._kept_in / f"{key}.png"
            if not file.exists():
                self._write(file, draw(picture))
        else:
            content = (self._content / path).read_bytes()
            key = _hashed(content)
            file = self._kept_in / f"{key}{Path(path).suffix}"
            if not file.exists():
                self._write(file, content)
        return Media(str(file), file.stat().st_size, key)

    def _write(self, file: Path, content: bytes) -> None:
        """All of it or nothing: a half-written picture would be sent for ever."""
        self._kept_in.mkdir(exist_ok=True)
        half = file.with_suffix(f".{os.getpid()}")
        half.write_bytes(content)
        half.replace(file)


def _hashed(*parts: bytes) -> str:
    return hashlib.sha256(b"\0".join(parts)).hexdigest()[:32]


@cache
def _look() -> bytes:
    """Changes when the same description would be drawn otherwise."""
    code = (resources.files("tools").joinpath(name).read_bytes() for name in _DRAWN_BY)
    return b"\0".join([PIL.__version__.encode(), *code])
