"""The pictures and recordings of one content folder, as files named by their content.

A release ships the drawings of its descriptions, and they are sent from there. The rest lies in a
folder beside the content, found there by the next run and by every other bot of this content: what
the outbox names stays as it was, whatever editors do. A dropped file is copied when first asked
for. A description changed since the release is drawn once. That takes time and memory that the
running bot has not: another process does it (``python -m app.gallery CONTENT FOLDER``), and the
picture is offered as soon as it is there.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import structlog

from editorial.drawing.version import SHIPPED, drawn_name
from flows.content.media import Media
from flows.content.picture import Picture

log = structlog.get_logger()


class Gallery:
    """Finds (see `flows.content.media`) what was drawn or dropped. One per content as read."""

    def __init__(self, content: Path, drawings: Mapping[str, Picture], kept_in: Path) -> None:
        """`drawings` by their paths below `content`; `kept_in` is made when it is needed."""
        self._content = content.absolute()
        self._drawings = drawings
        self._kept_in = kept_in.absolute()  # the outbox may name it in a later run
        self._found: dict[str, Media] = {}

    def __call__(self, path: str) -> Media | None:
        """The file to send; None while it is not drawn, or cannot be read (which is logged)."""
        found = self._found.get(path)
        if found is None:
            try:
                found = self._drawn(path) if path in self._drawings else self._copied(path)
            except OSError as error:
                log.error("picture_not_ready", path=path, reason=error.strerror)
            if found is not None:
                self._found[path] = found
        return found

    def fill(self) -> int:
        """Draws every picture that is not there yet; returns how many. Raises OSError."""
        from editorial.drawing.draw import draw

        missing = self.missing()
        for path in missing:
            self._write(self._place(path), draw(self._drawings[path]))
        return len(missing)

    def missing(self) -> list[str]:
        """The paths of the pictures that are not drawn yet."""
        return [path for path in self._drawings if not self._place(path).exists()]

    def _place(self, path: str) -> Path:
        name = drawn_name(Path(path).stem, self._drawings[path])
        shipped = self._content / SHIPPED / name
        return shipped if shipped.exists() else self._kept_in / name

    def _drawn(self, path: str) -> Media | None:
        file = self._place(path)
        return Media(str(file), file.stat().st_size, file.stem) if file.exists() else None

    def _copied(self, path: str) -> Media:
        content = (self._content / path).read_bytes()
        file = self._kept_in / f"{_digest(content)}{Path(path).suffix}"
        if not file.exists():
            self._write(file, content)
        return Media(str(file), file.stat().st_size, file.stem)

    def _write(self, file: Path, content: bytes) -> None:
        """All of it or nothing: a half-written picture would be sent for ever."""
        self._kept_in.mkdir(parents=True, exist_ok=True)
        half = file.with_suffix(f".{os.getpid()}")
        half.write_bytes(content)
        half.replace(file)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:32]


def cache_of(content: Path, database: Path) -> Path:
    """The folder for what is not shipped: beside the content, one for all its bots; beside the
    database where that may not be written."""
    beside = content.absolute().parent
    if os.access(beside, os.W_OK):
        return beside / f"{content.name}-pictures"
    return database.with_name(f"{database.stem}-pictures")


def main(content: Path, kept_in: Path) -> int:
    """Draws what is missing for a content folder; exit status 1 when it cannot be read."""
    from editorial.load import load

    library = load(content, date.today()).library
    if library is None:
        return 1
    Gallery(content, library.drawings, kept_in).fill()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
