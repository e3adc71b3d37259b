"""How often something was tried in vain: "udah 3x", "lima kali gagal", "berkali-kali"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from flows.content.named import Matter
from flows.language.normalise import Normaliser
from flows.language.phrasebook import PhraseBook
from flows.language.understanding import Folded
from flows.language.wordlist import Part, WordList

PART: Final = Part("berulang", groups=("hitungan", "gagal", "wajah", "akun", "lain"))

OFTEN: Final = 2
"""Tries from which it is time to stop."""

_DIGITS: Final = re.compile(r"(?<![\d.,])(?:yang |yg )?(?:ke ?-?)?(\d{1,2}) ?(?:x|kali)")


class Repeated:
    """The reader of one word list."""

    def __init__(self, words: WordList, normaliser: Normaliser) -> None:
        ways = {group: words.ways(PART.name, group) for group in PART.groups}
        self._book = PhraseBook(ways, normaliser.spell)

    def often(self, folded: Folded, spelled: Sequence[str]) -> bool:
        """Whether something was tried more than once, and nothing else is counted."""
        said = self._said(spelled)
        if "lain" in said:
            return False
        counted = any(int(found[1]) >= OFTEN for found in _DIGITS.finditer(folded))
        return counted or "hitungan" in said

    def failed(self, spelled: Sequence[str]) -> bool:
        """Whether it is said that it failed."""
        return "gagal" in self._said(spelled)

    def matter(self, spelled: Sequence[str]) -> Matter | None:
        """What was tried, where it is named."""
        said = self._said(spelled)
        if "wajah" in said:
            return "wajah"
        return "akun" if "akun" in said else None

    def _said(self, spelled: Sequence[str]) -> frozenset[str]:
        return frozenset(hit.name for hit in self._book.hits(spelled))
