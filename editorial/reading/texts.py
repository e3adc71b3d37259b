"""The texts of a content folder that people will see, each with its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from editorial.contract.declared import declared
from editorial.contract.forms import BUTTON
from editorial.reading.page import Doc
from flows.content.brief import without_mark

Use = Literal[
    "step",
    "end",
    "trouble",
    "topic",
    "paper",
    "reply",
    "statement",
    "message",
    "why",
    "label",
    "name",
    "words",
]
"""What a text is shown as. `label` is an answer's button, `name` a title that shows no value,
`words` another message that is shown as written.
"""

SHORT: Final[frozenset[Use]] = frozenset({"label", "name"})
"""No sentences: what is said about reading them does not hold here."""

IN_PARTS: Final[frozenset[Use]] = frozenset({"topic", "end"})
"""What is shown in brief first: a line of its text is only the mark for where that ends."""

PLAIN: Final[frozenset[Use]] = SHORT | {"words"}
"""Shown as written: marks would be read."""


@dataclass(frozen=True, slots=True)
class Text:
    """One text that people will see, and where it stands; `guide` for the body of a step."""

    use: Use
    id: str
    path: str
    line: int
    place: str
    written: str
    guide: str = ""


def use_of_message(message_id: str) -> Use:
    """How a text of messages.yaml is shown."""
    message = declared(message_id)
    if message is None or not message.form.plain:
        return "message"
    return "label" if message.form is BUTTON else "words"


def body_text(use: Use, text_id: str, place: str, doc: Doc) -> Iterator[Text]:
    """The body of a page, if it has one."""
    if doc.body:
        written = without_mark(doc.body) if use in IN_PARTS else doc.body
        yield Text(use, text_id, doc.path, doc.body_line, place, written)


def texts_of_keys(use: Use, text_id: str, place: str, doc: Doc, *keys: str) -> Iterator[Text]:
    """The texts under some keys of a page."""
    for key in keys:
        text = doc.text(key)
        if text:
            yield Text(use, text_id, doc.path, doc.line(key), f"{place}, kunci `{key}`", text)


def office_texts(doc: Doc) -> Iterator[Text]:
    """Names and addresses of the offices."""
    names = doc.get("kantor")
    for name in names if isinstance(names, dict) else ():
        for key in ("nama", "alamat"):
            written = doc.text("kantor", name, key)
            if written:
                line, place = doc.line("kantor", name, key), f"kantor `{name}`, kunci `{key}`"
                yield Text("name", name, doc.path, line, place, written)


def statement_texts(statement_id: str, doc: Doc) -> Iterator[Text]:
    """A statement: its sentence, what belongs to it, what holds after its end, and its title."""
    place = f"pernyataan `{statement_id}`"
    yield from body_text("statement", statement_id, place, doc)
    yield from texts_of_keys("name", statement_id, place, doc, "title")
    yield from texts_of_keys("why", statement_id, place, doc, "after")
    for number, (written, line) in enumerate(doc.texts("conditions"), 1):
        where = f"{place}, kunci `conditions`, isi ke-{number}"
        yield Text("why", statement_id, doc.path, line, where, written)


_OF_FLAG: Final[tuple[tuple[Use, str], ...]] = (("name", "label"), ("why", "reason"))


def calo_texts(doc: Doc) -> Iterator[Text]:
    """The sheet of red flags."""
    for key, text, line in doc.pairs("texts"):
        yield Text("why", key, doc.path, line, f"kalimat `{key}`", text)
    flags = doc.get("flags")
    for number in range(len(flags) if isinstance(flags, list) else 0):
        place = f"tanda ke-{number + 1}"
        for use, key in _OF_FLAG:
            written = doc.text("flags", number, key)
            if written:
                line = doc.line("flags", number, key)
                yield Text(use, key, doc.path, line, f"{place}, kunci `{key}`", written)


def leaf_texts(use: Use, place: str, leaf_id: str, doc: Doc) -> Iterator[Text]:
    """A page of a folder: its body and its names."""
    yield from body_text(use, leaf_id, place, doc)
    yield from texts_of_keys("name", leaf_id, place, doc, "label", "title")
