"""Ways of asking that two answers claim: the search could only guess."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from editorial.check.context import Context, Finding
from editorial.reading.draft import Leaf
from flows.content.guide import Topic, Trouble
from flows.language.understanding import fold

_SIGNS: Final = re.compile(r"[^\w%]+")


def same_phrase(text: str) -> str:
    """A phrase without case and punctuation, so that two spellings of one compare equal."""
    words = text.lower().split()
    if text.isascii() and "".join(words).isalnum():
        return " ".join(words)  # as below: thousands of ways have no signs, and take a third of it
    return _SIGNS.sub(" ", fold(text)).strip()


def same_phrases(phrases: Sequence[str]) -> Sequence[str]:
    """`same_phrase` of each; at once where none has a sign or a capital, as in most lists."""
    whole = "".join(phrases)
    if whole.isascii() and whole == whole.lower() and whole.replace(" ", "").isalnum():
        return [" ".join(each.split()) for each in phrases]
    return [same_phrase(each) for each in phrases]


def shared_phrases(context: Context) -> Iterator[Finding]:
    """A phrase in two topics, in two troubles, or twice in one."""
    yield from _shared(context.draft.topics, "ask", "topik")
    yield from _shared(context.draft.troubles, "seen", "kendala")


def same_labels(context: Context) -> Iterator[Finding]:
    """Two answers of one question that read the same: nobody can tell which to press."""
    for _, step in context.draft.steps():
        if step.doc is None:
            continue
        first: dict[str, str] = {}
        for key, label, line in step.doc.pairs("options"):
            same = same_phrase(label)
            if same in first:
                what = f"Label “{label}” sama dengan pilihan `{first[same]}`."
                place = f"langkah `{step.id}`, pilihan `{key}`"
                yield Finding(step.doc.path, line, place, what, "Bedakan kata-katanya.")
            first.setdefault(same, key)


def _shared(
    leaves: Mapping[str, Leaf[Topic]] | Mapping[str, Leaf[Trouble]], key: str, kind: str
) -> Iterator[Finding]:
    first: dict[str, tuple[str, str, int]] = {}
    for name, leaf in leaves.items():
        for phrase, line in leaf.doc.texts(key):
            same = same_phrase(phrase)
            if same not in first:
                first[same] = (name, leaf.doc.path, line)
                continue
            other, path, other_line = first[same]
            place = f"{kind} `{name}`, kunci `{key}`"
            what = f"“{phrase}” sudah ada di {path}:{other_line}."
            if other == name:
                yield Finding(leaf.doc.path, line, place, what, "Hapus salah satu.", "warning")
            else:
                todo = f"Putuskan: milik {kind} `{name}` atau `{other}`. Hapus dari yang lain."
                yield Finding(leaf.doc.path, line, place, what, todo)
