"""An answer is listed without its question ("Yang kami catat", "Jawaban saya"): it says what of."""

from __future__ import annotations

from collections.abc import Iterator

from editorial.check.context import Context, Finding
from editorial.check.words.phrases import same_phrase
from editorial.problems import listed, meant
from editorial.reading.draft import StepDraft

YES = "ya"
"""An answer that begins with it answers a question nobody sees beside it."""


def answers_alone(context: Context) -> Iterator[Finding]:
    """An answer that nobody understands alone, and words (`told`) for an option there is not."""
    empty = frozenset(context.style.jawaban_kosong)
    for _, step in context.draft.steps():
        if step.doc is None or step.options() is None:
            continue
        yield from _strays(step)
        if len(step.options() or ()) > 1 or step.answer() != "pilihan":
            yield from _bare(context, step, empty)


def _strays(step: StepDraft) -> Iterator[Finding]:
    assert step.doc is not None
    options = step.options() or []
    for key, _, line in step.doc.pairs("told"):
        if key not in options:
            place = f"langkah `{step.id}`, kunci `told`"
            what = f"Pilihan `{key}` tidak ada di langkah ini."
            choices = listed(sorted(options)) or "belum ada"
            todo = f"{meant(key, options)}Pilihannya: {choices}."
            yield Finding(step.doc.path, line, place, what, todo)


def _bare(context: Context, step: StepDraft, empty: frozenset[str]) -> Iterator[Finding]:
    """Answers that say nothing without their question, by words the style calls empty."""
    assert step.doc is not None
    told = {key: (text, line) for key, text, line in step.doc.pairs("told")}
    for key, label, at in step.doc.pairs("options"):
        shown, line = told.get(key, (label, at))
        words = same_phrase(context.filled(shown)).split()
        if not words or not empty or (words[0] != YES and not empty.issuperset(words)):
            continue
        place = f"langkah `{step.id}`, pilihan `{key}`"
        what = f"“{shown}” tidak bisa dimengerti tanpa pertanyaannya."
        todo = "Tulis di `told` apa yang dijawab, misalnya `kurang: Surat belum lengkap`."
        yield Finding(step.doc.path, line, place, what, todo)
