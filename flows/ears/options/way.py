"""One way of saying an option."""

from __future__ import annotations

from dataclasses import dataclass

from flows.ears.options.rarity import Words


@dataclass(frozen=True, slots=True, eq=False)
class Way:
    """It says the option `key`: its words, what they weigh together, whether it denies
    something, and whether it only leans to the option."""

    key: str
    words: Words
    weight: float
    denies: bool
    leans: bool
