"""Whether a text only says that the usual cause is not it: "sinyal bagus kok", "udah diperbarui
tetap sama".

The words are content: ``bukan_sebab`` in words.yaml.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from flows.language.marks import Marks
from flows.language.normalise import Normaliser
from flows.language.wordlist import Part, WordList

PART: Final = Part("bukan_sebab", groups=("hal", "baik", "sekitar"))

_MOST: Final = 10
"""Words; who writes more tells a story."""


class RuledOut:
    """The reader of one word list."""

    def __init__(self, words: WordList, normaliser: Normaliser) -> None:
        self._marks = Marks(words, PART, normaliser)
        self._empty = words.empty

    def told(self, spelled: Sequence[str]) -> bool:
        """Whether some usual cause is said to be well, and nothing else."""
        if not 1 < len(spelled) <= _MOST:
            return False
        text = self._marks.read(spelled)
        if not text.has("hal") or not text.has("baik"):
            return False
        well = [span for span in text.spans("baik") if not text.denied(span)]
        return bool(well) and not text.left(self._empty, *PART.groups)
