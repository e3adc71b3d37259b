"""The officers' desk: its files are there, no office is taken for another, buttons fit."""

from __future__ import annotations

from collections.abc import Iterator

from editorial.check.context import Context, Finding
from editorial.reading.offices import OFFICES, TRUST_WORDS
from editorial.reading.page import Doc
from flows.buttons import MAX_BYTES, fits, pack
from flows.presses import Staff, StaffTap

_LONGEST_CASE = 10**9
"""A case number nobody will reach: what a button must have room for."""


def desk(context: Context) -> Iterator[Finding]:
    """What the desk cannot work without, and what would confuse it."""
    draft = context.draft
    for doc, name in ((draft.offices, OFFICES), (draft.trust, TRUST_WORDS)):
        if doc is None:
            path = f"{draft.folder}/{name}"
            todo = "Ambil kembali berkas ini dari versi sebelumnya."
            yield Finding(path, 1, "", f"Berkas `{name}` belum ada.", todo)
    if draft.offices is not None and draft.offices.readable:
        yield from _offices(draft.offices)
    yield from _buttons(context)


def _offices(doc: Doc) -> Iterator[Finding]:
    written = doc.get("kantor")
    names = written if isinstance(written, dict) else {}
    first: dict[str, str] = {}
    for key in names:
        name = doc.text("kantor", key, "nama")
        if name in first:
            line = doc.line("kantor", key, "nama")
            what = f"Nama ini sudah dipakai kantor `{first[name]}`."
            todo = "Beri nama yang berbeda, supaya peserta tidak salah pilih."
            yield Finding(doc.path, line, f"kantor `{key}`, kunci `nama`", what, todo)
        elif name:
            first[name] = key


def _buttons(context: Context) -> Iterator[Finding]:
    draft = context.draft
    named = [
        *((Staff.TO_OFFICE, key, draft.offices) for key in draft.desk.by_id),
        *((Staff.SEND_REPLY, key, leaf.doc) for key, leaf in draft.replies.items()),
        *((Staff.SEND_TOPIC, key, leaf.doc) for key, leaf in draft.topics.items()),
    ]
    for verb, key, doc in named:
        data = pack(StaffTap(verb, _LONGEST_CASE, key))
        if doc is not None and not fits(data):
            what = f"Data tombol `{data}` {len(data.encode())} bita. Batasnya {MAX_BYTES}."
            line = doc.line("kantor", key) if doc is draft.offices else 1
            yield Finding(doc.path, line, f"`{key}`", what, "Pendekkan nama di kiri ini.")
