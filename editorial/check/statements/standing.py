"""What stands on which statements: each text and value on some, each statement under one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from editorial.check.context import Context, Finding
from editorial.problems import meant, nearest
from editorial.reading.page import Doc, Loc
from editorial.reading.texts import PLAIN, Text
from flows.texts.fill import INSERTED

_KEY: Final = "stands_on"


class Standing(NamedTuple):
    """One thing that stands on statements: its place, its file, where its list is, what it names.

    `has_text`: whether it says something itself; a value of a number is only inserted elsewhere.
    `single`: whether it stands on exactly one.
    """

    place: str
    doc: Doc
    at: Loc
    ids: tuple[tuple[str, int], ...]
    has_text: bool = True
    single: bool = False


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
            at = (name, "values", index)
            yield _of(place, entry.doc, at, has_text=False, single=True)


def _of(place: str, doc: Doc, at: Loc, *, has_text: bool, single: bool = False) -> Standing:
    only = doc.text(*at, _KEY)
    named = [(only, doc.line(*at, _KEY))] if only else doc.texts(*at, _KEY)
    return Standing(place, doc, at, tuple(named), has_text, single)


class Insertion(NamedTuple):
    """The sentence of a statement in a text, and the line where it is named."""

    text: Text
    line: int
    name: str


def inserted(context: Context) -> Iterator[Insertion]:
    """Every sentence a text inserts."""
    for text in context.draft.texts():
        for found in INSERTED.finditer(text.written):
            line = text.line + text.written.count("\n", 0, found.start())
            yield Insertion(text, line, found[1])


def orphans(context: Context) -> Iterator[Finding]:
    """A text or a value that stands on nothing."""
    for standing in standings(context):
        if not standing.ids and not _is_misspelt(standing):
            what = "Isi ini tidak berdiri di atas pernyataan mana pun."
            named = "nama-pernyataan" if standing.single else "[nama-pernyataan]"
            todo = f"Tambahkan `{_KEY}: {named}` dari content/statements."
            line = standing.doc.line(*standing.at) if standing.at else 1
            yield Finding(standing.doc.path, line, standing.place, what, todo)


def _is_misspelt(standing: Standing) -> bool:
    """Whether a key is there that was meant to be the list, which is reported as such."""
    written = standing.doc.get(*standing.at)
    keys = written if isinstance(written, dict) else ()
    return any(nearest(key, {_KEY}) for key in keys if key != _KEY)


def unknown_statements(context: Context) -> Iterator[Finding]:
    """A statement that is named or inserted and is not there."""
    known = context.draft.stated
    named = (
        (each.doc.path, line, f"{each.place}, kunci `{_KEY}`", name)
        for each in standings(context)
        for name, line in each.ids
    )
    shown = ((each.text.path, each.line, each.text.place, each.name) for each in inserted(context))
    for path, line, place, name in (*named, *shown):
        if name not in known:
            todo = _remedy(context, name)
            yield Finding(path, line, place, f"Pernyataan `{name}` tidak ada.", todo)


def _remedy(context: Context, name: str) -> str:
    """What to do about a statement that is not there; Windows may have given it an ending."""
    hidden = f"{name}.md.txt"
    if any(each.path.endswith(f"/statements/{hidden}") for each in context.draft.problems):
        return f"Berkasnya ada, tetapi bernama `{hidden}`. Ganti menjadi `{name}.md`."
    return f"{meant(name, context.draft.stated)}Perbaiki namanya, atau buat `statements/{name}.md`."


def unlisted_insertions(context: Context) -> Iterator[Finding]:
    """A sentence inserted into a text that does not say it stands on it, or where none can be."""
    listed = {
        each.doc.path: {name for name, _ in each.ids}
        for each in standings(context)
        if each.has_text
    }
    stated = {each.doc.path for each in context.draft.stated.values()}
    for text, line, name in inserted(context):
        if text.use in PLAIN or text.path in stated:
            what = f"Kalimat `{{{name}}}` tidak bisa disisipkan di sini."
            todo = "Tulis dengan kata biasa. Sisipan hanya untuk isi teks."
            yield Finding(text.path, line, text.place, what, todo)
        elif name in context.draft.stated and name not in listed.get(text.path, {name}):
            what = f"Kalimat `{{{name}}}` dipakai, tetapi tidak disebut di `{_KEY}`."
            todo = f"Tambahkan `{name}` ke `{_KEY}`."
            yield Finding(text.path, line, text.place, what, todo)


def unused_statements(context: Context) -> Iterator[Finding]:
    """A statement on which nothing stands.

    While something could not be read that is the mistake: it may be what stands on it.
    """
    draft = context.draft
    needs_calo = bool(context.code.names("tanda"))
    if draft.problems or draft.offices is None or (needs_calo and draft.calo_doc is None):
        return
    used = {name for each in standings(context) for name, _ in each.ids}
    used |= {each.name for each in inserted(context)} | context.code.names("pernyataan")
    for name, stated in draft.stated.items():
        if name not in used:
            what = "Tidak ada yang berdiri di atas pernyataan ini."
            todo = f"Sebut di `{_KEY}` pada teks yang mengatakannya, atau hapus berkas ini."
            yield Finding(stated.doc.path, 1, f"pernyataan `{name}`", what, todo)
