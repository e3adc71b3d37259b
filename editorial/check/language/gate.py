"""The plain-language gate: warnings about sentences that are hard to read, and a score per text.

Thresholds and word lists are the editors' (``content/gaya.yaml``); GAYA.md explains each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from editorial.check.context import Context, Finding
from editorial.check.language.sentences import Sentence, sentences
from editorial.reading.texts import SHORT, Text

_NEGATIONS: Final = frozenset({"tidak", "tak", "bukan", "belum", "jangan", "tanpa", "kecuali"})
_NEAR: Final = 3
"""Two negations with at most this many words from one to the other deny each other."""

_PASSIVE: Final = re.compile(r"di[a-z]{4,}")
_ACTIVE: Final = frozenset(
    [
        "dinas",
        "dirinya",
        "direktur",
        "direksi",
        "digital",
        "dialog",
        "disiplin",
        "diskon",
        "dinding",
        "diploma",
        "diagnosis",
        "dilarang",
        "dimana",
        "diatas",
        "dibawah",
    ]
)
_CHAIN: Final = 3
"""Passive verbs at most this many words apart hang on each other."""

_STARTS: Final = frozenset({"", "lalu", "kemudian", "dan", "silakan", "mohon"})
_EXPLAINS: Final = re.compile(r"\b(?:yaitu|ialah|adalah|artinya|maksudnya)\b")


def _read(context: Context) -> Iterator[tuple[Text, list[Sentence]]]:
    for text in context.texts:
        if text.use not in SHORT:
            yield text, list(sentences(context.visible(text, lists_as_word=True)))


def _line(context: Context, text: Text, sentence: Sentence) -> int:
    """The line in the file where a sentence starts: the row that holds its first words."""
    start = " ".join(sentence.text.split()[:3])
    for offset, row in enumerate(text.written.split("\n")):
        bare = " ".join(context.filled(re.sub(r"[*_]{1,2}|\]\([^)]*\)|\[", "", row)).split())
        if start in bare:
            return text.line + offset
    return text.line


def _warn(context: Context, text: Text, sentence: Sentence, what: str, todo: str) -> Finding:
    line = _line(context, text, sentence)
    return Finding(text.path, line, text.place, what, todo, "warning")


def _quoted(sentence: Sentence) -> str:
    words = sentence.text.split()
    return f"“{' '.join(words[:5])}{' …' if len(words) > 5 else ''}”"


def long_sentences(context: Context) -> Iterator[Finding]:
    """A sentence too long to be kept in mind."""
    limit = context.style.batas.kata_per_kalimat
    for text, read in _read(context):
        for sentence in read:
            count = len(sentence.words)
            if count > limit:
                what = f"Kalimat {_quoted(sentence)} {count} kata. Batasnya {limit} kata."
                todo = "Bagi menjadi dua kalimat, satu hal satu kalimat."
                yield _warn(context, text, sentence, what, todo)


def jargon(context: Context) -> Iterator[Finding]:
    """A word of the field without its explanation in the same text."""
    explained = context.style.jargon
    for text, read in _read(context):
        whole = " ".join(sentence.text for sentence in read).lower()
        for word, meaning in explained.items():
            first = next((s for s in read if _has(word.lower(), s.text.lower())), None)
            if first is None or _is_explained(word.lower(), meaning.lower(), whole):
                continue
            what = f"Kata “{word}” belum dijelaskan."
            todo = f"Tulis “{word} ({meaning})” saat pertama disebut, atau pakai kata biasa."
            yield _warn(context, text, first, what, todo)


def _has(word: str, text: str) -> bool:
    return word in text and re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None


def _is_explained(word: str, meaning: str, whole: str) -> bool:
    """Followed by an explanation, standing in brackets behind one, or next to its meaning."""
    if meaning in whole:
        return True
    for found in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", whole):
        after = whole[found.end() : found.end() + 40]
        if after.lstrip().startswith("(") or _EXPLAINS.search(after.split(".")[0]):
            return True
        if whole[: found.start()].endswith("(") and after.startswith(")"):
            return True
    return False


def double_negatives(context: Context) -> Iterator[Finding]:
    """Two negations that have to be untangled."""
    for text, read in _read(context):
        for sentence in read:
            pair = _negated_twice(sentence)
            if pair:
                what = f"Dua kali menyangkal: “{pair}”."
                yield _warn(
                    context, text, sentence, what, "Katakan apa yang bisa atau harus dilakukan."
                )


def _negated_twice(sentence: Sentence) -> str | None:
    for part in sentence.text.split(","):
        words = re.findall(r"[\w/-]+", part.lower())
        at = [index for index, word in enumerate(words) if word in _NEGATIONS]
        for first, second in pairwise(at):
            if second - first <= _NEAR:
                return " ".join(words[first : second + 1])
    return None


def many_actions(context: Context) -> Iterator[Finding]:
    """A screen step that asks for more than one thing to be done."""
    screens = {
        step.doc.path: step.id
        for _, step in context.draft.steps()
        if step.doc and step.doc.get("troubles")
    }
    for text, read in _read(context):
        if text.use != "step" or text.path not in screens:
            continue
        done = [(s, verb) for s in _asked_of_all(read) for verb in _actions(s, context.style.aksi)]
        if len(done) > 1:
            verbs = ", ".join(verb for _, verb in done)
            what = f"Satu langkah meminta {len(done)} tindakan: {verbs}."
            yield _warn(
                context,
                text,
                done[1][0],
                what,
                "Sisakan satu, pindahkan yang lain ke langkah baru.",
            )


def _asked_of_all(read: list[Sentence]) -> Iterator[Sentence]:
    """Without the answers to a question in the same row ("Tanpa JMO? Buka …" is for some)."""
    before: Sentence | None = None
    for sentence in read:
        if before is None or before.row != sentence.row or not before.text.endswith("?"):
            yield sentence
        before = sentence


def _actions(sentence: Sentence, verbs: tuple[str, ...]) -> Iterator[str]:
    """The imperatives of a sentence: at its start, or after `lalu`, `kemudian`, `dan`.

    "Ketik hanya di JMO" is a warning, no action.
    """
    words = ["", *sentence.words, ""]
    for before, word, after in zip(words, words[1:], words[2:], strict=False):
        if word in verbs and before in _STARTS and after != "hanya":
            yield word


def passive_chains(context: Context) -> Iterator[Finding]:
    """A sentence in which nobody does anything."""
    spared = _ACTIVE | set(context.style.bukan_pasif)
    for text, read in _read(context):
        for sentence in read:
            found = _chained(sentence.words, spared)
            if found:
                what = (
                    f"Kalimat {_quoted(sentence)} bertumpuk kata kerja pasif: {', '.join(found)}."
                )
                todo = "Sebutkan siapa yang berbuat: “petugas memeriksa”, “Bapak/Ibu mengisi”."
                yield _warn(context, text, sentence, what, todo)


def _chained(words: list[str], spared: set[str] | frozenset[str]) -> list[str]:
    """The first passives of a sentence that hang on each other; "diterima atau ditolak" do not."""
    at = [n for n, word in enumerate(words) if _PASSIVE.fullmatch(word) and word not in spared]
    for first, second in pairwise(at):
        if second - first <= _CHAIN and "atau" not in words[first:second]:
            return [words[first], words[second]]
    return []
