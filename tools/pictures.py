"""`python bot.py gambar [ID]`: pictures as files, so that an editor sees what people will get."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from editorial.drawing.draw import draw
from editorial.drawing.version import SHIPPED, drawn_name
from flows.content.media import size_words
from flows.library import Library
from tools.files import written
from tools.given import Given
from tools.stopped import StoppedError


def run(
    given: Given, name: str, to: Path | None, shipped: bool, write: Callable[[str], None]
) -> None:
    """Writes one picture or all into a folder, or those that a release ships."""
    library, content = given.library, given.settings.content
    if shipped:
        with written(content):
            changed = ship(library, content)
        for line in changed:
            write(line)
        return
    if name and name not in library.pictures:
        known = ", ".join(sorted(library.pictures))
        raise StoppedError(f"Tidak ada gambar bernama {name}. Yang ada: {known}.")
    folder = to or Path(tempfile.mkdtemp(prefix="gambar-"))
    for each in [name] if name else sorted(library.pictures):
        with written(folder):
            saved = save(library, content, each, folder)
        write(saved)


def ship(library: Library, content: Path) -> list[str]:
    """Draws what ``content/drawn`` lacks and removes what is old there; one line for each.

    Raises OSError when the folder cannot be written.
    """
    folder = content / SHIPPED
    folder.mkdir(exist_ok=True)
    wanted = {drawn_name(Path(path).stem, each): each for path, each in library.drawings.items()}
    there = {file.name for file in folder.glob("*.png")}
    for name in sorted(wanted.keys() - there):
        (folder / name).write_bytes(draw(wanted[name]))
    for name in sorted(there - wanted.keys()):
        (folder / name).unlink()
    made = [f"+ {folder / name}" for name in sorted(wanted.keys() - there)]
    gone = [f"- {folder / name}" for name in sorted(there - wanted.keys())]
    return made + gone or [f"{folder}: semua sudah sesuai."]


def save(library: Library, content: Path, name: str, folder: Path) -> str:
    """Writes one picture into `folder`; returns the line that says where, and how large it is.

    Raises KeyError for an unknown id, OSError when it cannot be written.
    """
    path = library.pictures[name]
    described = library.drawings.get(path)
    data = draw(described) if described else (content / path).read_bytes()
    file = folder / f"{name}{'.png' if described else Path(path).suffix}"
    folder.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return f"{file} ({size_words(len(data))})"
