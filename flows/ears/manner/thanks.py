"""Whether somebody thanks and takes leave, with a few words more: "ok makasih, nanti saya coba".

Never where a complaint or a question comes along. The words are content: ``pamit`` in words.yaml.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from flows.language.marks import Marks
from flows.language.normalise import Normaliser
from flows.language.wordlist import Part, WordList

PART: Final = Part("pamit", groups=("penutup", "atas", "cukup", "paham", "permintaan", "masih"))

_LONGEST: Final = 16


class Thanks:
    """The reader of one word list."""

    def __init__(self, words: WordList, normaliser: Normaliser) -> None:
        moods = words.moods
        thanks = {"terima_kasih": (*moods.get("terima_kasih", ()), *moods.get("pujian", ()))}
        self._marks = Marks(words, PART, normaliser, thanks)
        self._empty = words.empty

    def leave(self, spelled: Sequence[str]) -> bool:
        """Whether a text is thanks, or the end of it."""
        text = self._marks.read(spelled)
        thanked = text.has("terima_kasih")
        if not (thanked or text.has("cukup")) or len(spelled) > _LONGEST:
            return False
        if text.has("permintaan", "masih"):
            return False
        rest = text.left(self._empty, "terima_kasih", "penutup", "cukup", "paham")
        # "Baik" alone is either, not both: "sudah diminta baik baik".
        both = {*text.spans("terima_kasih")} - {*text.spans("paham")} and text.has("paham")
        return not rest or bool(both)
