"""Whether what stands under a picture only names it: "ktp saya nih", "ini layarnya".

The words are content: ``keterangan`` in words.yaml.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from flows.language.marks import Marks
from flows.language.normalise import Normaliser
from flows.language.wordlist import Part, WordList

PART: Final = Part("keterangan", groups=("benda", "penunjuk"))


class Captions:
    """The reader of one word list."""

    def __init__(self, words: WordList, normaliser: Normaliser) -> None:
        self._marks = Marks(words, PART, normaliser)
        self._empty = words.empty

    def only_names(self, spelled: Sequence[str]) -> bool:
        """Whether nothing is asked or told."""
        text = self._marks.read(spelled)
        return text.has(*PART.groups) and not text.left(self._empty, *PART.groups)
