"""What stands on which statements: each text and value on some, each statement under one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from editorial.check.context import Context, Finding
from editorial.problems import meant
from editorial.reading.page import Doc, Loc
from flows.texts.fill import INSERTED

_KEY: Final = "stands_on"


class Standing(NamedTuple):
    """One thing that stands on statements: its place, its file, where its list is, what it names.

    `has_text`: whether it says something itself; a value of a number is only inserted elsewhere.
    """

    place: str
    doc: Doc
    at: Loc
    ids: tuple[tuple[str, int], ...]
    has_text: bool = True


def standings(context: Context) -> Iterator[Standing]:
    """Everything that has to stand on statements and could be read."""
    draft = context.draft
    for place, doc in draft.pages():
        if doc.readable:
            yield _of(place, doc, (), has_text=True)
    if draft.calo_doc is not None and draft.calo_doc.readable:
        yield _of("daftar tanda calo", draft.calo_doc, (), has_text=True)
    if draft.offices is not None and isinstance(draft.offices.get("umum"), dict):
        yield _of("bagian `umum`", draft.offices, ("umum",), has_text=False)
    for name, entry in draft.numbers.items():
        values = entry.doc.get(name, "values")
        for index in range(len(values) if isinstance(values, list) else 0):
            place = f"angka `{name}`, nilai ke-{index + 1}"
            yield _of(place, entry.doc, (name, "values", index), has_text=False)


def _of(place: str, doc: Doc, at: Loc, *, has_text: bool) -> Standing:
    single = doc.text(*at, _KEY)
    named = [(single, doc.line(*at, _KEY))] if single else doc.texts(*at, _KEY)
    return Standing(place, doc, at, tuple(named), has_text)


def inserted(context: Context) -> Iterator[tuple[str, int, str, str]]:
    """Every sentence a text inserts: path, line, place, statement."""
    for text in context.draft.texts():
        for found in INSERTED.finditer(text.written):
            line = text.line + text.written.count("\n", 0, found.start())
            yield text.path, line, text.place, found[1]


def orphans(context: Context) -> Iterator[Finding]:
    """A text or a value that stands on nothing."""
    for standing in standings(context):
        if not standing.ids and standing.doc.get(*standing.at, "source") is None:
            what = "Isi ini tidak berdiri di atas pernyataan mana pun."
            todo = "Tambahkan `stands_on: [nama-pernyataan]` dari content/statements."
            line = standing.doc.line(*standing.at) if standing.at else 1
            yield Finding(standing.doc.path, line, standing.place, what, todo)


def unknown_statements(context: Context) -> Iterator[Finding]:
    """A statement that is named or inserted and is not there."""
    known = context.draft.stated
    named = (
        (each.doc.path, line, f"{each.place}, kunci `{_KEY}`", name)
        for each in standings(context)
        for name, line in each.ids
    )
    for path, line, place, name in (*named, *inserted(context)):
        if name not in known:
            todo = f"{meant(name, known)}Perbaiki namanya, atau buat `statements/{name}.md`."
            yield Finding(path, line, place, f"Pernyataan `{name}` tidak ada.", todo)


def unlisted_insertions(context: Context) -> Iterator[Finding]:
    """A sentence inserted into a text that does not say it stands on it."""
    listed = {
        each.doc.path: {name for name, _ in each.ids}
        for each in standings(context)
        if each.has_text
    }
    for path, line, place, name in inserted(context):
        if name in context.draft.stated and name not in listed.get(path, {name}):
            what = f"Kalimat `{{{name}}}` dipakai, tetapi tidak disebut di `{_KEY}`."
            yield Finding(path, line, place, what, f"Tambahkan `{name}` ke `{_KEY}`.")


def unused_statements(context: Context) -> Iterator[Finding]:
    """A statement on which nothing stands."""
    used = {name for each in standings(context) for name, _ in each.ids}
    used |= {name for *_, name in inserted(context)} | set(context.code.statements)
    for name, stated in context.draft.stated.items():
        if name not in used:
            what = "Tidak ada yang berdiri di atas pernyataan ini."
            todo = f"Sebut di `{_KEY}` pada teks yang mengatakannya, atau hapus berkas ini."
            yield Finding(stated.doc.path, 1, f"pernyataan `{name}`", what, todo)
