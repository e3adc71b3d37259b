"""Ways of saying an answer (words.yaml `fakta`, `said`, `leans` of a step) belong to one option."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Final

from editorial.check.context import Context, Finding
from editorial.check.words.phrases import same_phrases
from editorial.problems import listed, meant
from editorial.reading.draft import GuideDraft, StepDraft
from editorial.reading.page import Doc
from flows.language.wordlist import ways_of

_TOLD: Final = "fakta"
_LISTED: Final = ("said", "leans")
_BESIDE: Final = ("beside", "never", "despite")
Options = Mapping[str, Collection[str] | None]
"""Step → its options; None where a file cannot tell."""


def words_of_answers(context: Context) -> Iterator[Finding]:
    """Words for an answer that no step has: nobody would be understood by them."""
    doc, guides = context.draft.words, context.draft.guides
    if doc is None or not all(guide.complete for guide in guides.values()):
        return
    told = guides.get(context.code.told)
    if told is not None:
        yield from _strays(doc, told)


def words_of_options(context: Context) -> Iterator[Finding]:
    """Words a step lists for an option it does not have, or for two of them."""
    for _, step in context.draft.steps():
        options = step.options()
        if step.doc is None or options is None:
            continue
        yield from _beside(step, step.doc, options)
        first: dict[str, str] = {}
        listed_ways = ((kind, *each) for kind in _LISTED for each in step.doc.pairs(kind))
        for kind, key, written, line in listed_ways:
            place = f"langkah `{step.id}`, kunci `{kind}`"
            if key not in options:
                yield _no_option(step.doc, line, place, key, options)
            ways = ways_of(written)
            same = same_phrases(ways)
            if first.keys().isdisjoint(same):  # thousands of ways, and hardly one of them twice
                first.update(dict.fromkeys(same, key))
                continue
            for way, phrase in zip(ways, same, strict=True):
                other = first.setdefault(phrase, key)
                if other != key:
                    what = f"“{way}” sudah ditulis untuk pilihan `{other}`."
                    todo = f"Putuskan: artinya `{other}` atau `{key}`. Hapus dari yang lain."
                    yield Finding(step.doc.path, line, place, what, todo)


def _beside(step: StepDraft, doc: Doc, options: Collection[str]) -> Iterator[Finding]:
    """Words that keep an option from being taken, of one that the step does not have."""
    for kind in _BESIDE:
        for key, _, line in doc.pairs(kind):
            if key not in options:
                place = f"langkah `{step.id}`, kunci `{kind}`"
                yield _no_option(doc, line, place, key, options)


def _no_option(doc: Doc, line: int, place: str, key: str, options: Collection[str]) -> Finding:
    what = f"Pilihan `{key}` tidak ada di langkah ini."
    choices = listed(sorted(options)) or "belum ada"
    return Finding(doc.path, line, place, what, f"{meant(key, options)}Pilihannya: {choices}.")


def _options(guide: GuideDraft) -> Options:
    return {step.id: step.options() for step in guide.steps if step.kind == "ask"}


def _strays(doc: Doc, guide: GuideDraft) -> Iterator[Finding]:
    known, written = _options(guide), doc.get(_TOLD)
    for step in written if isinstance(written, dict) else ():
        place = f"bagian `{_TOLD}`, langkah `{step}`"
        if step not in known:
            line = doc.line(_TOLD, step)
            what = f"Langkah `{step}` tidak ada di panduan `{guide.id}`."
            todo = f"{meant(step, known)}Pakai nama langkah yang ada, atau hapus bagian ini."
            yield Finding(doc.path, line, place, what, todo)
            continue
        options = known[step]
        for key, _, line in doc.pairs(_TOLD, step):
            if options is not None and key not in options:
                what = f"Pilihan `{key}` tidak ada di langkah `{step}`."
                choices = listed(sorted(options)) or "belum ada"
                todo = f"{meant(key, options)}Pilihan `{step}`: {choices}."
                yield Finding(doc.path, line, place, what, todo)
