"""Reads the pictures and recordings: which file answers to which id, and what it really is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from editorial.drawing.version import SHIPPED
from editorial.reading.draft import Drawing
from editorial.reading.explain import build
from editorial.reading.folder import FILE_ID, Folder
from editorial.reading.page import Doc
from flows.content.picture import Picture

PICTURES: Final = (".yaml", ".png", ".jpg")
"""Kinds of picture file; a dropped file is used instead of a description."""

VOICES: Final = (".ogg",)

_STARTS: Final[Mapping[str, tuple[bytes, str]]] = {
    ".png": (b"\x89PNG\r\n\x1a\n", "PNG"),
    ".jpg": (b"\xff\xd8\xff", "JPG"),
    ".ogg": (b"OggS", "OGG"),
}
"""How a file of each kind begins, and what people call it."""


@dataclass
class MediaFiles:
    """Id → path below the content folder; `sizes` in bytes and `drawings` by that path.

    `drawn`: names of the drawings that a release ships.
    """

    pictures: dict[str, str] = field(default_factory=dict)
    voices: dict[str, str] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)
    drawings: dict[str, Drawing] = field(default_factory=dict)
    drawn: list[str] = field(default_factory=list)


def read_media(folder: Folder) -> MediaFiles:
    """Every picture and recording of the folder."""
    found = MediaFiles()
    for rel, endings, ids in (
        ("pictures", PICTURES, found.pictures),
        ("voices", VOICES, found.voices),
    ):
        paths = sorted(folder.entries(rel, *endings), key=lambda path: endings.index(path.suffix))
        _note_twins(folder, paths)
        for path in paths:
            name = folder.rel(path)
            folder.check_id(path.stem, folder.shown(name), 1, FILE_ID)
            ids[path.stem] = name
            if path.suffix == ".yaml":
                found.drawings[name] = _drawing(folder, path)
            else:
                _note_disguise(folder, path)
        found.sizes |= {name: _size(folder.root / name) for name in ids.values()}
    found.drawn = [path.name for path in folder.entries(SHIPPED, ".png")]
    return found


def _drawing(folder: Folder, path: Path) -> Drawing:
    name = folder.rel(path)
    doc = folder.pairs(name) or Doc(folder.shown(name))  # taken away since it was listed
    if not doc.readable:
        return Drawing(path.stem, doc, None)
    picture, problems = build(Picture, doc, place=f"gambar `{path.stem}`")
    folder.problems += problems
    return Drawing(path.stem, doc, None if doc.problems else picture)


def _note_twins(folder: Folder, paths: Iterable[Path]) -> None:
    """Two dropped files for one picture: nobody knows which is the newer."""
    first: dict[str, Path] = {}
    for path in paths:
        if path.suffix == ".yaml":
            continue
        if path.stem in first:
            what = f"Gambar ini juga ada sebagai `{first[path.stem].name}`."
            todo = "Hapus yang lama. Bot hanya memakai satu."
            folder.note("berkas-kembar", folder.shown(folder.rel(path)), 1, "", what, todo)
        first.setdefault(path.stem, path)


def _note_disguise(folder: Folder, path: Path) -> None:
    """A file whose name says one kind and whose content is another."""
    start, kind = _STARTS[path.suffix]
    begins = folder.start_of(path, len(start))
    if begins is not None and begins != start:
        what = f"Isi berkas ini bukan {kind}, walau namanya berakhiran `{path.suffix}`."
        todo = f"Simpan ulang sebagai {kind}. Mengganti akhiran nama tidak mengubah isinya."
        folder.note("isi-berkas", folder.shown(folder.rel(path)), 1, "", what, todo)


def _size(path: Path) -> int:
    """Bytes; 0 for a file that cannot be opened, which is noted where it is."""
    try:
        return path.stat().st_size
    except OSError:
        return 0
