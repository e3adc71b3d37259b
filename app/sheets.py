"""The files of sheets for the counter: drawn when they are sent, by a process of its own.

Drawing takes time and memory that the running bot has not. What is to be drawn lies in the outbox
beside the name of the file, so nothing is lost between the decision and the sending, and a file
that somebody has deleted is drawn again. The name is a digest of what stands on the sheet.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import time
from pathlib import Path
from typing import Any

from editorial.drawing.version import sheet_name
from flows.sheet import Sheet

_ENDINGS = (".png", ".pdf")
KEPT_DAYS = 30


class SheetFiles:
    """A folder for the files of one bot, made when it is needed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder.absolute()  # the outbox may name it in a later run
        self._drawing = asyncio.Lock()

    def place(self, sheet: Sheet) -> str:
        """Where its files are or will be, but for their endings."""
        return str(self._folder / sheet_name(sheet))

    async def make(self, path: Path, made_of: Any) -> None:
        """Draws the files of a sheet, one sheet at a time. Raises OSError when they are not there
        afterwards."""
        async with self._drawing:
            if _is_there(path):
                return
            command = (sys.executable, "-m", "app.sheets", str(path.with_suffix("")))
            painter = await asyncio.create_subprocess_exec(
                *command, cwd=Path(__file__).parent.parent, stdin=asyncio.subprocess.PIPE
            )
            try:
                await painter.communicate(json.dumps(made_of).encode())
            except asyncio.CancelledError:
                painter.kill()
                await painter.wait()
                raise
            if painter.returncode or not _is_there(path):
                raise OSError(f"the sheet was not drawn: status {painter.returncode}")


def _is_there(path: Path) -> bool:
    return path.exists()


def write(place: Path, sheet: Sheet) -> None:
    """Both files of a sheet, each all or not at all. Raises OSError."""
    from editorial.drawing.sheet import draw_sheet

    place.parent.mkdir(parents=True, exist_ok=True)
    for ending, content in zip(_ENDINGS, draw_sheet(sheet), strict=True):
        # Not `with_suffix`: the name has a dot of its own.
        file = place.with_name(place.name + ending)
        half = file.with_name(f"{file.name}.{os.getpid()}")
        half.write_bytes(content)
        half.replace(file)
    _tidy(place.parent)


def _tidy(folder: Path) -> None:
    """Deletes what nobody asked for in a long time; Telegram knows most of it by its number."""
    before = time.time() - KEPT_DAYS * 24 * 3600
    for file in folder.iterdir():
        if file.stat().st_mtime < before:
            file.unlink(missing_ok=True)


if __name__ == "__main__":
    write(Path(sys.argv[1]), Sheet.load(json.load(sys.stdin)))
