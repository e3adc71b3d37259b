"""Numbers of one text beside each other: what each is told of, and which only limits another.

"Berhenti 12 tahun lalu, kerjanya 3 tahun" tells two things; "3 bulan lagi 10 tahun", "10 tahun
kurang setahun" and "9 tahun mau 10" tell one, and less than ten.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from flows.language.counts.measure import CALENDAR, Measure
from flows.language.counts.ranges import DAYS

GONE, MEMBER, WORKED = "berhenti", "jadi_peserta", "bekerja"
TOPICS: Final = (GONE, MEMBER, WORKED)
"""What a time can be told of: since somebody left, as a member, at work."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A measure and the words it was read from."""

    measure: Measure
    start: int
    end: int


def related(found: Sequence[Placed], words: Sequence[str]) -> Iterator[Measure]:
    """The measures that count, each with what it is told of."""
    placed = list(_with_topics(found, words))
    at = 0
    while at < len(placed):
        here = placed[at].measure
        if at + 1 < len(placed) and _touch(placed[at], placed[at + 1], words):
            one = _as_one(here, placed[at + 1].measure)
            if one is not None:
                yield one
                at += 2
                continue
        yield here
        at += 1


def _with_topics(found: Sequence[Placed], words: Sequence[str]) -> Iterator[Placed]:
    """Each number with the topic named last before it, or else first behind it."""
    read = 0
    for at, each in enumerate(found):
        until = found[at + 1].start if at + 1 < len(found) else len(words)
        before = [topic for topic in map(_named, words[read : each.start]) if topic]
        read = each.end
        of = before[-1] if before else ""
        if not before:
            behind = ((n, _named(words[n])) for n in range(each.end, until))
            here, of = next(((n, topic) for n, topic in behind if topic), (each.end - 1, ""))
            read = here + 1
        yield replace(each, measure=replace(each.measure, of=of))


def _named(word: str) -> str:
    name = word.strip("<>")
    return name if word[0] == "<" and name in TOPICS else ""


def _touch(one: Placed, other: Placed, words: Sequence[str]) -> bool:
    """Whether nothing but marks stands between two numbers."""
    return all(word[0] == "<" and not _named(word) for word in words[one.end : other.start])


def _as_one(first: Measure, second: Measure) -> Measure | None:
    """What two numbers side by side mean together, where one limits the other."""
    unit = first.unit or second.unit
    if unit not in DAYS or CALENDAR in {first.unit, second.unit}:
        return None
    second = replace(second, unit=second.unit or unit)
    if second.unit not in DAYS:
        return None
    less = _days(first) < _days(second)
    if less and (first.to_go or first.bound == "kurang"):
        return replace(second, bound="kurang", of=second.of or first.of)
    if less and second.bound == "hampir":
        return replace(second, of=second.of or first.of)
    if not less and second.bound == "kurang" and not first.bound:
        short = _days(second) / DAYS[first.unit] if first.unit in DAYS else 0
        return replace(first, low=first.low - short, high=first.high - short)
    return None


def _days(measure: Measure) -> float:
    return measure.high * DAYS.get(measure.unit, 0)
