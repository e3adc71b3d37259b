"""Reads a whole content folder into a `Draft`: every file once, every mistake noted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from editorial.problems import Problem
from editorial.reading.calo import read_calo
from editorial.reading.draft import Draft, Leaf
from editorial.reading.folder import FILE_ID, Folder
from editorial.reading.guides import read_guides
from editorial.reading.media import read_media
from editorial.reading.numbers import read_numbers
from editorial.reading.offices import OFFICES, read_offices, read_trust_words
from editorial.reading.page import Doc, in_parts
from editorial.reading.statements import SOURCES, read_sources, read_statements
from editorial.reading.words import WORDS, read_words
from flows.content.guide import Page, Paper, Topic, Trouble
from flows.content.offices import ReadyAnswer

P = TypeVar("P", bound=Page)


def read_folder(root: Path) -> Draft:
    """Reads everything below `root`. A folder that does not exist is a problem, never an error."""
    folder = Folder(root)
    shown = root.as_posix()
    if not root.is_dir():
        missing = Problem(
            "berkas", shown, 1, "", "Folder ini tidak ada.", "Periksa nama foldernya."
        )
        return Draft(shown, [missing], there=False)
    if not folder.top_level():
        return Draft(shown, folder.problems, there=False)
    return _draft(folder, shown)


def _draft(folder: Folder, shown: str) -> Draft:
    """What the files of the folder hold; `shown` is its name for editors."""
    media = read_media(folder)
    offices = folder.pairs(OFFICES)
    calo_doc = folder.pairs("calo.yaml")
    words = folder.pairs(WORDS)
    sources = folder.pairs(SOURCES)
    trust, trust_words = read_trust_words(folder)
    return Draft(
        folder=shown,
        guides=read_guides(folder),
        troubles=_leaves(folder, "troubles", "kendala", Trouble),
        topics=_leaves(folder, "faq", "topik", Topic, in_parts),
        papers=_leaves(folder, "papers", "dokumen", Paper),
        replies=_leaves(folder, "replies", "balasan", ReadyAnswer),
        numbers=read_numbers(folder),
        stated=read_statements(folder),
        sources_doc=sources,
        sources=read_sources(folder, sources),
        pictures=media.pictures,
        voices=media.voices,
        sizes=media.sizes,
        drawings=media.drawings,
        drawn=media.drawn,
        menu=folder.yaml("menu.yaml"),
        messages=folder.pairs("messages.yaml"),
        words=words,
        word_list=read_words(words),
        offices=offices,
        desk=read_offices(folder, offices),
        trust=trust,
        trust_words=trust_words,
        calo_doc=calo_doc,
        calo=read_calo(folder, calo_doc),
        style=folder.pairs("gaya.yaml"),
        problems=folder.problems,
    )


def _whole(_doc: Doc) -> dict[str, str]:
    return {}


def _leaves(
    folder: Folder,
    rel: str,
    kind: str,
    model: type[P],
    texts: Callable[[Doc], dict[str, str]] = _whole,
) -> dict[str, Leaf[P]]:
    out: dict[str, Leaf[P]] = {}
    for path in folder.entries(rel, ".md"):
        doc = folder.page(path)
        folder.check_id(path.stem, doc.path, 1, FILE_ID)
        page = folder.model(model, doc, f"{kind} `{path.stem}`", path.stem, **texts(doc))
        out[path.stem] = Leaf(path.stem, doc, page)
    return out
