"""``content/words.yaml`` as the search uses it: spellings, phrases, and what words tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

PARTS: Final = frozenset(
    {"ejaan", "frasa", "kata_umum", "bidang", "tetangga", "luar_topik", "inggris"}
    | {"nada", "perintah", "fakta", "pilihan"}
)
"""The parts of words.yaml."""

_NOTHING: Final[Mapping[str, Any]] = {}

Phrase = tuple[tuple[str, ...], tuple[str, ...]]
"""Words as typed, words that stand for them."""


Choices = Mapping[str, Mapping[str, tuple[str, ...]]]


@dataclass(frozen=True)
class WordList:
    """`spelling`: typed word → words. `phrases`: first word → phrases, longest first.

    `empty`: words that are not searched. `ours`: words that mark our field. `next_door`:
    words of BPJS Kesehatan. `foreign`: words that mark another field. `english`: English
    words. `moods`: name → ways of saying it. `facts`: step → option → ways of saying
    it anywhere; `choices`: the same and further ways as an answer to the step. `commands`: name →
    ways of saying, with nothing else, what a button does.
    """

    spelling: Mapping[str, tuple[str, ...]]
    phrases: Mapping[str, Sequence[Phrase]]
    empty: frozenset[str]
    ours: frozenset[str]
    next_door: frozenset[str]
    foreign: frozenset[str]
    english: frozenset[str]
    moods: Mapping[str, tuple[str, ...]]
    facts: Choices
    choices: Choices
    commands: Mapping[str, tuple[str, ...]]

    def examples(self) -> Iterator[str]:
        """Every phrase of moods, commands and choices: words spelled as they should be."""
        for ways in (*self.moods.values(), *self.commands.values()):
            yield from ways
        for options in self.choices.values():
            for ways in options.values():
                yield from ways


def word_list(raw: Mapping[str, Any]) -> WordList:
    """The word list of a library. A part that is missing is empty."""
    spelling: dict[str, tuple[str, ...]] = {}
    for word, variants in raw.get("ejaan", _NOTHING).items():
        for variant in variants.lower().split():
            spelling.setdefault(variant, tuple(word.split()))
    facts = _choices(raw, "fakta")
    return WordList(
        spelling=spelling,
        phrases=_phrases(raw.get("frasa", _NOTHING), spelling),
        empty=_words(raw, "kata_umum"),
        ours=_words(raw, "bidang"),
        next_door=_words(raw, "tetangga"),
        foreign=_words(raw, "luar_topik"),
        english=_words(raw, "inggris"),
        moods=_ways(raw.get("nada", _NOTHING)),
        facts=facts,
        choices=_added(facts, _choices(raw, "pilihan")),
        commands=_ways(raw.get("perintah", _NOTHING)),
    )


def ways_of(ways: str) -> tuple[str, ...]:
    """The comma-separated ways of saying something, in lower case."""
    return tuple(part.strip().lower() for part in ways.split(",") if part.strip())


def _choices(raw: Mapping[str, Any], part: str) -> Choices:
    return {step: _ways(options) for step, options in raw.get(part, _NOTHING).items()}


def _added(some: Choices, more: Choices) -> Choices:
    return {
        step: {
            option: (*some.get(step, {}).get(option, ()), *more.get(step, {}).get(option, ()))
            for option in {**some.get(step, {}), **more.get(step, {})}
        }
        for step in {**some, **more}
    }


def _ways(groups: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    return {name: ways_of(ways) for name, ways in groups.items()}


def _words(raw: Mapping[str, Any], part: str) -> frozenset[str]:
    return frozenset(str(raw.get(part, "")).lower().split())


def _phrases(
    groups: Mapping[str, str], spelling: Mapping[str, tuple[str, ...]]
) -> dict[str, list[Phrase]]:
    """Phrases by their first word, each word already in its usual spelling."""
    out: dict[str, list[Phrase]] = {}
    for word, ways in groups.items():
        for way in ways_of(ways):
            typed = way.replace("-", " ").split()
            usual = tuple(part for piece in typed for part in spelling.get(piece, (piece,)))
            out.setdefault(usual[0], []).append((usual, tuple(word.split())))
    for options in out.values():
        options.sort(key=lambda option: -len(option[0]))
    return out
