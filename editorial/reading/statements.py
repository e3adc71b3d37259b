"""Reads ``content/statements/*.md`` and ``content/sources.yaml``."""

from __future__ import annotations

from typing import Final

from editorial.problems import Problem
from editorial.reading.draft import StatementDraft
from editorial.reading.explain import build
from editorial.reading.folder import FILE_ID, Folder
from editorial.reading.page import Doc
from flows.content.sources import Sources
from flows.content.statement import STATEMENT_ID, Against, Law, Practice, Statement
from flows.content.visible import is_visible

SOURCES: Final = "sources.yaml"

_VOICES: Final = (("law", Law), ("practice", Practice), ("against", Against))


def read_statements(folder: Folder) -> dict[str, StatementDraft]:
    """Every statement by id, also those that could not be understood."""
    found = (folder.page(path) for path in folder.entries("statements", ".md"))
    drafts = (_statement(folder, doc) for doc in found)
    return {draft.id: draft for draft in drafts}


def _statement(folder: Folder, doc: Doc) -> StatementDraft:
    statement_id = doc.path.rpartition("/")[2].removesuffix(".md")
    place = f"pernyataan `{statement_id}`"
    _named(folder, statement_id, doc)
    if not doc.readable:
        return StatementDraft(statement_id, doc, None)
    problems = _of_voices(doc, place)
    statement: Statement | None = None
    if not problems:
        statement, problems = build(Statement, doc, place=place, id=statement_id, body=doc.body)
    folder.problems += problems
    if not is_visible(doc.body):
        todo = "Tulis kalimatnya di bawah baris `---` yang kedua."
        folder.note("teks-kosong", doc.path, doc.body_line, place, "Kalimatnya belum ada.", todo)
        statement = None
    return StatementDraft(statement_id, doc, None if doc.problems else statement)


def _named(folder: Folder, statement_id: str, doc: Doc) -> None:
    """Notes a name that cannot stand in a text."""
    if FILE_ID.fullmatch(statement_id) and not STATEMENT_ID.fullmatch(statement_id):
        what = f"Nama `{statement_id}` tidak bisa dipakai untuk pernyataan."
        todo = "Pakai sedikitnya dua kata dengan `-` di antaranya: `batas-saldo-jmo`."
        folder.note("nama", doc.path, 1, "", what, todo)
    else:
        folder.check_id(statement_id, doc.path, 1, FILE_ID)


def _of_voices(doc: Doc, place: str) -> list[Problem]:
    """The mistakes inside the lists of voices, each with the keys that list may have."""
    problems: list[Problem] = []
    for key, model in _VOICES:
        voices = doc.get(key)
        for number in range(len(voices) if isinstance(voices, list) else 0):
            where = f"{place}, kunci `{key}`, isi ke-{number + 1}"
            problems += build(model, doc, at=(key, number), place=where)[1]
    return problems


def read_sources(folder: Folder, doc: Doc | None) -> Sources:
    """The kinds of sources; none when the file is not there or could not be understood."""
    if doc is None or not doc.readable:
        return Sources()
    sources, problems = build(Sources, doc)
    folder.problems += problems
    return sources or Sources()
