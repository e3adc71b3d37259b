"""The officers' desk: its files are there, no office is taken for another, buttons fit."""

from __future__ import annotations

from collections.abc import Iterator

from editorial.check.context import Context, Finding
from editorial.check.words.phrases import same_phrase
from editorial.reading.offices import HOURS, OFFICES, TRUST_WORDS
from editorial.reading.page import Doc
from flows.buttons import MAX_BYTES, fits, pack
from flows.content.offices import NATIONAL, Office
from flows.desk.hours import LEAST_OPEN, shortest_day
from flows.offices import Offices
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
        yield from _aliases(draft.desk, draft.offices)
        yield from _never_open(draft.desk, draft.offices)
        yield from _second_groups(draft.desk, draft.offices)
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


def _aliases(desk: Offices, doc: Doc) -> Iterator[Finding]:
    """A by-name that is the name or city of an office elsewhere: people would go to the wrong town.

    Offices of one city may share a by-name ("sby"): each of them is offered.
    """
    for office in desk.branches():
        others = {
            same_phrase(called): other.id
            for other in desk.branches()
            if same_phrase(other.kota) != same_phrase(office.kota)
            for called in (other.nama, other.kota)
        }
        for place, alias in enumerate(office.alias):
            other = others.get(same_phrase(alias))
            if other is not None:
                line = doc.line("kantor", office.id, "alias", place)
                what = f"“{alias}” adalah nama atau kota kantor `{other}`."
                todo = "Hapus dari sini, atau pakai sebutan yang hanya milik kantor ini."
                yield Finding(doc.path, line, f"kantor `{office.id}`, kunci `alias`", what, todo)


def _never_open(desk: Offices, doc: Doc) -> Iterator[Finding]:
    """Hours that leave no time at the desk on some day, each told where it is written."""
    places = {
        _hours_of(office, doc): None
        for office in desk.by_id.values()
        if shortest_day(office) < LEAST_OPEN
    }
    for place, line in places:
        what = "Ada hari kerja yang jam bukanya kurang dari setengah jam."
        todo = "Periksa `hari`, `jam`, `istirahat`, dan `jumat`: istirahat memotong jam buka."
        yield Finding(doc.path, line, place, what, todo)


def _second_groups(desk: Offices, doc: Doc) -> Iterator[Finding]:
    """A second group that is another one, or without a first."""
    firsts = {office.grup: office.id for office in desk.by_id.values() if office.grup is not None}
    for office in desk.by_id.values():
        if office.grup_kedua is None:
            continue
        what = ""
        if office.grup_kedua in firsts:
            what = f"Grup ini sudah menjadi `grup` kantor `{firsts[office.grup_kedua]}`."
        elif office.grup is None and office.id != NATIONAL:
            what = "Kantor ini punya `grup_kedua`, tetapi belum punya `grup`."
        if what:
            line = doc.line("kantor", office.id, "grup_kedua")
            todo = "Isi grup lain yang hanya milik kantor ini, atau kosongkan."
            yield Finding(doc.path, line, f"kantor `{office.id}`, kunci `grup_kedua`", what, todo)


def _hours_of(office: Office, doc: Doc) -> tuple[str, int]:
    """The place and line of the hours of an office: its own, or those of all."""
    for key in HOURS:
        if doc.get("kantor", office.id, key) is not None:
            return f"kantor `{office.id}`", doc.line("kantor", office.id, key)
    return "bagian `umum`", doc.line("umum", "jam")


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
