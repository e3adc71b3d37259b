"""Numbers both ways: what decisions look up must be there, what is there must be shown."""

from __future__ import annotations

from collections.abc import Iterator

from editorial.check.context import Context, Finding
from editorial.problems import meant
from flows.texts.fill import placeholders


def numbers_of_code(context: Context) -> Iterator[Finding]:
    """A number that a decision looks up, missing or in another unit."""
    drafts = context.draft.numbers
    for name, unit in context.code.numbers.items():
        draft = drafts.get(name)
        if draft is None:
            free = set(drafts) - set(context.code.numbers)
            path = f"{context.draft.folder}/numbers"
            what = f"Angka `{name}` dipakai bot untuk menghitung, tetapi tidak ada."
            todo = f"{meant(name, free)}Tulis lagi angka `{name}` dengan satuan `{unit}`."
            yield Finding(path, 1, f"angka `{name}`", what, todo)
        elif draft.number is not None and draft.number.unit != unit:
            what = f"Angka `{name}` dihitung bot dalam `{unit}`, di sini `{draft.number.unit}`."
            todo = f"Tulis `unit: {unit}` dan nilainya dalam satuan itu."
            line = draft.doc.line(name, "unit")
            yield Finding(draft.doc.path, line, f"angka `{name}`", what, todo)


def unused_numbers(context: Context) -> Iterator[Finding]:
    """A number that no text shows and no decision looks up: nobody would notice it going stale.

    Only judged when every file could be read.
    """
    if context.draft.problems:
        return
    shown = {name for text in context.texts for name, _ in placeholders(text.written)}
    for name, draft in context.draft.numbers.items():
        if name not in shown and name not in context.code.numbers:
            what = "Tidak ada teks yang memakai angka ini."
            todo = f"Tulis `{{{name}}}` di teks yang menyebutnya, atau hapus angka ini."
            line = draft.doc.line(name)
            yield Finding(draft.doc.path, line, f"angka `{name}`", what, todo, "warning")
