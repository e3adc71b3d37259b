"""Whether somebody only asks us to wait: "sebentar ya bu", "tunggu, saya cek dulu".

The words are content: ``tahan`` in words.yaml.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from flows.language.marks import group_words
from flows.language.normalise import Normaliser
from flows.language.wordlist import Part, WordList

PART: Final = Part("tahan", groups=("tanda", "sisa"))

_MOST: Final = 7
"""Words; who writes more tells something."""


class HoldingOn:
    """The reader of one word list."""

    def __init__(self, words: WordList, normaliser: Normaliser) -> None:
        self._sign, filler = group_words(words, PART, normaliser)
        self._said = self._sign | filler

    def asked(self, spelled: Sequence[str]) -> bool:
        """A word that asks for a moment, and none that says more than what it is for."""
        words = set(spelled)
        return len(spelled) <= _MOST and bool(words & self._sign) and words <= self._said
