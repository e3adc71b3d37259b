"""How sure an answer is: answer it, offer the three nearest topics, or say that it is not ours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from flows.ears.topics.index import Score

Response = Literal["answer", "offer", "decline"]

SURE: Final = 0.25
"""Chance of the best topic from which it is answered at once."""

ALONE: Final = 0.75
"""The same for a text without any word of our field."""

FAMILIAR: Final = 0.55
"""The same where every word of such a text is one that topics are asked with."""

FAINT: Final = 0.10
"""Below this, a text without any word of our field is declined."""

PLAIN: Final = 0.90
"""From here on a word of another field does not keep us from answering, and a single word
of no field ("gagal") is enough."""

NEIGHBOUR: Final = "beda-bpjs-kesehatan"
"""The topic next door: people mean the other BPJS more often than they ask for the difference."""

BRIEF: Final = 2
"""Content words up to which a question about the other BPJS is answered at once."""


@dataclass(frozen=True, slots=True)
class Counts:
    """The content words of a text (digits left out): how many, and how many of which field."""

    words: int
    known: int
    ours: int
    next_door: int
    foreign: int


def act_for(ranked: Sequence[Score], seen: Counts) -> Response:
    """What to do with the ranking of a text."""
    if not ranked or not seen.words:
        return "decline"
    if not (seen.ours or seen.next_door) and _not_ours(ranked[0], seen):
        return "decline"
    return "answer" if _sure(ranked[0], seen) else "offer"


def _not_ours(best: Score, seen: Counts) -> bool:
    """For a text without a word of our field."""
    # "Di kebun sini sinyal cuma satu garis": offered, where the rest is likely of ours.
    if seen.foreign and best.chance < ALONE:
        return True
    return best.chance < FAINT or seen.known * 2 < seen.words


def _sure(best: Score, seen: Counts) -> bool:
    if best.topic == NEIGHBOUR:
        return seen.words <= BRIEF and best.chance >= SURE
    if seen.next_door and seen.next_door >= seen.ours:
        return False
    if seen.foreign:
        return best.chance >= PLAIN and seen.ours > seen.foreign
    if seen.ours:
        # "Bos galak": half of it is strange, so one word of ours proves little.
        return best.chance >= (SURE if seen.known * 2 > seen.words else ALONE)
    if seen.words == 1:
        return best.chance >= PLAIN
    if seen.known * 2 <= seen.words:
        return False
    # "Tidak bisa" is familiar, but says nothing.
    familiar = seen.known == seen.words > 2
    return best.chance >= (FAMILIAR if familiar else ALONE)
