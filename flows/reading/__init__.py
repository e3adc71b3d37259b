"""Reads a whole content folder into a `Draft`: every file once, every mistake noted."""

from __future__ import annotations

from pathlib import Path
from typing import Final, TypeVar

from flows.desk.written import ReadyAnswer
from flows.draft import Draft, Leaf
from flows.guide import Page, Paper, Topic, Trouble
from flows.problems import Problem
from flows.reading.desk import OFFICES, read_offices, read_official, read_trust_words
from flows.reading.folder import FILE_ID, Folder
from flows.reading.guides import read_guides
from flows.reading.numbers import read_numbers

P = TypeVar("P", bound=Page)

PICTURES: Final = (".yaml", ".png", ".jpg")
"""Kinds of picture file; of two with one name the later in this list is used."""

VOICES: Final = (".ogg",)


def read_folder(root: Path) -> Draft:
    """Reads everything below `root`. A folder that does not exist is a problem, never an error."""
    folder = Folder(root)
    shown = root.as_posix()
    if not root.is_dir():
        missing = Problem(
            "berkas", shown, 1, "", "Folder ini tidak ada.", "Periksa nama foldernya."
        )
        return Draft(shown, [missing])
    folder.top_level()
    pictures, voices = _media(folder, "pictures", PICTURES), _media(folder, "voices", VOICES)
    offices = folder.yaml(OFFICES)
    trust, trust_words = read_trust_words(folder)
    return Draft(
        folder=shown,
        guides=read_guides(folder),
        troubles=_leaves(folder, "troubles", "kendala", Trouble),
        topics=_leaves(folder, "faq", "topik", Topic),
        papers=_leaves(folder, "papers", "dokumen", Paper),
        replies=_leaves(folder, "replies", "balasan", ReadyAnswer),
        numbers=read_numbers(folder),
        pictures=pictures,
        voices=voices,
        sizes={rel: (root / rel).stat().st_size for rel in (*pictures.values(), *voices.values())},
        menu=folder.yaml("menu.yaml"),
        messages=folder.yaml("messages.yaml"),
        words=folder.yaml("words.yaml"),
        offices=offices,
        desk=read_offices(folder, offices),
        trust=trust,
        trust_words=trust_words,
        official=read_official(folder, folder.yaml("calo.yaml")),
        style=folder.yaml("gaya.yaml"),
        problems=folder.problems,
    )


def _leaves(folder: Folder, rel: str, kind: str, model: type[P]) -> dict[str, Leaf[P]]:
    out: dict[str, Leaf[P]] = {}
    for path in folder.entries(rel, ".md"):
        doc = folder.page(path)
        folder.check_id(path.stem, doc.path, 1, FILE_ID)
        page = folder.model(model, doc, f"{kind} `{path.stem}`", path.stem)
        out[path.stem] = Leaf(path.stem, doc, page)
    return out


def _media(folder: Folder, rel: str, endings: tuple[str, ...]) -> dict[str, str]:
    """Id → path below the content folder."""
    paths = sorted(folder.entries(rel, *endings), key=lambda path: endings.index(path.suffix))
    for path in paths:
        folder.check_id(path.stem, folder.shown(folder.rel(path)), 1, FILE_ID)
    return {path.stem: folder.rel(path) for path in paths}
