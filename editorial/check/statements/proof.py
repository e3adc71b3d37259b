"""The evidence of each statement: somebody says it, it can be opened, it is called what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

from editorial.check.context import Context, Finding
from editorial.check.statements.standing import inserted, standings
from editorial.check.statements.witnesses import read_statements, witnesses
from editorial.problems import listed
from flows.content.sources import UNSEEN
from flows.content.statement import CheckedHow, Statement, Witness

_SEEN: Final[frozenset[CheckedHow]] = frozenset({"resmi", "salinan"})
"""Ways of checking in which something was read."""
_OURSELVES: Final = "Teman JHT"
_DRAFT: Final = "draf"
_DRAFTED: Final = re.compile(r"draf\b", re.IGNORECASE)


def unproved(context: Context) -> Iterator[Finding]:
    """A statement nobody says, or one that was read and has no address."""
    for doc, place, statement in read_statements(context):
        if not statement.witnesses and not _is_about_us(statement):
            what = "Tidak tertulis siapa yang mengatakannya."
            todo = "Isi `law` (aturan) atau `practice` (siapa, kapan, di mana)."
            if statement.checked_how == "kami":
                todo += " Tentang asisten ini sendiri? Namanya mulai dengan `kami-`."
            yield Finding(doc.path, 1, place, what, todo)
        if statement.checked_how not in _SEEN:
            continue
        for placed in witnesses(doc, place, statement):
            if placed.witness.link is None:
                what = (
                    f"“{placed.witness.name}” dibaca di suatu alamat, tetapi alamatnya tidak ada."
                )
                todo = "Isi `link`. Tidak punya alamatnya? Tulis `checked_how: belum`."
                yield Finding(doc.path, placed.line, placed.place, what, todo)


def _is_about_us(statement: Statement) -> bool:
    return statement.checked_how == "kami" and statement.id.startswith("kami-")


def mislabelled(context: Context) -> Iterator[Finding]:
    """A source that is called something else than its address says."""
    sources = context.draft.sources
    for doc, place, statement in read_statements(context):
        for placed in witnesses(doc, place, statement):
            wrong = _wrong_name(context, placed.witness)
            if wrong is not None:
                yield Finding(doc.path, placed.line, placed.place, *wrong)
        kinds = {_kind(context, witness) for witness in statement.witnesses} - {UNSEEN}
        if statement.checked_how == "resmi" and not _has_official(context, statement):
            what = "Ditulis `resmi`, tetapi tidak ada alamat situs resmi."
            todo = "Isi `link` ke situs resmi, atau tulis `checked_how: salinan`."
            yield Finding(doc.path, doc.line("checked_how"), place, what, todo)
        if statement.checked_how == "salinan" and kinds and kinds <= {*sources.drafts, _DRAFT}:
            what = f"Sumbernya hanya {listed(sorted(kinds))}: itu belum bukti."
            todo = "Tulis `checked_how: belum`, atau tambahkan sumber yang lebih kuat."
            yield Finding(doc.path, doc.line("checked_how"), place, what, todo)


def _kind(context: Context, witness: Witness) -> str:
    """What kind of source a witness is; a draft is one at any address."""
    return _DRAFT if _DRAFTED.match(witness.name) else context.draft.sources.kind(witness)


def self_checked(context: Context) -> Iterator[Finding]:
    """What is called our own and is said by somebody else."""
    for doc, place, statement in read_statements(context):
        if statement.checked_how != "kami":
            continue
        others = [witness.name for witness in statement.practice if witness.who != _OURSELVES]
        said_by = [*(witness.name for witness in statement.law), *others]
        if said_by:
            what = f"Ditulis `kami`, padahal yang mengatakannya “{said_by[0]}”."
            todo = "`kami` hanya untuk asisten ini sendiri. Tulis cara memeriksa yang sebenarnya."
            yield Finding(doc.path, doc.line("checked_how"), place, what, todo)


def imitated(context: Context) -> Iterator[Finding]:
    """Evidence at an address that is known to imitate an official one."""
    official, calo = context.draft.official, context.draft.calo_doc
    imitations = [host.lower() for host, _ in calo.texts("resmi", "tiruan")] if calo else []
    for doc, place, statement in read_statements(context):
        for placed in witnesses(doc, place, statement):
            link = placed.witness.link
            if link is None or (official is not None and official.has_link(link)):
                continue
            host = _host(link)
            if any(host == each or host.endswith(f".{each}") for each in imitations):
                what = f"`{host}` adalah situs tiruan, jadi bukan bukti."
                todo = "Hapus sumber ini, lalu cari alamat resminya atau beritanya."
                yield Finding(doc.path, placed.line, placed.place, what, todo)


def _host(link: str) -> str:
    """The host of an address; nothing where it has none (`tautan` tells)."""
    try:
        return urlsplit(link).hostname or ""
    except ValueError:
        return ""


def _has_official(context: Context, statement: Statement) -> bool:
    official = context.draft.official
    links = (witness.link for witness in statement.witnesses if not _DRAFTED.match(witness.name))
    return official is None or any(link and official.has_link(link) for link in links)


def _wrong_name(context: Context, witness: Witness) -> tuple[str, str] | None:
    """What is wrong about the name of a source, and what to do."""
    sources = context.draft.sources
    only = sources.name_of(witness.link) if witness.link else None
    if only is not None and witness.name != only:
        return f"Alamat ini milik sumber lain: “{only}”.", f"Tulis “{only}”, atau ganti alamatnya."
    if witness.link is None:
        return None
    kind = _kind(context, witness)
    called = next((each for each in sources.kinds if each in witness.name.lower()), None)
    if called is not None and called != kind:
        what = f"“{witness.name}” menyebut diri {called}, padahal alamatnya {kind}."
        return what, "Tulis siapa yang berbicara saja; jenis sumber dihitung dari alamatnya."
    return None


def typed_over(context: Context) -> Iterator[Finding]:
    """A text that stands on something temporary without inserting its sentence."""
    shown = {(each.text.path, each.name) for each in inserted(context)}
    temporary = {each.id for _, _, each in read_statements(context) if each.until is not None}
    for standing in standings(context):
        for name, line in standing.ids:
            if standing.has_text and name in temporary and (standing.doc.path, name) not in shown:
                what = f"`{name}` berlaku sementara, jadi kalimatnya harus disisipkan."
                todo = f"Tulis `{{{name}}}` di teksnya; kalimatnya berganti sendiri sesudah habis."
                yield Finding(standing.doc.path, line, standing.place, what, todo)
