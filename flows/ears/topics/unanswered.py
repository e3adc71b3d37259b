"""Questions no topic answered, gathered for editors: near-identical ones together.

This is how the FAQ grows: `ready_line` is what an editor pastes into a topic's `ask`.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from rapidfuzz import fuzz, process

from flows.language.understanding import fold

ALIKE: Final = 84
"""Likeness (0 to 100, word order ignored) from which two wordings count as the same question.

"kapan bsu 2026 cair" and "bsu 2026 kapan cairnya" are 93 alike; "kapan bsu cair" and "kapan jht
cair" are 71.
"""

NEAREST: Final = 3
"""How many topics are named."""

_DIGITS: Final = re.compile(r"\d+")
_PLAIN: Final = re.compile(r"[^\W_][\w ,.;/()%+'-]*[\w.)%]", re.ASCII)
"""What YAML takes as text without quotes, whatever its version."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording on one day: masked text, how often, and the topics nearest to it then."""

    text: str
    day: date
    nearest: tuple[str, ...] = ()
    times: int = 1


@dataclass(frozen=True, slots=True)
class Group:
    """Questions that say the same.

    `wordings`: most frequent first. `nearest`: topic ids, likeliest first. `last`: the latest day.
    """

    wordings: tuple[str, ...]
    times: int
    nearest: tuple[str, ...]
    last: date

    @property
    def text(self) -> str:
        """The most frequent wording."""
        return self.wordings[0]


@dataclass(slots=True)
class _Heap:
    """What is known so far of one wording, or of one group of them."""

    wordings: Counter[str] = field(default_factory=Counter)
    nearest: Counter[str] = field(default_factory=Counter)
    last: date = date.min

    def take(self, wording: Wording) -> None:
        self.wordings[wording.text] += wording.times
        for place, topic in enumerate(wording.nearest[:NEAREST]):
            self.nearest[topic] += wording.times * (NEAREST - place)
        self.last = max(self.last, wording.day)

    def join(self, other: _Heap) -> None:
        self.wordings += other.wordings
        self.nearest += other.nearest
        self.last = max(self.last, other.last)


def gather(questions: Iterable[Wording], read: Callable[[str], str] = fold) -> list[Group]:
    """The groups, most frequent first; the same for the same questions in any order.

    `read` gives a wording in one spelling (the search's own), so that slang does not part twins.
    Other numbers make another question: "kode 040" is not "kode 041".
    """
    groups: defaultdict[tuple[str, ...], dict[str, _Heap]] = defaultdict(dict)
    for text, heap in _by_wording(questions):
        spelled = read(text) or text
        same_numbers = groups[tuple(_DIGITS.findall(spelled))]
        head = _alike(spelled, tuple(same_numbers))
        same_numbers.setdefault(head or spelled, _Heap()).join(heap)
    found = [_group(heap) for same_numbers in groups.values() for heap in same_numbers.values()]
    return sorted(found, key=lambda group: (-group.times, group.text))


def _by_wording(questions: Iterable[Wording]) -> list[tuple[str, _Heap]]:
    heaps: defaultdict[str, _Heap] = defaultdict(_Heap)
    for wording in questions:
        heaps[wording.text].take(wording)
    return sorted(heaps.items(), key=lambda item: (-item[1].wordings.total(), item[0]))


def _alike(spelled: str, heads: Sequence[str]) -> str | None:
    found = process.extractOne(spelled, heads, scorer=fuzz.token_sort_ratio, score_cutoff=ALIKE)
    return None if found is None else found[0]


def _group(heap: _Heap) -> Group:
    return Group(
        wordings=_ranked(heap.wordings),
        times=heap.wordings.total(),
        nearest=_ranked(heap.nearest)[:NEAREST],
        last=heap.last,
    )


def _ranked(counted: Counter[str]) -> tuple[str, ...]:
    return tuple(sorted(counted, key=lambda name: (-counted[name], name)))


def ready_line(text: str) -> str:
    """The line to paste below `ask:` in a topic; quoted where YAML would misread it."""
    line = " ".join(text.split())
    return f"  - {line if _PLAIN.fullmatch(line) else json.dumps(line, ensure_ascii=False)}"
