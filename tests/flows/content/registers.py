"""Small statements and a library that stands on them, for tests."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from typing import Any

from flows.content.sources import Sources
from flows.content.statement import Against, Law, Practice, Statement
from flows.library import Library
from flows.statements import Statements

CHECKED = date(2026, 11, 1)
SOURCES = Sources(
    kinds={
        "situs resmi": ("resmi.go.id",),
        "salinan aturan": ("aturan.id", "berita.id/lampiran"),
        "draf": ("www.draf.id/naskah",),
    },
    names={"https://berita.id/kajian": "Kajian Contoh"},
    drafts=("draf", "belum dikonfirmasi"),
)
RULE = Law(act="Permen 1/2022", article="pasal 4", date="2022-04-26", link="https://aturan.id/1")
OTHER_RULE = Law(act="UU 2/2004", date="2004", link="https://aturan.id/2")
OFFICE = Practice(who="Kepala Kantor", at="Koran", date="2024-05-17", link="https://berita.id/1")
DRAFT = Practice(who="Naskah", date="2025-01", link="https://draf.id/naskah/7")
UNSEEN = Practice(who="Brosur", date="2023")
OTHERWISE = Against(who="Blog Anu", says="harus bayar", date="2021-03", link="https://berita.id/2")


def statement(name: str, **given: Any) -> Statement:
    """A statement that holds, with a rule behind it unless told otherwise."""
    usual: dict[str, Any] = {
        "title": f"Judul {name}"[:48],
        "body": f"Kalimat {name}.",
        "law": (RULE,),
        "checked_on": CHECKED,
        "checked_how": "salinan",
        "ask": "175",
    }
    return Statement(id=name, **(usual | given))


def register(*stated: Statement, disputed: Iterable[str] = ()) -> Statements:
    """These statements, with the kinds of sources of the tests."""
    return Statements({each.id: each for each in stated}, SOURCES, frozenset(disputed))


def changed(library: Library, **parts: Any) -> Library:
    """The same content with other parts; nothing that was rendered is kept."""
    kept = {each.name: getattr(library, each.name) for each in fields(library)}
    del kept["_rendered"]
    return Library(**(kept | parts))
