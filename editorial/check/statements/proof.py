"""The evidence of each statement: somebody says it, it can be opened, it is called what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from editorial.check.context import Context, Finding
from editorial.check.statements.standing import inserted, standings
from editorial.problems import listed
from editorial.reading.page import Doc
from flows.content.sources import UNSEEN
from flows.content.statement import CheckedHow, Statement, Voice

_SEEN: Final[frozenset[CheckedHow]] = frozenset({"resmi", "salinan"})
"""Ways of checking in which something was read."""

_MONTH: Final = (
    "januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember"
)
_ENDS: Final = re.compile(
    r"\b(?:sampai|hingga)\s+(?:(?:dengan|akhir|tanggal|bulan|tahun|\d{1,2}"
    rf"|{_MONTH})\s+)*(?P<year>20\d\d)\b"
    r"|\b(?:selama|sepanjang)\s+(?:tahun\s+)?(?P<whole>20\d\d)\b"
    r"|\bsementara waktu\b|\buji coba\b",
    re.IGNORECASE,
)
"""What a sentence says of something that ends; in which year, if it says so."""
_NOT_YET: Final = re.compile(r"\bbelum\b[^,.;:]*$", re.IGNORECASE)


class Heard(NamedTuple):
    """One voice of a statement, and the line where it stands."""

    doc: Doc
    place: str
    line: int
    voice: Voice


def _statements(context: Context) -> Iterator[tuple[Doc, str, Statement]]:
    for name, stated in context.draft.stated.items():
        if stated.statement is not None:
            yield stated.doc, f"pernyataan `{name}`", stated.statement


def _voices(doc: Doc, place: str, statement: Statement) -> Iterator[Heard]:
    said: tuple[tuple[str, tuple[Voice, ...]], ...] = (
        ("law", statement.law),
        ("practice", statement.practice),
        ("against", statement.against),
    )
    for key, voices in said:
        for index, voice in enumerate(voices):
            where = f"{place}, kunci `{key}`, isi ke-{index + 1}"
            yield Heard(doc, where, doc.line(key, index), voice)


def unproved(context: Context) -> Iterator[Finding]:
    """A statement nobody says, or one that was read and has no address."""
    for doc, place, statement in _statements(context):
        if not statement.voices and statement.checked_how != "kami":
            what = "Tidak tertulis siapa yang mengatakannya."
            todo = "Isi `law` (aturan) atau `practice` (siapa, kapan, di mana)."
            yield Finding(doc.path, 1, place, what, todo)
        if statement.checked_how not in _SEEN:
            continue
        for heard in _voices(doc, place, statement):
            if heard.voice.link is None:
                what = f"“{heard.voice.name}” dibaca di suatu alamat, tetapi alamatnya tidak ada."
                todo = "Isi `link`. Tidak punya alamatnya? Tulis `checked_how: belum`."
                yield Finding(doc.path, heard.line, heard.place, what, todo)


def mislabelled(context: Context) -> Iterator[Finding]:
    """A source that is called something else than its address says."""
    sources = context.draft.sources
    for doc, place, statement in _statements(context):
        for heard in _voices(doc, place, statement):
            wrong = _wrong_name(context, heard.voice)
            if wrong is not None:
                yield Finding(doc.path, heard.line, heard.place, *wrong)
        kinds = {sources.kind(voice) for voice in statement.voices} - {UNSEEN}
        if statement.checked_how == "resmi" and not _has_official(context, statement):
            what = "Ditulis `resmi`, tetapi tidak ada alamat situs resmi."
            todo = "Isi `link` ke situs resmi, atau tulis `checked_how: salinan`."
            yield Finding(doc.path, doc.line("checked_how"), place, what, todo)
        if statement.checked_how == "salinan" and kinds and kinds <= {*sources.drafts}:
            what = f"Sumbernya hanya {listed(sorted(kinds))}: itu belum bukti."
            todo = "Tulis `checked_how: belum`, atau tambahkan sumber yang lebih kuat."
            yield Finding(doc.path, doc.line("checked_how"), place, what, todo)


def _has_official(context: Context, statement: Statement) -> bool:
    official = context.draft.official
    links = (voice.link for voice in statement.voices)
    return official is None or any(link and official.has_link(link) for link in links)


def _wrong_name(context: Context, voice: Voice) -> tuple[str, str] | None:
    """What is wrong about the name of a source, and what to do."""
    sources = context.draft.sources
    only = sources.name_of(voice.link) if voice.link else None
    if only is not None and voice.name != only:
        return f"Alamat ini milik sumber lain: “{only}”.", f"Tulis “{only}”, atau ganti alamatnya."
    if voice.link is None:
        return None
    kind = sources.kind(voice)
    called = next((each for each in sources.kinds if each in voice.name.lower()), None)
    if called is not None and called != kind:
        what = f"“{voice.name}” menyebut diri {called}, padahal alamatnya {kind}."
        return what, "Tulis siapa yang berbicara saja; jenis sumber dihitung dari alamatnya."
    return None


def endless(context: Context) -> Iterator[Finding]:
    """A sentence that speaks of an end to come, without the last day on which it holds."""
    for doc, place, statement in _statements(context):
        if statement.until is not None:
            continue
        for sentence in (statement.body, *statement.conditions):
            for end in _ends_to_come(context.filled(sentence), statement.checked_on):
                what = f"“{end}” akan lewat, tetapi `until` belum ada."
                todo = "Isi `until` (hari terakhir) dan `after` (kalimat sesudahnya)."
                yield Finding(doc.path, doc.body_line, place, what, todo)


def _ends_to_come(sentence: str, checked_on: date) -> Iterator[str]:
    """What a sentence says of an end that was to come when it was checked; "not seen until
    November 2026" tells of the check itself."""
    for found in _ENDS.finditer(sentence):
        year = found["year"] or found["whole"]
        is_past = year is not None and int(year) < checked_on.year
        if not is_past and not _NOT_YET.search(sentence[: found.start()]):
            yield found[0]


def typed_over(context: Context) -> Iterator[Finding]:
    """A text that stands on something temporary without inserting its sentence."""
    shown = {(each.text.path, each.name) for each in inserted(context)}
    temporary = {each.id for _, _, each in _statements(context) if each.until is not None}
    for standing in standings(context):
        for name, line in standing.ids:
            if standing.has_text and name in temporary and (standing.doc.path, name) not in shown:
                what = f"`{name}` berlaku sementara, jadi kalimatnya harus disisipkan."
                todo = f"Tulis `{{{name}}}` di teksnya; kalimatnya berganti sendiri sesudah habis."
                yield Finding(standing.doc.path, line, standing.place, what, todo)
