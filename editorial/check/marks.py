"""Markdown that Telegram or this bot does not show, or that leaves nothing to show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from editorial.check.context import Context, Finding
from editorial.reading.texts import PLAIN
from flows.content.visible import is_visible
from flows.texts.markup import plain

_ANY_SIGN: Final = re.compile(r"[*_<>\[`#~|\\]|^(?: {4}|[-=]{3})", re.MULTILINE)
"""Without one of these a text is read as it is written; most labels are."""


def refused_marks(context: Context) -> Iterator[Finding]:
    """Headings, tables, HTML and the like, each at its line; any mark at all in plain texts."""
    for text in context.texts:
        if text.use in PLAIN and not _ANY_SIGN.search(text.written):
            continue
        read = context.draft.markup(text.written)
        if text.use not in PLAIN:
            if is_visible(text.written) and not is_visible(plain(read.html)):
                what = "Tidak ada yang terlihat dari teks ini."
                yield Finding(text.path, text.line, text.place, what, "Tulis kalimatnya.")
            for fault in read.faults:
                yield Finding(text.path, text.line + fault.line, text.place, fault.what, fault.todo)
        elif read.faults or "<" in read.html:
            what = "Di sini tidak ada tebal, miring, atau tautan: tandanya ikut terbaca."
            todo = "Hapus tanda seperti `**`, `_`, `[…](…)`, dan `<…>`; sisakan kata-katanya."
            yield Finding(text.path, text.line, text.place, what, todo)
