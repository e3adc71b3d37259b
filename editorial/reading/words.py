"""Reads ``content/words.yaml``: every word people say, as far as it could be understood."""

from __future__ import annotations

from typing import Any, Final

from editorial.reading.page import Doc
from flows.ears import PARTS
from flows.language.wordlist import Part, WordList

WORDS: Final = "words.yaml"


def read_words(doc: Doc | None) -> WordList:
    """The words of a file without what has another form than its reader takes.

    What was left out is told by the check `kata`.
    """
    if doc is None or not isinstance(doc.data, dict):
        return WordList({})
    read = {part.name: _part(part, doc.data.get(part.name)) for part in PARTS}
    return WordList({name: value for name, value in read.items() if value is not None})


def _part(part: Part, value: Any) -> str | dict[str, Any] | None:
    if part.kind == "list":
        return value if isinstance(value, str) else None
    if not isinstance(value, dict):
        return None
    if part.kind == "spellings":
        return _texts(value, part.only.get(part.name))
    if part.kind == "choices":
        return {step: _texts(ways) for step, ways in value.items() if isinstance(ways, dict)}
    tables = {
        name: _texts(value[name], part.only.get(name))
        for name in part.tables
        if isinstance(value.get(name), dict)
    }
    return _texts({key: ways for key, ways in value.items() if key not in part.tables}) | tables


def _texts(value: dict[str, Any], only: tuple[str, ...] | None = None) -> dict[str, Any]:
    return {
        key: text
        for key, text in value.items()
        if isinstance(text, str) and (only is None or key in only)
    }
