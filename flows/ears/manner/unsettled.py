"""What keeps a text from telling how things are: they are only wished, planned or said by others,
it is an "ok" to what was read, or another thing than the one asked for is told of.

The words are content: ``belum_fakta`` in words.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from flows.language.marks import Marks
from flows.language.normalise import Normaliser
from flows.language.understanding import Folded
from flows.language.wordlist import Part, WordList

PART: Final = Part(
    "belum_fakta",
    groups=(
        "harapan", "rencana", "kabar", "benda", "lama_lain", "uang_lain", "belum_jadi",
        "milik_lain", "umpama", "sanggup", "seruan", "aktif_kerja", "dahulu", "kini",
        "aplikasi", "kata_orang", "orang_itu", "nama_status", "kartu_lain",
    ),
)  # fmt: skip

WISHED, PLANNED, TOLD = "harapan", "rencana", "kabar"
THING, LASTING, MONEY = "benda", "lama_lain", "uang_lain"
UNDER_WAY, OF_OTHERS, SUPPOSED = "belum_jadi", "milik_lain", "umpama"
AT_WORK, FORMERLY, TODAY, NAMED = "aktif_kerja", "dahulu", "kini", "nama_status"
HEARSAY, THEIRS, OTHER_CARD = "kata_orang", "orang_itu", "kartu_lain"
WILLING: Final = "sanggup"


class Unsettled:
    """The reader of one word list."""

    def __init__(self, words: WordList, normaliser: Normaliser) -> None:
        self._marks = Marks(words, PART, normaliser)
        self._empty = words.empty
        self._former = words.pattern(PART.name, FORMERLY)
        self._app = words.pattern(PART.name, "aplikasi")
        self._cries = re.compile(rf"{words.any_of(PART.name, 'seruan')}\b(?: ya\b)?")

    def said(self, spelled: Sequence[str], groups: Sequence[str]) -> list[str]:
        """The words of these groups that are said, in their usual spelling."""
        text = self._marks.read(spelled)
        return [" ".join(spelled[start:end]) for start, end in text.spans(*groups)]

    def only_willing(self, spelled: Sequence[str]) -> bool:
        """Whether "ok" or "siap" is all that is said: heard, but no yes to what is asked."""
        text = self._marks.read(spelled)
        return text.has(WILLING) and not text.left(self._empty, WILLING)

    def is_former(self, folded: Folded) -> bool:
        """Whether it tells of a time that is over: "tadinya 20 juta"."""
        return bool(self._former.search(folded))

    def of_another_state(self, folded: Folded, spelled: Sequence[str]) -> bool:
        """Whether what is said of a membership may be of something else, or of another time: "saya
        sudah gak aktif kerja", "jmo gak aktif", "dulu nonaktif"."""
        if self._app.match(folded):
            return True
        text = self._marks.read(spelled)
        if text.has(AT_WORK) and not text.has(NAMED):
            return True
        return not text.has(TODAY) and bool(self._former.search(folded))

    def without_cries(self, folded: Folded) -> Folded:
        """The same without "ya ampun" and "ya begitulah", whose "ya" agrees to nothing."""
        bare = self._cries.sub(" ", folded)
        return Folded(" ".join(bare.split())) if bare != folded else folded
