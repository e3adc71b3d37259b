"""The short part of an answer or outcome: seen at once, with something left to read."""

from __future__ import annotations

from collections.abc import Iterator

from editorial.check.context import Context, Finding
from editorial.check.lengths import words
from editorial.reading.page import Doc
from flows.content.brief import MARK, marked, short_of, without_mark
from flows.content.visible import is_visible
from flows.texts.markup import plain


def short_answers(context: Context) -> Iterator[Finding]:
    """An answer whose first part is too long or missing, or behind which nothing is left."""
    for place, doc in _in_parts(context):
        yield from _parted(place, doc)
        yield from _too_long(context, place, doc)


def _in_parts(context: Context) -> Iterator[tuple[str, Doc]]:
    for leaf in context.draft.topics.values():
        yield f"topik `{leaf.id}`", leaf.doc
    for _, step in context.draft.steps():
        if step.kind == "end" and step.doc is not None:
            yield f"langkah `{step.id}`", step.doc


def _parted(place: str, doc: Doc) -> Iterator[Finding]:
    body = doc.body
    rows = marked(body)
    for row in rows[1:]:
        what = f"Baris `{MARK}` ada dua kali."
        line = doc.body_line + row
        yield Finding(doc.path, line, place, what, "Sisakan satu, di bawah jawaban pendek.")
    if not rows:
        return
    line = doc.body_line + rows[0]
    first, rest = short_of(body), "\n".join(body.split("\n")[rows[0] + 1 :])
    if not is_visible(first):
        todo = "Tulis jawaban pendeknya di atas baris itu."
        yield Finding(doc.path, line, place, f"Tidak ada jawaban di atas `{MARK}`.", todo)
    if not is_visible(without_mark(rest)):
        todo = "Tulis lanjutannya, atau hapus baris itu."
        yield Finding(doc.path, line, place, f"Tidak ada teks di bawah `{MARK}`.", todo)


def _too_long(context: Context, place: str, doc: Doc) -> Iterator[Finding]:
    limit = context.style.batas.kata_jawaban_pendek
    short = context.with_sentences(short_of(doc.body))
    shown = context.filled(plain(context.draft.markup(short).html))
    count = words(shown)
    if count > limit:
        what = f"Jawaban pendeknya {count} kata. Batasnya {limit} kata."
        todo = f"Sisakan intinya. Pindahkan yang lain ke bawah satu baris `{MARK}`"
        yield Finding(doc.path, doc.body_line, place, what, f"{todo}.")
