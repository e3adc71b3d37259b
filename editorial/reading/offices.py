"""Reads what editors write for the officers' desk: offices and trust words."""

from __future__ import annotations

from typing import Any

from editorial.problems import meant
from editorial.reading.explain import build
from editorial.reading.folder import FILE_ID, Folder
from editorial.reading.page import Doc
from flows.content.offices import CommonHours, DeskSettings, Office, OfficeLine, TrustWords
from flows.offices import Offices

OFFICES = "offices.yaml"
TRUST_WORDS = "words-trust.yaml"
_PARTS = ("meja", "umum", "tidak_tahu", "kantor")
_HOURS = ("hari", "jam", "istirahat", "jumat")


def read_offices(folder: Folder, doc: Doc | None) -> Offices:
    """Every office that could be understood, with the settings of the desk."""
    if doc is None or not doc.readable:
        return Offices()
    _unknown_parts(folder, doc)
    settings: DeskSettings | None = None
    if doc.get("meja") is not None:
        settings, problems = build(DeskSettings, doc, at=("meja",), place="bagian `meja`")
        folder.problems += problems
    common, problems = build(CommonHours, doc, at=("umum",), place="bagian `umum`")
    folder.problems += problems
    names = doc.get("kantor")
    read = (_office(folder, doc, key, common) for key in names) if isinstance(names, dict) else ()
    return Offices(
        by_id={office.id: office for office in read if office is not None},
        settings=settings or DeskSettings(),
        unknown=tuple(text.lower() for text, _ in doc.texts("tidak_tahu")),
    )


def _unknown_parts(folder: Folder, doc: Doc) -> None:
    for key in doc.data if isinstance(doc.data, dict) else ():
        if key not in _PARTS:
            todo = f"{meant(key, _PARTS)}Hapus kunci ini, atau perbaiki namanya."
            what = f"Kunci `{key}` tidak dikenal."
            folder.note("kunci-asing", doc.path, doc.line(key), "", what, todo)


def _office(folder: Folder, doc: Doc, key: str, common: CommonHours | None) -> Office | None:
    folder.check_id(key, doc.path, doc.line("kantor", key), FILE_ID)
    line, problems = build(OfficeLine, doc, at=("kantor", key), place=f"kantor `{key}`")
    folder.problems += problems
    if line is None or common is None:
        return None
    hours: dict[str, Any] = {
        name: getattr(common if getattr(line, name) is None else line, name) for name in _HOURS
    }
    return Office.model_validate(line.model_dump() | hours | {"id": key})


def read_trust_words(folder: Folder) -> tuple[Doc | None, TrustWords | None]:
    """The words of which two are said together, and their file."""
    doc = folder.yaml(TRUST_WORDS)
    if doc is None or not doc.readable:
        return doc, None
    words, problems = build(TrustWords, doc)
    folder.problems += problems
    return doc, words
