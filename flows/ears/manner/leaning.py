"""Whether a few words ask what hangs on something told before: "bisa lewat JMO?", "itu berapa
persen".

The words are content: ``sandaran`` in words.yaml.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from flows.language.marks import group_words
from flows.language.normalise import Normaliser
from flows.language.wordlist import Part, WordList

PART: Final = Part("sandaran", groups=("jalur", "boleh", "tanya", "lain", "bagian"))

_BRIEF: Final = 8
"""Words; who writes more says all of what he asks about."""


class Leaning:
    """The reader of one word list."""

    def __init__(self, words: WordList, normaliser: Normaliser) -> None:
        self._channels, self._allowed, self._asking, self._others, self._portions = group_words(
            words, PART, normaliser
        )

    def of_channel(self, spelled: Sequence[str], *, asks: bool) -> bool:
        """Whether a way to claim from where one is may be used: with nothing that fails in it."""
        said = self._brief(spelled, asks=asks)
        allowed = bool(said & self._channels) and bool(said & self._allowed)
        return allowed and said.isdisjoint(self._others)

    def of_portion(self, spelled: Sequence[str], *, asks: bool) -> bool:
        """How much may be taken."""
        return bool(self._brief(spelled, asks=asks) & self._portions)

    def _brief(self, spelled: Sequence[str], *, asks: bool) -> set[str]:
        """The words of a short question; nothing where it is none."""
        said = set(spelled) if len(spelled) <= _BRIEF else set()
        return said if asks or said & self._asking else set()
