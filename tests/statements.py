"""Statements for tests, and a content that has only these."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from flows.content.statement import Statement
from flows.library import Library
from flows.statements import Statements
from tests.kept import alike

CHECKED = date(2026, 11, 20)


def statement(name: str, **changes: Any) -> Statement:
    """A statement nobody has confirmed yet, said by one office."""
    given: dict[str, Any] = {
        "id": name,
        "title": name,
        "body": f"Begini adanya {name}.",
        "practice": [{"who": "Kantor cabang", "date": "2026-11"}],
        "checked_on": CHECKED.isoformat(),
        "checked_how": "belum",
        "ask": "Kantor cabang atau 175",
    }
    return Statement.model_validate(given | changes)


def holding(library: Library, *found: Statement) -> Library:
    """The content with these statements and no other."""
    known = Statements({each.id: each for each in found}, library.statements.sources)
    return alike(replace(library, statements=known), library)
