"""How like what was said is to one option."""

from __future__ import annotations

from typing import NamedTuple


class Likeness(NamedTuple):
    """`likeness` 0..1 of what was said to an option. `denied`: it was said not to be this one.
    `elsewhere`: word by word it is rather said of another, however near a way of this one is.
    `leans`: the nearest way only leans to it. `said`: the words of its ways
    that were said whole."""

    key: str
    likeness: float
    denied: bool = False
    elsewhere: bool = False
    leans: bool = False
    said: frozenset[str] = frozenset()

    def is_beside(self, other: Likeness) -> bool:
        """Whether ways of both options are said whole, and in other words: "jauh, naik angkot"."""
        return not (other.denied or other.said <= self.said or self.said <= other.said)
