"""``content/words.yaml`` as the search uses it: spellings, phrases, and what words tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

_NOTHING: Final[Mapping[str, Any]] = {}

Phrase = tuple[tuple[str, ...], tuple[str, ...]]
"""Words as typed, words that stand for them."""


@dataclass(frozen=True)
class WordList:
    """`spelling`: typed word → words. `phrases`: first word → phrases, longest first.

    `empty`: words that are not searched. `ours`: words that mark our field. `next_door`:
    words of BPJS Kesehatan. `foreign`: words that mark another field. `moods`, `choices`:
    name → ways of saying it.
    """

    spelling: Mapping[str, tuple[str, ...]]
    phrases: Mapping[str, Sequence[Phrase]]
    empty: frozenset[str]
    ours: frozenset[str]
    next_door: frozenset[str]
    foreign: frozenset[str]
    moods: Mapping[str, tuple[str, ...]]
    choices: Mapping[str, tuple[str, ...]]


def word_list(raw: Mapping[str, Any]) -> WordList:
    """The word list of a library. A part that is missing is empty."""
    spelling: dict[str, tuple[str, ...]] = {}
    for word, variants in raw.get("ejaan", _NOTHING).items():
        for variant in variants.lower().split():
            spelling.setdefault(variant, tuple(word.split()))
    return WordList(
        spelling=spelling,
        phrases=_phrases(raw.get("frasa", _NOTHING), spelling),
        empty=_words(raw, "kata_umum"),
        ours=_words(raw, "bidang"),
        next_door=_words(raw, "tetangga"),
        foreign=_words(raw, "luar_topik"),
        moods={name: ways_of(ways) for name, ways in raw.get("nada", _NOTHING).items()},
        choices={key: ways_of(ways) for key, ways in raw.get("pilihan", _NOTHING).items()},
    )


def ways_of(ways: str) -> tuple[str, ...]:
    """The comma-separated ways of saying something, in lower case."""
    return tuple(part.strip().lower() for part in ways.split(",") if part.strip())


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
