"""``content/words.yaml``: every word that people say and some reader listens for.

Which groups a reader needs stands beside the reader, as its `Part`; `flows.ears.PARTS` lists them,
and `check` compares them with the file. A group that is missing is empty: nothing here raises.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final, Literal

_NOTHING: Final[Mapping[str, Any]] = {}
_NEVER: Final = r"(?!)"

Phrase = tuple[tuple[str, ...], tuple[str, ...]]
"""Words as typed, words that stand for them."""

Spellings = Mapping[str, tuple[str, ...]]
"""Word as typed → the word or words it stands for."""

_SPELLED: Final = (
    "percaya",
    "sewajarnya",
    "siasat",
    "tipuan",
    "tuntutan",
    "duka",
    "berulang",
    "menanti",
    "cari_orang",
    "macet",
    "pamit",
    "tentang_kami",
)
"""Parts whose ways of saying something are words spelled rightly."""

Choices = Mapping[str, Mapping[str, tuple[str, ...]]]
"""Step → option → ways of saying it."""

At = tuple[str, str]
"""Guide and step."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of words.yaml as its reader needs it; what is named must be there.

    kind: `list` is one list of words, `spellings` usual word → other ways of writing it, `groups`
    ways of saying by name, `choices` by step and option. `groups`: their names; with `more`,
    editors may add others. `tables`: those that are spellings themselves. `only`: for a table (or
    the part itself) the usual words it may list.
    """

    name: str
    kind: Literal["list", "spellings", "groups", "choices"] = "groups"
    groups: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()
    more: bool = False
    only: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class WordList:
    """The words of one content folder; `raw` is the mapping of the file, every value a text.

    `said`: what the steps of the guides list themselves as ways of saying their options.
    """

    raw: Mapping[str, Any]
    said: Mapping[At, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    leans: Mapping[At, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)

    @cached_property
    def spelling(self) -> Spellings:
        """`ejaan`: the usual spelling of everybody's words, under every reader."""
        return self.spellings_in("ejaan")

    @cached_property
    def phrases(self) -> Mapping[str, list[Phrase]]:
        """`frasa`: first word → phrases, longest first, already in their usual spelling."""
        out: dict[str, list[Phrase]] = {}
        for word, ways in self.raw.get("frasa", _NOTHING).items():
            for way in ways_of(ways):
                usual = tuple(self.usual(way.replace("-", " ").split()))
                out.setdefault(usual[0], []).append((usual, tuple(word.split())))
        for options in out.values():
            options.sort(key=lambda option: -len(option[0]))
        return out

    @cached_property
    def empty(self) -> frozenset[str]:
        """Words that are not searched."""
        return self.listed("kata_umum")

    @cached_property
    def ours(self) -> frozenset[str]:
        """Words that mark our field."""
        return self.listed("bidang")

    @cached_property
    def next_door(self) -> frozenset[str]:
        """Words of BPJS Kesehatan."""
        return self.listed("tetangga")

    @cached_property
    def foreign(self) -> frozenset[str]:
        """Words that mark another field."""
        return self.listed("luar_topik")

    @cached_property
    def common(self) -> frozenset[str]:
        """Words spelled rightly though no topic asks with them: never taken for a mistake."""
        return self.listed("kata_biasa")

    @cached_property
    def english(self) -> frozenset[str]:
        """English words."""
        return self.listed("inggris")

    @cached_property
    def moods(self) -> Mapping[str, tuple[str, ...]]:
        """Name → ways of saying it."""
        return _ways(self.raw.get("nada", _NOTHING))

    @cached_property
    def commands(self) -> Mapping[str, tuple[str, ...]]:
        """Name → ways of saying, with nothing else, what a button does."""
        return _ways(self.raw.get("perintah", _NOTHING))

    @cached_property
    def facts(self) -> Choices:
        """Step → option → ways of saying it anywhere."""
        return {step: _ways(ways) for step, ways in self.raw.get("fakta", _NOTHING).items()}

    def listed(self, part: str) -> frozenset[str]:
        """The words of a list, in lower case."""
        return frozenset(str(self.raw.get(part, "")).lower().split())

    def ways(self, part: str, group: str) -> tuple[str, ...]:
        """The comma-separated ways of saying something, in lower case."""
        return ways_of(self._of(part, group) or "")

    def table(self, part: str, group: str) -> Spellings:
        """A group of spellings: word as typed → usual word or words."""
        return spellings(self._of(part, group) or _NOTHING)

    def spellings_in(self, part: str) -> Spellings:
        """A part that is a table of spellings: word as typed → usual word or words."""
        return spellings(self.raw.get(part, _NOTHING))

    def others(self, word: str) -> Sequence[str]:
        """The other spellings of a usual word."""
        return self._variants.get(word, ())

    def layered(self, own: Spellings) -> Spellings:
        """The spellings of everybody below those of one reader, which also go on from them."""
        shared = {
            word: tuple(part for usual in told for part in own.get(usual, (usual,)))
            for word, told in self.spelling.items()
        }
        return {**shared, **own}

    def usual(self, typed: Iterable[str]) -> list[str]:
        """Words in their usual spelling, unknown ones as they are."""
        return [part for word in typed for part in self.spelling.get(word, (word,))]

    def any_of(self, part: str, group: str) -> str:
        """A pattern for any way of a group, whole words, every word in any known spelling.

        ``potong*`` is any word that begins so, in this spelling only.
        """
        ways = self.ways(part, group)
        own = frozenset(ways)
        patterns = {" ?".join(self._spelled(word, own) for word in way.split()) for way in ways}
        if not patterns:
            return _NEVER
        return rf"\b(?:{'|'.join(sorted(patterns, key=lambda p: (-len(p), p)))})"

    def pattern(self, part: str, group: str) -> re.Pattern[str]:
        """The pattern of `any_of`, up to the end of a word."""
        return re.compile(self.any_of(part, group) + r"\b")

    def every_spelling(self, part: str, group: str, beside: Iterable[str] = ()) -> frozenset[str]:
        """The words of a group with all their spellings, but for those listed `beside` it."""
        words = frozenset(self.ways(part, group))
        found = {typed for word in words for typed in self.others(word)}
        return words | (found - frozenset(beside))

    def examples(self) -> Iterator[str]:
        """Every phrase of moods, commands, trust, grief and choices: words spelled rightly."""
        told = [_ways(self.raw.get(part, _NOTHING)) for part in _SPELLED]
        groups = (group for part in told for group in part.values())
        for ways in (*self.moods.values(), *self.commands.values(), *groups):
            yield from ways
        for options in (*self.facts.values(), *self.said.values(), *self.leans.values()):
            for ways in options.values():
                yield from ways

    @cached_property
    def known(self) -> frozenset[str]:
        """Words that are certainly spelled as they should be, or a known other way."""
        usual = (word for told in self.spelling.values() for word in told)
        said = (word for way in self.examples() for word in way.split())
        joined = (part for ways in self.phrases.values() for parts, _ in ways for part in parts)
        listed = (*self.ours, *self.next_door, *self.empty)
        return frozenset((*self.spelling, *usual, *said, *joined, *listed))

    @cached_property
    def times(self) -> frozenset[str]:
        """`waktu`: names of months and days and words of time, in every spelling."""
        tables = (table for table in self.raw.get("waktu", _NOTHING).values() if table)
        rows = (row for table in tables if isinstance(table, Mapping) for row in table.items())
        return frozenset(word for usual, others in rows for word in (usual, *others.split()))

    @cached_property
    def _variants(self) -> Mapping[str, list[str]]:
        out: dict[str, list[str]] = {}
        for typed, told in self.spelling.items():
            out.setdefault(" ".join(told), []).append(typed)
        return out

    def _spelled(self, word: str, own: frozenset[str]) -> str:
        if word.endswith("*"):
            return re.escape(word[:-1]) + r"\w*"
        others = [typed for typed in self.others(word) if typed not in own]
        if not others:
            return re.escape(word)
        return f"(?:{'|'.join(map(re.escape, sorted((word, *others), key=len, reverse=True)))})"

    def _of(self, part: str, group: str) -> Any:
        return self.raw.get(part, _NOTHING).get(group)


def spellings(groups: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Usual word → other spellings, turned round; the first to list a spelling has it."""
    out: dict[str, tuple[str, ...]] = {}
    for word, variants in groups.items():
        for variant in variants.lower().split():
            out.setdefault(variant, tuple(word.split()))
    return out


def ways_of(ways: str) -> tuple[str, ...]:
    """The comma-separated ways of saying something, in lower case."""
    return tuple(part.strip().lower() for part in ways.split(",") if part.strip())


def _ways(groups: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    return {name: ways_of(ways) for name, ways in groups.items()}
