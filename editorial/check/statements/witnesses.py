"""The statements that could be read, and every witness in them with its line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from editorial.check.context import Context
from editorial.reading.page import Doc
from flows.content.statement import Statement, Witness


class Placed(NamedTuple):
    """One witness of a statement, and the line where it stands."""

    doc: Doc
    place: str
    line: int
    witness: Witness


def read_statements(context: Context) -> Iterator[tuple[Doc, str, Statement]]:
    """Every statement that could be read, with its file and its name for people."""
    for name, stated in context.draft.stated.items():
        if stated.statement is not None:
            yield stated.doc, f"pernyataan `{name}`", stated.statement


def witnesses(doc: Doc, place: str, statement: Statement) -> Iterator[Placed]:
    """Who says so, and who says otherwise."""
    said: tuple[tuple[str, tuple[Witness, ...]], ...] = (
        ("law", statement.law),
        ("practice", statement.practice),
        ("against", statement.against),
    )
    for key, each in said:
        for index, witness in enumerate(each):
            where = f"{place}, kunci `{key}`, isi ke-{index + 1}"
            yield Placed(doc, where, doc.line(key, index), witness)
