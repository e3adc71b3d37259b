"""Answers that are said alike at every question: what is seen, complete, done, accepted, unknown.

Which of them an option is says its key; the words are content: ``jenis`` in words.yaml. What a step
lists itself in `said` comes besides.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from flows.content.guide import Ask, Guide
from flows.language.wordlist import At, Part, WordList

PART: Final = Part(
    "jenis",
    groups=(
        "tampil", "kosong", "lengkap", "siap", "kurang", "berhasil", "diterima", "terkirim",
        "tersimpan", "masuk", "cocok", "paham", "dapat", "selesai", "tidak_tahu", "beres",
        "kecuali",
    ),
)  # fmt: skip

DONE: Final = "beres"
"""Said of any step that has but one answer: it is done. No option is called so."""


LACKING: Final = frozenset({"kurang", "hilang", "kosong"})
"""Options of those who lack something of what is asked for."""

SAVE: Final = "kecuali"
"""Said of those: all but something is there."""

SEEN: Final = "tampil"
"""The option of those who see on their screen what the step asks for."""

Ways = Mapping[At, Mapping[str, Sequence[str]]]
"""Guide and step → option → ways of saying it."""


def said_alike(words: WordList, guides: Iterable[Guide], own: Ways) -> Ways:
    """How answers are said anywhere; what a step lists as its `own` never means another one."""
    told = {group: words.ways(PART.name, group) for group in PART.groups}
    found: dict[At, Mapping[str, Sequence[str]]] = {}
    for guide in guides:
        for step in guide.steps:
            if isinstance(step, Ask) and step.options:
                at = guide.id, step.id
                found[at] = _of(step, told, own.get(at, {}))
    return found


def _of(
    step: Ask, told: Mapping[str, Sequence[str]], own: Mapping[str, Sequence[str]]
) -> dict[str, Sequence[str]]:
    done = told[DONE] if len(step.options) == 1 else ()
    listed = {way: option for option, said in own.items() for way in said}
    save = told[SAVE]
    ways = {
        key: (*told.get(key, ()), *done, *(save if key in LACKING else ())) for key in step.options
    }
    return {
        key: tuple(way for way in each if listed.get(way, key) == key)
        for key, each in ways.items()
        if each
    }
