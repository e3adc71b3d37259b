"""Where a text comes from and how old that is. A text or value without a source is not read at all."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final, NamedTuple

from flows.check.context import Context, Finding

NOTICE: Final = timedelta(days=30)
"""How long before `expires` editors are warned."""

FRESH: Final = timedelta(days=365)
"""How long a check of the source counts."""


class Dating(NamedTuple):
    """The dates of one page or one value of a number, and the lines they stand in."""

    path: str
    place: str
    checked_on: date
    checked_line: int
    expires: date | None
    expires_line: int


def datings(context: Context) -> Iterator[Dating]:
    """Every dated thing that could be read; of a number, the values that are still to be shown."""
    draft = context.draft
    pages = [(f"langkah `{step.id}`", step.doc, step.page) for _, step in draft.steps()]
    pages += [(place, leaf.doc, leaf.page) for _, place, leaf in draft.leaves()]
    for place, doc, page in pages:
        if doc is not None and page is not None:
            lines = doc.line("checked_on"), doc.line("expires")
            yield Dating(doc.path, place, page.checked_on, lines[0], page.expires, lines[1])
    for entry in draft.numbers.values():
        number, doc = entry.number, entry.doc
        for index in range(len(doc.get(entry.id, "values") or ()) if number else 0):
            at = (entry.id, "values", index)
            start = date.fromisoformat(doc.text(*at, "from") or "")
            dated = (
                next(value for value in number.values if value.start == start) if number else None
            )
            if dated is None or _is_past(context, entry.id, start):
                continue
            place = f"angka `{entry.id}`, nilai ke-{index + 1}"
            lines = doc.line(*at, "checked_on"), doc.line(*at, "expires")
            yield Dating(doc.path, place, dated.checked_on, lines[0], dated.expires, lines[1])


def _is_past(context: Context, number_id: str, start: date) -> bool:
    """Whether a later value has replaced this one: nobody is shown it any more."""
    starts = [value.start for value in context.numbers[number_id].values]
    return any(start < other <= context.today for other in starts)


def outdated(context: Context) -> Iterator[Finding]:
    """A text or value past its `expires`."""
    for dating in datings(context):
        if dating.expires is not None and dating.expires < context.today:
            what = f"Isi ini berlaku sampai {dating.expires.isoformat()} dan sudah lewat."
            todo = "Periksa sumbernya, perbarui isinya, lalu ubah `expires` dan `checked_on`."
            yield Finding(dating.path, dating.expires_line, dating.place, what, todo)


def soon(context: Context) -> Iterator[Finding]:
    """A text or value whose `expires` is near."""
    for dating in datings(context):
        expires = dating.expires
        if expires is not None and context.today <= expires <= context.today + NOTICE:
            what = f"Isi ini hanya berlaku sampai {expires.isoformat()}."
            todo = "Periksa sumbernya sebelum hari itu, lalu ubah `expires` dan `checked_on`."
            yield Finding(dating.path, dating.expires_line, dating.place, what, todo, "warning")


def undated(context: Context) -> Iterator[Finding]:
    """A source checked on a day that has not come."""
    for dating in datings(context):
        if dating.checked_on > context.today:
            what = f"Tanggal periksa {dating.checked_on.isoformat()} belum terjadi."
            todo = "Tulis tanggal Bapak/Ibu benar-benar memeriksa sumbernya."
            yield Finding(dating.path, dating.checked_line, dating.place, what, todo)


def old(context: Context) -> Iterator[Finding]:
    """A source nobody has looked at for a year."""
    for dating in datings(context):
        if dating.checked_on < context.today - FRESH:
            what = f"Sumber terakhir diperiksa {dating.checked_on.isoformat()}, lebih dari setahun."
            todo = "Periksa lagi sumbernya, lalu ubah `checked_on`."
            yield Finding(dating.path, dating.checked_line, dating.place, what, todo, "warning")


def unlinked(context: Context) -> Iterator[Finding]:
    """Evidence that is no address."""
    for place, doc in context.draft.pages():
        for url, line in doc.texts("links"):
            if not url.startswith(("https://", "http://")) or " " in url:
                what = f"`{url}` bukan alamat."
                todo = "Tulis alamat lengkap yang mulai dengan https://."
                yield Finding(doc.path, line, f"{place}, kunci `links`", what, todo)
