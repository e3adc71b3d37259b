"""Names that code looks up, both ways: what code knows must be there, what is there be understood.

What code looks up is listed in `editorial.contract.code`, where it stands in the content in
`editorial.check.code.shelves`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from editorial.check.code.shelves import SHELVES, Shelf
from editorial.check.context import Context, Finding
from editorial.contract.code import Kind, Reads
from editorial.contract.declared import is_label
from editorial.contract.messages import MESSAGES, SAID
from editorial.contract.placeholders import braced
from editorial.problems import Severity, listed, meant
from flows.texts.fill import placeholders

CALLED: Final[Mapping[Kind, str]] = {"tanda": "tanda calo", "kata": "kelompok kata"}
"""A kind as editors call it, where that is not its own name."""

_LATER: Final = "Memang tidak dipakai lagi? Minta pemrogram mengubah {files} lebih dulu."
_RESTORED: Final[Mapping[Kind, str]] = {
    "panduan": f"Kembalikan nama foldernya. {_LATER}",
    "langkah": f"Kembalikan nama langkahnya. {_LATER}",
    "pilihan": f"Kembalikan nama di kiri titik dua; labelnya boleh diubah. {_LATER}",
    "kendala": f"Kembalikan nama berkasnya. {_LATER}",
    "topik": f"Kembalikan nama berkasnya. {_LATER}",
    "dokumen": "Buat berkas ini dengan `label` dan `stands_on`.",
    "balasan": f"Kembalikan nama berkasnya; isinya boleh diubah. {_LATER}",
    "angka": "Tulis lagi angka `{name}` dengan satuan `{form}`.",
    "kantor": "Tambahkan `{name}` di bawah `kantor`: yang melayani bila cabang tanpa grup.",
    "pesan": "Tambahkan {text} `{name}: …`.{shows}",
    "kata": f"Kembalikan nama di kiri titik dua; kata-katanya boleh diubah. {_LATER}",
    "tanda": f"Kembalikan `id` itu; label dan kata-katanya boleh diubah. {_LATER}",
    "pernyataan": f"Kembalikan nama berkasnya; kalimatnya boleh diubah. {_LATER}",
    "kalimat": f"Kembalikan nama di kiri titik dua; kalimatnya boleh diubah. {_LATER}",
}
"""What to do about a name that is missing."""

_NEW_OPTION: Final = (
    "Pakai nama yang dikenal: {known}. Pilihan baru? Minta pemrogram menambah artinya di {files}."
)
_UNREAD: Final[Mapping[Kind, str]] = {
    "pilihan": _NEW_OPTION,
    "dokumen": "Perbaiki nama berkasnya, atau hapus.",
}
"""What to do about a name nobody understands."""

_HARMLESS: Final = frozenset({"dokumen"})
"""Kinds of which one too many keeps nothing from working."""

_FORMS: Final[Mapping[Kind, str]] = {
    "angka": "Tulis `unit: {form}` dan nilainya dalam satuan itu.",
    "langkah": "Tulis `answer: {form}` di berkas langkahnya. {later}",
}
"""What to do about a name that is read in another form."""


def read_by_code(context: Context) -> Iterator[Finding]:
    """A name that code knows and the content lacks, and the other way round.

    Where a whole file is missing, the file is named once, and not each name in it.
    """
    gone: set[str] = set()

    def shared(reads: Reads) -> tuple[Kind, tuple[str, ...]]:
        return reads.kind, reads.inside

    for (kind, inside), group in groupby(sorted(context.code.reads, key=shared), key=shared):
        shelf = SHELVES[kind](context, inside)
        if shelf is not None and not shelf.there:
            gone.add(shelf.path)
        elif shelf is not None:
            readers = list(group)
            yield from _missing(kind, shelf, readers)
            yield from _in_another_form(kind, shelf, readers)
            yield from _unread(kind, shelf, readers)
    for path in sorted(gone):
        what = f"Berkas `{path.rpartition('/')[2]}` belum ada."
        yield Finding(path, 1, "", what, "Ambil kembali berkas ini dari versi sebelumnya.")


def _missing(kind: Kind, shelf: Shelf, readers: Sequence[Reads]) -> Iterator[Finding]:
    wanted = frozenset().union(*(reads.names for reads in readers))
    free = shelf.names.keys() - wanted
    for name in sorted(wanted - shelf.names.keys()):
        asking = [reads for reads in readers if name in reads.names]
        called = CALLED.get(kind, kind)
        what = f"{called.capitalize()} `{name}` tidak ada, padahal dipakai {_said(asking)}."
        remedy = _RESTORED[kind].format(
            name=name,
            files=listed(reads.reader.file for reads in asking),
            form=next((reads.forms[name] for reads in asking if name in reads.forms), ""),
            text="label tombol" if is_label(name) else "teks",
            shows=_shows(name) if kind == "pesan" else "",
        )
        place = f"{shelf.place}{called} `{name}`"
        yield Finding(
            shelf.path.format(name), shelf.line, place, what, f"{_guess(name, free)}{remedy}"
        )


def _in_another_form(kind: Kind, shelf: Shelf, readers: Sequence[Reads]) -> Iterator[Finding]:
    for reads in readers:
        for name, form in reads.forms.items():
            at = shelf.names.get(name)
            if at is not None and at.form and at.form != form:
                called = CALLED.get(kind, kind)
                what = (
                    f"{called.capitalize()} `{name}` dibaca {reads.reader} sebagai `{form}`, "
                    f"di sini `{at.form}`."
                )
                later = _LATER.format(files=f"`{reads.reader.file}`")
                todo = _FORMS[kind].format(form=form, later=later)
                yield Finding(at.path, at.line, f"{shelf.place}{called} `{name}`", what, todo)


def _unread(kind: Kind, shelf: Shelf, readers: Sequence[Reads]) -> Iterator[Finding]:
    for reads in readers:
        if not reads.whole:
            continue
        free = reads.names - shelf.names.keys()
        for name in sorted(shelf.names.keys() - reads.names):
            called, at = CALLED.get(kind, kind), shelf.names[name]
            what = f"{called.capitalize()} `{name}` tidak dikenal {reads.reader}."
            remedy = _UNREAD.get(kind, "Perbaiki namanya, atau hapus.").format(
                known=listed(sorted(reads.names)), files=f"`{reads.reader.file}`"
            )
            todo = f"{_guess(name, free)}{remedy}"
            severity: Severity = "warning" if kind in _HARMLESS else "error"
            place = f"{shelf.place}{called} `{name}`"
            yield Finding(at.path, at.line, place, what, todo, severity)


def _guess(name: str, free: Collection[str]) -> str:
    """The name that is left over on the other side; where there is only one, it is the one."""
    if len(free) == 1:
        return f"Mungkin maksudnya `{next(iter(free))}`. "
    return meant(name, free)


def _said(asking: Sequence[Reads]) -> str:
    return " dan ".join(str(reads.reader) for reads in asking)


def _shows(message_id: str) -> str:
    message = MESSAGES[message_id]
    must = f" Harus memuat {braced(message.must, ' dan ')}." if message.must else ""
    return must + (f" Boleh memuat {braced(message.may, ' atau ')}." if message.may else "")


def said_back(context: Context) -> Iterator[Finding]:
    """Every answer that is typed has the message that says it back, and no other step has one."""
    doc = context.draft.messages
    guides = context.draft.guides.values()
    if doc is None or not doc.readable or not all(guide.complete for guide in guides):
        return
    typed = {
        step.id: guide
        for guide, step in context.draft.steps()
        if step.kind == "ask" and step.answer() in {"tanggal", "rupiah"}
    }
    unread = {step.id for _, step in context.draft.steps() if step.answer() is None}
    written = {
        name.removeprefix(SAID): line for name, _, line in doc.pairs() if name.startswith(SAID)
    }
    for step, line in written.items():
        if step not in typed.keys() | unread:
            what = f"Tidak ada langkah `{step}` yang dijawab dengan tanggal atau jumlah uang."
            todo = f"{meant(step, typed)}Perbaiki nama di belakang `{SAID}`, atau hapus pesan ini."
            yield Finding(doc.path, line, f"pesan `{SAID}{step}`", what, todo)
    for step in sorted(typed.keys() - written.keys()):
        what = (
            f"Langkah `{step}` di panduan `{typed[step].id}` dijawab dengan mengetik, "
            "tetapi belum ada kalimat yang menyebut jawabannya kembali."
        )
        todo = f'Tambahkan `{SAID}{step}: "… {{jawaban}}"`, misalnya `"Saldo {{jawaban}}"`.'
        yield Finding(doc.path, 1, f"pesan `{SAID}{step}`", what, todo)


def unused_numbers(context: Context) -> Iterator[Finding]:
    """A number that no text shows and no decision looks up: nobody would notice it going stale.

    Only judged when every file could be read.
    """
    if context.draft.problems:
        return
    shown = {name for text in context.texts for name, _ in placeholders(text.written)}
    for name, draft in context.draft.numbers.items():
        if name not in shown and name not in context.code.names("angka"):
            what = "Tidak ada teks yang memakai angka ini."
            todo = f"Tulis `{{{name}}}` di teks yang menyebutnya, atau hapus angka ini."
            line = draft.doc.line(name)
            yield Finding(draft.doc.path, line, f"angka `{name}`", what, todo, "warning")
