"""`python bot.py gambar [ID]`: pictures as files, so that an editor sees what people will get."""

from __future__ import annotations

from pathlib import Path

from editorial.drawing.draw import draw
from flows.content.media import size_words
from flows.library import Library


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
