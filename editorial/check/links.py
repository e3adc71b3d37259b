"""Addresses: evidence that can be opened, what is official, and texts that show nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple
from urllib.parse import urlsplit

from editorial.check.context import Context, Finding
from editorial.reading.page import Doc
from editorial.reading.texts import PLAIN, Text
from flows.guard.doubts import strangers
from flows.texts.markup import plain

_HREF: Final = re.compile(r'<a href="([^"]*)"')
_TEL: Final = "tel:"
_ANY_ADDRESS: Final = re.compile(r"@|\d{3}|\w\.\w|\]\(|\bdot\b|\btitik\b|\w \. ?\w")
"""Without one of these nothing in a text can be tapped; most texts have none."""
_HOST: Final = r"(?:[a-z0-9-]+\.)+[a-z]{2,}"
_TOO_WIDE: Final = re.compile(r"(?:ac|biz|co|desa|go|mil|my|net|or|ponpes|sch|web)\.id")
"""Half the country stands below such a name."""


class _Entry(NamedTuple):
    """A list below `resmi`: how one entry is written, its name and an example for people."""

    form: re.Pattern[str]
    called: str
    example: str


_SITE: Final = _Entry(re.compile(_HOST), "alamat situs", "bpjsketenagakerjaan.go.id")
_OFFICIAL: Final[Mapping[str, _Entry]] = {
    "domains": _SITE,
    "apps": _Entry(re.compile(rf"{_HOST}/\S+"), "alamat aplikasi", "apps.apple.com/id/app/id1444"),
    "phones": _Entry(re.compile(r"\+?\d[\d ()-]{1,18}\d"), "nomor telepon", '"175"'),
    "emails": _Entry(re.compile(rf"[\w.+-]+@{_HOST}"), "alamat e-mail", "tanya@contoh.go.id"),
    "tiruan": _SITE,
}


def unlinked(context: Context) -> Iterator[Finding]:
    """Evidence that is no address."""
    for place, doc, url, line in _evidence(context):
        if not _is_address(url):
            what = f"`{url}` bukan alamat."
            todo = "Tulis alamat lengkap yang mulai dengan https://."
            yield Finding(doc.path, line, place, what, todo)


def _evidence(context: Context) -> Iterator[tuple[str, Doc, str, int]]:
    """Every link: its place for people, its file, the link and its line."""
    draft = context.draft
    for name, stated in draft.stated.items():
        for key in ("law", "practice", "against"):
            voices = stated.doc.get(key)
            for index in range(len(voices) if isinstance(voices, list) else 0):
                place = f"pernyataan `{name}`, kunci `{key}`, isi ke-{index + 1}, kunci `link`"
                at = (key, index, "link")
                url = stated.doc.text(*at)
                if url is not None:
                    yield place, stated.doc, url, stated.doc.line(*at)
    if draft.offices is not None:
        names = draft.offices.get("kantor")
        for name in names if isinstance(names, dict) else ():
            for url, line in draft.offices.texts("kantor", name, "links"):
                yield f"kantor `{name}`, kunci `links`", draft.offices, url, line


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    named = "." in (parts.hostname or "").strip(".")
    return parts.scheme in {"https", "http"} and named and not re.search(r"\s", url)


def unlisted(context: Context) -> Iterator[Finding]:
    """An entry of `resmi` that nothing could be compared with, that half the net fits, or that is
    official and an imitation at once."""
    doc = context.draft.calo_doc
    if doc is None:
        return
    for key, entry in _OFFICIAL.items():
        for written, line in doc.texts("resmi", key):
            if not entry.form.fullmatch(written) or _TOO_WIDE.fullmatch(written):
                what = f"`{written}` bukan {entry.called}."
                todo = f"Tulis huruf kecil tanpa https://, seperti {entry.example}."
                yield Finding(doc.path, line, f"bagian `resmi`, kunci `{key}`", what, todo)
    yield from _both_real_and_false(doc)


def _both_real_and_false(doc: Doc) -> Iterator[Finding]:
    """Sites that are listed as official and as imitations."""
    official = {written.lower() for written, _ in doc.texts("resmi", "domains")}
    for written, line in doc.texts("resmi", "tiruan"):
        if written.lower() in official:
            what = f"`{written}` ada di daftar resmi dan di daftar tiruan."
            place = "bagian `resmi`, kunci `tiruan`"
            yield Finding(doc.path, line, place, what, "Hapus dari salah satu daftar.")


def unofficial(context: Context) -> Iterator[Finding]:
    """An address, e-mail or telephone number in a text that is not on the list of what is official.

    Telegram makes each of them something to tap.
    """
    official = context.draft.official
    if official is None:
        return
    for text in context.texts:
        if not _ANY_ADDRESS.search(text.written):
            continue
        shown, links = _seen(context, text)
        called = [link.removeprefix(_TEL) for link in links if link.startswith(_TEL)]
        sites = [link for link in links if not link.startswith(_TEL)]
        found = [doubt.quote for doubt in strangers(shown, official, sites)]
        found += [number for number in called if not official.has_phone(number)]
        for stranger in dict.fromkeys(found):
            what = f"“{stranger}” tidak ada di daftar resmi, padahal bisa ditekan peserta."
            todo = "Hapus dari teks. Memang resmi? Tambahkan ke bagian `resmi` di calo.yaml."
            yield Finding(text.path, text.line, text.place, what, todo)


def _seen(context: Context, text: Text) -> tuple[str, list[str]]:
    """What people read of a text, and the addresses behind it; placeholders stay as they are."""
    if text.use in PLAIN:
        return text.written, []
    read = context.draft.markup(text.written).html
    return plain(read), _HREF.findall(str(read))
