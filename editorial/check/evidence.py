"""How old a text is. (One without a source is not read at all.)"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final, NamedTuple

from editorial.check.context import Context, Finding
from editorial.reading.page import Doc
from flows.content.guide import Page
from flows.content.numbers import Dated, Number

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
    for _, step in context.draft.steps():
        yield from _page(f"langkah `{step.id}`", step.doc, step.page)
    for _, place, leaf in context.draft.leaves():
        yield from _page(place, leaf.doc, leaf.page)
    yield from _offices(context)
    for entry in context.draft.numbers.values():
        if entry.number is not None:
            yield from _values(context, entry.doc, entry.number)


def _page(place: str, doc: Doc | None, page: Page | None) -> Iterator[Dating]:
    if doc is not None and page is not None:
        checked, expires = doc.line("checked_on"), doc.line("expires")
        yield Dating(doc.path, place, page.checked_on, checked, page.expires, expires)


def _offices(context: Context) -> Iterator[Dating]:
    """The offices that could be read."""
    doc = context.draft.offices
    for key, office in context.draft.desk.by_id.items():
        if doc is not None:
            checked, expires = (doc.line("kantor", key, name) for name in ("checked_on", "expires"))
            place = f"kantor `{key}`"
            yield Dating(doc.path, place, office.checked_on, checked, office.expires, expires)


def _values(context: Context, doc: Doc, number: Number) -> Iterator[Dating]:
    shown = {value.start: value for value in number.values if not _is_past(context, number, value)}
    for index in range(len(doc.get(number.id, "values"))):
        at = (number.id, "values", index)
        value = shown.get(date.fromisoformat(doc.text(*at, "from") or ""))
        if value is not None:
            place = f"angka `{number.id}`, nilai ke-{index + 1}"
            checked, expires = doc.line(*at, "checked_on"), doc.line(*at, "expires")
            yield Dating(doc.path, place, value.checked_on, checked, value.expires, expires)


def _is_past(context: Context, number: Number, value: Dated) -> bool:
    """Whether a later value has replaced this one: nobody is shown it any more."""
    return any(value.start < other.start <= context.today for other in number.values)


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
