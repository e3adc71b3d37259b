"""Whether a text says only that something fails, not what: "gagal terus", "kok gabisa ya".

The words are content: ``macet`` in words.yaml.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from flows.language.marks import Marks
from flows.language.normalise import Normaliser
from flows.language.wordlist import Part, WordList

PART: Final = Part("macet", groups=("gagal", "sekitar"))


class Failing:
    """The reader of one word list."""

    def __init__(self, words: WordList, normaliser: Normaliser) -> None:
        self._marks = Marks(words, PART, normaliser)
        self._empty = words.empty

    def vague(self, spelled: Sequence[str]) -> bool:
        """Whether nothing is said but that it fails."""
        text = self._marks.read(spelled)
        return text.has("gagal") and not text.left(self._empty, *PART.groups)
