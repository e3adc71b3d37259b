"""What fits: Telegram's limits, and what somebody of 60 reads on a small screen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from editorial.check.context import Context, Finding
from editorial.contract.declared import declared
from editorial.contract.forms import PAGE, Form
from editorial.reading.texts import SHORT, Text, Use
from flows.answers import Answer
from flows.buttons import MAX_BYTES, fits, pack
from flows.content.guide import MAX_OPTIONS
from flows.content.visible import MAX_LABEL
from flows.presses import Act, Action
from flows.texts.fill import PLACEHOLDER
from flows.texts.units import units
from flows.views.evidence import evidence_data

AROUND: Final = 400
"""What the bot adds to a page: step count, hints, the broker warning, the source."""

_WORD: Final = re.compile(r"[^\W_]")


def words(text: str) -> int:
    """How many words people read; "Bapak/Ibu" is one."""
    return sum(1 for part in text.split() if _WORD.search(part))


def too_long(context: Context) -> Iterator[Finding]:
    """A text that Telegram would refuse, or cut, once its longest values are filled in."""
    for text in context.texts:
        if text.use in SHORT:
            continue
        form, limit = _room(text)
        count = units(context.visible(text))
        if count > limit:
            what = f"Setelah isian terisi, teks ini {count} huruf. Batasnya {limit}."
            todo = (
                "Pendekkan, atau bagi menjadi dua langkah."
                if form is PAGE
                else f"Pendekkan: ini {form.called}, dan tempatnya tidak memuat lebih banyak."
            )
            yield Finding(text.path, text.line, text.place, what, todo)


def _room(text: Text) -> tuple[Form, int]:
    """Where a text is shown, and what fits there."""
    if text.use not in {"message", "words"}:
        return PAGE, PAGE.limit - AROUND
    message = declared(text.id)
    form = message.form if message is not None else PAGE
    return form, form.limit


def many_words(context: Context) -> Iterator[Finding]:
    """More words than people read."""
    limits = context.style.batas
    for text in context.texts:
        if text.use in SHORT:
            continue
        limit = {"topic": limits.kata_per_jawaban, "end": limits.kata_per_akhir}.get(
            text.use, limits.kata_per_pesan
        )
        count = words(context.visible(text, lists_as_word=True))
        if count > limit:
            what = f"Teks ini {count} kata. Batasnya {limit} kata."
            todo = "Hapus yang tidak perlu sekarang, atau pindahkan ke topik atau langkah lain."
            yield Finding(text.path, text.line, text.place, what, todo, "warning")


def long_labels(context: Context) -> Iterator[Finding]:
    """A button whose words do not fit on a phone."""
    for text in context.texts:
        if text.use == "label":
            shown = context.visible(text)
            count = len(shown)
            # A placeholder that has no value is told elsewhere; its name is no label.
            if count > MAX_LABEL and not PLACEHOLDER.search(shown):
                what = f"Label tombol ini {count} huruf. Batasnya {MAX_LABEL}."
                yield Finding(text.path, text.line, text.place, what, "Pendekkan labelnya.")


def many_options(context: Context) -> Iterator[Finding]:
    """More answers than fit on a screen."""
    for _, step in context.draft.steps():
        options = step.options()
        if step.doc is not None and options is not None and len(options) > MAX_OPTIONS:
            what = f"Ada {len(options)} pilihan. Paling banyak {MAX_OPTIONS}."
            todo = "Bagi menjadi dua pertanyaan, atau gabungkan pilihan yang mirip."
            line = step.doc.line("options")
            yield Finding(step.doc.path, line, f"langkah `{step.id}`", what, todo)


_EVIDENCE_OF: Final[Mapping[Use, Answer]] = {
    "trouble": Answer.TROUBLE,
    "topic": Answer.TOPIC,
    "paper": Answer.PAPER,
}
"""The button to its evidence has the longest data of a text's buttons."""


def button_data(context: Context) -> Iterator[Finding]:
    """Ids so long that Telegram refuses the button."""
    for guide, step in context.draft.steps():
        for key in step.options() or ():
            data = pack(Act(Action.ANSWER, (guide.id, step.id, key)))
            if step.doc is not None and not fits(data):
                what = f"Data tombol `{data}` {len(data.encode())} bita. Batasnya {MAX_BYTES}."
                todo = "Pendekkan nama panduan, nama langkah, atau kunci pilihan."
                line = step.doc.line("options", key)
                place = f"langkah `{step.id}`, pilihan `{key}`"
                yield Finding(step.doc.path, line, place, what, todo)
    for use, _, leaf in context.draft.leaves():
        answer = _EVIDENCE_OF.get(use)
        if answer is not None:
            data = evidence_data(answer, leaf.id)
            if not fits(data):
                what = f"Data tombol `{data}` {len(data.encode())} bita. Batasnya {MAX_BYTES}."
                yield Finding(leaf.doc.path, 1, f"`{leaf.id}`", what, "Pendekkan nama berkasnya.")
