"""Whether nothing is asked but what comes next: "terus gimana dong", "jadi saya harus ngapain".

The words are content: ``lalu`` in words.yaml.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from flows.language.marks import group_words
from flows.language.normalise import Normaliser
from flows.language.wordlist import Part, WordList

PART: Final = Part("lalu", groups=("sendiri", "awal", "tanya", "sisa"))

_MOST: Final = 7
"""Words; who writes more asks about something."""


class Onward:
    """The reader of one word list."""

    def __init__(self, words: WordList, normaliser: Normaliser) -> None:
        self._alone, self._begins, self._asks, filler = group_words(words, PART, normaliser)
        self._said = self._alone | self._begins | self._asks | filler

    def asked(self, spelled: Sequence[str]) -> bool:
        """A word that goes on by itself, or one that may beside what asks; and no other word."""
        words = set(spelled)
        if not words or len(spelled) > _MOST or not words <= self._said:
            return False
        return bool(words & self._alone) or (
            bool(words & self._begins) and bool(words & self._asks)
        )
