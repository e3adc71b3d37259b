"""How often something was tried in vain: "udah 3x", "lima kali gagal", "berkali-kali"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Tried:
    """`often`: more than once, and nothing else is counted. `in_vain`: it is said to have failed.
    `matter`: what was tried, where it is named."""

    often: bool
    in_vain: bool
    matter: Matter | None


class Repeated:
    """The reader of one word list."""

    def __init__(self, words: WordList, normaliser: Normaliser) -> None:
        ways = {group: words.ways(PART.name, group) for group in PART.groups}
        self._book = PhraseBook(ways, normaliser.spell)

    def of(self, folded: Folded, spelled: Sequence[str]) -> Tried:
        """What a text tells of tries."""
        said = frozenset(hit.name for hit in self._book.hits(spelled))
        counted = any(int(found[1]) >= OFTEN for found in _DIGITS.finditer(folded))
        matter: Matter | None = "akun" if "akun" in said else None
        return Tried(
            often="lain" not in said and (counted or "hitungan" in said),
            in_vain="gagal" in said,
            matter="wajah" if "wajah" in said else matter,
        )
