"""Reads what editors write for the officers' desk: offices and trust words."""

from __future__ import annotations

from typing import Any, TypeVar

from editorial.reading.explain import build
from editorial.reading.folder import FILE_ID, Folder
from editorial.reading.page import Doc
from flows.content.guide import Content
from flows.content.offices import (
    CommonHours,
    DeskSettings,
    Office,
    OfficeLine,
    OfficesFile,
    TrustWords,
)
from flows.offices import Offices

M = TypeVar("M", bound=Content)

OFFICES = "offices.yaml"
TRUST_WORDS = "words-trust.yaml"
HOURS = ("hari", "jam", "istirahat", "jumat")


def read_offices(folder: Folder, doc: Doc | None) -> Offices:
    """Every office that could be understood, with the settings of the desk."""
    if doc is None or not doc.readable:
        return Offices()
    file, problems = build(OfficesFile, doc)
    folder.problems += problems
    settings = _part(folder, doc, "meja", DeskSettings)
    common = _part(folder, doc, "umum", CommonHours)
    names = doc.get("kantor")
    read = (_office(folder, doc, key, common) for key in names) if isinstance(names, dict) else ()
    return Offices(
        by_id={office.id: office for office in read if office is not None},
        settings=settings or DeskSettings(),
        unknown=tuple(way.lower() for way in file.tidak_tahu) if file else (),
    )


def _part(folder: Folder, doc: Doc, name: str, model: type[M]) -> M | None:
    """One part of the file; None when it is not there, has another form or a mistake (noted)."""
    if not isinstance(doc.get(name), dict):
        return None
    part, problems = build(model, doc, at=(name,), place=f"bagian `{name}`")
    folder.problems += problems
    return part


def _office(folder: Folder, doc: Doc, key: str, common: CommonHours | None) -> Office | None:
    folder.check_id(key, doc.path, doc.line("kantor", key), FILE_ID)
    line, problems = build(OfficeLine, doc, at=("kantor", key), place=f"kantor `{key}`")
    folder.problems += problems
    if line is None or common is None:
        return None
    hours: dict[str, Any] = {
        name: getattr(common if getattr(line, name) is None else line, name) for name in HOURS
    }
    return Office.model_validate(line.model_dump() | hours | {"id": key})


def read_trust_words(folder: Folder) -> tuple[Doc | None, TrustWords | None]:
    """The words of which two are said together, and their file."""
    doc = folder.pairs(TRUST_WORDS)
    if doc is None or not doc.readable:
        return doc, None
    words, problems = build(TrustWords, doc)
    folder.problems += problems
    return doc, words
