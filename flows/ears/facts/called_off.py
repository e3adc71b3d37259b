"""An end of work that was called off: "batal resign", "phk-nya dibatalkan"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from flows.language.wordlist import WordList

_NOT_COME_TRUE: Final = ("tidak", "jadi")
_REACH: Final = 2
"""So many words behind what was called off say so."""


class CalledOff:
    """The words of one word list that call something off."""

    def __init__(self, words: WordList) -> None:
        self.words = frozenset(words.ways("tanda", "batal"))

    def behind(self, words: Sequence[str], end: int) -> bool:
        """ "Resign saya batal", "resign tidak jadi": right behind it."""
        behind = tuple(words[end : end + _REACH])
        return not self.words.isdisjoint(behind) or behind == _NOT_COME_TRUE

    def alone(self, words: Sequence[str]) -> bool:
        """Whether a clause says nothing else: "tapi batal", "tapi tidak jadi"."""
        return len(words) <= _REACH and self.behind(words, 0)
