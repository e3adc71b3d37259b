"""Ways of saying an answer (`fakta`, `pilihan` in words.yaml) name steps and options there are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from editorial.check.context import Context, Finding
from editorial.problems import listed, meant
from editorial.reading.draft import GuideDraft
from editorial.reading.page import Doc


class _Told(NamedTuple):
    """A part of words.yaml: its name, and where its steps must be, for people."""

    part: str
    where: str


Options = Mapping[str, set[str] | None]
"""Step → its options; None where a file cannot tell."""


def words_of_answers(context: Context) -> Iterator[Finding]:
    """Words for an answer that no step has: nobody would be understood by them."""
    doc, guides = context.draft.words, context.draft.guides
    if doc is None or not all(guide.complete for guide in guides.values()):
        return
    told = guides.get(context.code.told)
    if told is not None:
        yield from _strays(doc, _Told("fakta", f"panduan `{told.id}`"), _options(told))
    yield from _strays(doc, _Told("pilihan", "panduan mana pun"), _options(*guides.values()))


def _options(*guides: GuideDraft) -> Options:
    known: dict[str, set[str] | None] = {}
    for guide in guides:
        for step in guide.steps:
            options, others = step.options(), known.get(step.id, set())
            if step.kind == "ask":
                unknown = options is None or others is None
                known[step.id] = None if unknown else {*(others or ()), *(options or ())}
    return known


def _strays(doc: Doc, told: _Told, known: Options) -> Iterator[Finding]:
    written = doc.get(told.part)
    for step in written if isinstance(written, dict) else ():
        place = f"bagian `{told.part}`, langkah `{step}`"
        if step not in known:
            line = doc.line(told.part, step)
            what = f"Langkah `{step}` tidak ada di {told.where}."
            todo = f"{meant(step, known)}Pakai nama langkah yang ada, atau hapus bagian ini."
            yield Finding(doc.path, line, place, what, todo)
            continue
        options = known[step]
        for key, _, line in doc.pairs(told.part, step):
            if options is not None and key not in options:
                what = f"Pilihan `{key}` tidak ada di langkah `{step}`."
                choices = listed(sorted(options)) or "belum ada"
                todo = f"{meant(key, options)}Pilihan `{step}`: {choices}."
                yield Finding(doc.path, line, place, what, todo)
