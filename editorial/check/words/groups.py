"""The words people say, inside their groups: readable, known where few are, never in two places.

Which groups must be there is the contract's matter (`editorial.contract.code`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from editorial.check.context import Context, Finding
from editorial.problems import listed, meant
from editorial.reading.page import Doc
from flows.content.visible import has_letter
from flows.ears import OPPOSED, PARTS
from flows.language.wordlist import Part, ways_of

_FORMS: Final = {
    "list": "daftar kata dipisah spasi",
    "spellings": "baris `kata baku: ejaan lain`, dipisah spasi",
    "spelling": "ejaan lainnya, dipisah spasi",
    "groups": "baris `nama: kata`, dipisah koma",
    "ways": "kata dipisah koma",
    "options": "baris `pilihan: kata`, dipisah koma",
    "choices": "baris `langkah:`, dan di bawahnya `pilihan: kata`",
}


_UNREADABLE: Final = "Bentuknya tidak bisa dibaca."


def word_groups(context: Context) -> Iterator[Finding]:
    """Groups that cannot be read, words no reader knows, words that stand twice."""
    doc = context.draft.words
    if doc is not None:
        for part in PARTS:
            if isinstance(doc.data, dict) and part.name in doc.data:
                yield from _in_part(doc, part)
        yield from _twice(doc)


def _in_part(doc: Doc, part: Part) -> Iterator[Finding]:
    value = doc.get(part.name)
    if part.kind == "list":
        if not isinstance(value, str) or not has_letter(value):
            yield _formed(doc, "list", part.name)
        return
    if not isinstance(value, dict) or not value:
        yield _formed(doc, part.kind, part.name)
        return
    if part.kind == "spellings":
        yield from _table(doc, part, part.name)
        return
    for name, ways in value.items():
        if name in part.tables:
            yield from _table(doc, part, part.name, name)
        else:
            yield from _group(doc, part, name, ways)


def _group(doc: Doc, part: Part, name: str, ways: object) -> Iterator[Finding]:
    """Ways of saying something, or those of the options of a step."""
    if part.kind != "choices":
        if not _says(ways):
            yield _formed(doc, "ways", part.name, name)
    elif not isinstance(ways, dict) or not ways:
        yield _formed(doc, "options", part.name, name)
    else:
        unread = (key for key, text in ways.items() if not _says(text))
        yield from (_formed(doc, "ways", part.name, name, key) for key in unread)


def _says(ways: object) -> bool:
    """Whether there is at least one way of saying it, and each can be typed."""
    said = ways_of(ways) if isinstance(ways, str) else ()
    return bool(said) and all(map(has_letter, said))


def _table(doc: Doc, part: Part, *at: str) -> Iterator[Finding]:
    """A group of spellings: of known words only, no spelling of two words."""
    table = doc.get(*at)
    if not isinstance(table, dict) or not table:
        yield _formed(doc, "spellings", *at)
        return
    only = part.only.get(at[-1])
    for usual in table:
        if only is not None and usual not in only:
            what = f"`{usual}` tidak dikenal di sini."
            todo = f"{meant(usual, only)}Yang dikenal: {listed(only)}."
            yield Finding(doc.path, doc.line(*at, usual), _place(*at), what, todo)
    first: dict[str, str] = {}
    for usual, spellings in table.items():
        if not isinstance(spellings, str) or not has_letter(spellings):
            yield _formed(doc, "spelling", *at, usual)
            continue
        for spelling in dict.fromkeys(spellings.lower().split()):
            if first.setdefault(spelling, usual) != usual:
                what = f"“{spelling}” sudah menjadi ejaan `{first[spelling]}`."
                todo = f"Putuskan: `{first[spelling]}` atau `{usual}`. Hapus dari yang lain."
                yield Finding(doc.path, doc.line(*at, usual), _place(*at, usual), what, todo)


def _twice(doc: Doc) -> Iterator[Finding]:
    """A word in two groups that mean the opposite, or exclude each other."""
    for one, other in OPPOSED:
        both = sorted(_listed(doc, one) & _listed(doc, other))
        if both:
            what = f"{listed(both)} ada juga di {_place(*one)}."
            todo = "Putuskan: di bagian ini atau di sana. Hapus dari yang lain."
            yield Finding(doc.path, doc.line(*other), _place(*other), what, todo)


def _listed(doc: Doc, at: tuple[str, ...]) -> set[str]:
    text = doc.text(*at) or ""
    return set(ways_of(text) if len(at) > 1 else text.lower().split())


def _formed(doc: Doc, form: str, *at: str) -> Finding:
    """What cannot be read, or holds not a single word."""
    todo = f"Tulis di sini {_FORMS[form]}."
    value = doc.get(*at)
    empty = value is None or value == {} or (isinstance(value, str) and not value.strip(", \n"))
    what = "Isinya kosong: tidak ada yang didengar bot." if empty else _UNREADABLE
    return Finding(doc.path, doc.line(*at), _place(*at), what, todo)


def _place(*at: str) -> str:
    return f"bagian `{'.'.join(at)}`" if at else ""
