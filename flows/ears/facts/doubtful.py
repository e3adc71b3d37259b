"""Words that sound like one answer of `cek-hak` and may be another: they are always asked about.

"Diminta mengundurkan diri" is a resignation on paper and a dismissal in fact; who is "dirumahkan"
may still be employed. What each means for the claim differs, so nobody's words decide it unasked.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from flows.language.understanding import Folded
from flows.language.wordlist import Part, WordList

Pair = tuple[str, str]
"""Two options of a step, the likelier first."""

MEANT: Final[Mapping[str, Mapping[str, Pair]]] = {
    "dirumahkan": {
        "keadaan": ("berhenti", "bekerja"), "sebab_berhenti": ("phk", "kontrak_habis"),
    },
    "disuruh_mundur": {
        "keadaan": ("berhenti", "bekerja"), "sebab_berhenti": ("phk", "resign"),
    },
    "putus_kontrak": {"sebab_berhenti": ("phk", "kontrak_habis")},
    "pensiun_dini": {
        "keadaan": ("berhenti", "usia_56"), "sebab_berhenti": ("pensiun_pkb", "resign"),
    },
    "dipanggil_lagi": {"kerja_lagi": ("ya", "tempat_lama")},
    "dipindah": {"keadaan": ("bekerja", "berhenti"), "sebab_berhenti": ("resign", "phk")},
}  # fmt: skip
"""Group of words → step → the two options it may mean."""

PART: Final = Part("dua_arti", groups=tuple(MEANT))

OPTIONS: Final = frozenset(
    (step, option) for steps in MEANT.values() for step, pair in steps.items() for option in pair
)
"""What is named here of the guide `cek-hak`; ``bot.py check`` compares it."""


class Doubtful:
    """The words of one word list that mean two things."""

    def __init__(self, words: WordList) -> None:
        self.ways = {group: words.ways(PART.name, group) for group in MEANT}
        self._groups = {group: words.pattern(PART.name, group) for group in MEANT}
        self._no = re.compile(rf"{words.any_of('tanda', 'sangkal')} $")

    def steps(self, folded: Folded) -> Mapping[str, Pair]:
        """The steps of `cek-hak` that a text answers doubtfully, with what it may mean there."""
        said = (group for group, pattern in self._groups.items() if self._is_said(pattern, folded))
        return {step: pair for group in said for step, pair in MEANT[group].items()}

    def _is_said(self, pattern: re.Pattern[str], folded: Folded) -> bool:
        """Whether it is said, and not only denied: "gak disuruh resign"."""
        found = pattern.search(folded)
        return found is not None and not self._no.search(folded[: found.start()])
