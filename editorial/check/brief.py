"""The short answer of a topic: short enough to be seen at once, and something left to read."""

from __future__ import annotations

from collections.abc import Iterator

from editorial.check.context import Context, Finding
from editorial.check.lengths import words
from editorial.reading.draft import Leaf
from flows.content.brief import MARK, marked, short_of, without_mark
from flows.content.guide import Topic
from flows.content.visible import is_visible
from flows.texts.markup import plain


def short_answers(context: Context) -> Iterator[Finding]:
    """An answer whose first part is too long or missing, or behind which nothing is left."""
    for leaf in context.draft.topics.values():
        yield from _parted(context, leaf)
        yield from _too_long(context, leaf)


def _parted(context: Context, leaf: Leaf[Topic]) -> Iterator[Finding]:
    body, place = leaf.doc.body, f"topik `{leaf.id}`"
    rows = marked(body)
    for row in rows[1:]:
        what = f"Baris `{MARK}` ada dua kali."
        line = leaf.doc.body_line + row
        yield Finding(leaf.doc.path, line, place, what, "Sisakan satu, di bawah jawaban pendek.")
    if not rows:
        return
    line = leaf.doc.body_line + rows[0]
    first, rest = short_of(body), "\n".join(body.split("\n")[rows[0] + 1 :])
    if not is_visible(first):
        todo = "Tulis jawaban pendeknya di atas baris itu."
        yield Finding(leaf.doc.path, line, place, f"Tidak ada jawaban di atas `{MARK}`.", todo)
    if not is_visible(without_mark(rest)):
        todo = "Tulis lanjutannya, atau hapus baris itu."
        yield Finding(leaf.doc.path, line, place, f"Tidak ada teks di bawah `{MARK}`.", todo)


def _too_long(context: Context, leaf: Leaf[Topic]) -> Iterator[Finding]:
    limit = context.style.batas.kata_jawaban_pendek
    shown = context.filled(plain(context.draft.markup(short_of(leaf.doc.body)).html))
    count = words(shown)
    if count > limit:
        what = f"Jawaban pendeknya {count} kata. Batasnya {limit} kata."
        todo = f"Sisakan intinya. Pindahkan yang lain ke bawah satu baris `{MARK}`"
        place = f"topik `{leaf.id}`"
        yield Finding(leaf.doc.path, leaf.doc.body_line, place, what, f"{todo}.")
