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
    ),
)  # fmt: skip

DONE: Final = "beres"
"""Said of any step that has but one answer: it is done. No option is called so."""


def said_alike(
    words: WordList, guides: Iterable[Guide]
) -> Mapping[At, Mapping[str, Sequence[str]]]:
    """Guide and step → option → how such an answer is said anywhere."""
    told = {group: words.ways(PART.name, group) for group in PART.groups}
    found: dict[At, dict[str, Sequence[str]]] = {}
    for guide in guides:
        for step in guide.steps:
            if isinstance(step, Ask) and step.options:
                found[guide.id, step.id] = _of(step, told)
    return found


def _of(step: Ask, told: Mapping[str, Sequence[str]]) -> dict[str, Sequence[str]]:
    done = told[DONE] if len(step.options) == 1 else ()
    ways = {key: (*told.get(key, ()), *done) for key in step.options}
    return {key: each for key, each in ways.items() if each}
