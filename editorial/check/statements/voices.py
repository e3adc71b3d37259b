"""The statements that could be read, and every voice in them with its line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from editorial.check.context import Context
from editorial.reading.page import Doc
from flows.content.statement import Statement, Voice


class Heard(NamedTuple):
    """One voice of a statement, and the line where it stands."""

    doc: Doc
    place: str
    line: int
    voice: Voice


def read_statements(context: Context) -> Iterator[tuple[Doc, str, Statement]]:
    """Every statement that could be read, with its file and its name for people."""
    for name, stated in context.draft.stated.items():
        if stated.statement is not None:
            yield stated.doc, f"pernyataan `{name}`", stated.statement


def voices(doc: Doc, place: str, statement: Statement) -> Iterator[Heard]:
    """Who says so, and who says otherwise."""
    said: tuple[tuple[str, tuple[Voice, ...]], ...] = (
        ("law", statement.law),
        ("practice", statement.practice),
        ("against", statement.against),
    )
    for key, each in said:
        for index, voice in enumerate(each):
            where = f"{place}, kunci `{key}`, isi ke-{index + 1}"
            yield Heard(doc, where, doc.line(key, index), voice)
