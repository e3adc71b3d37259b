"""What somebody says to have handed over already, and whether to people: "keburu saya kasih".

The words are content: ``terlanjur`` in words.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from flows.language.understanding import Folded
from flows.language.wordlist import Part, WordList

GIVEN: Final = ("kode", "uang", "apk", "ktp")
"""What may have been handed over; its text is ``terlanjur_<it>``."""

PART: Final = Part(
    "terlanjur",
    groups=(
        "sudah", "serahkan", "menyesal", "saya", "andai", "sebutkan", "tautan", "pihak", "resmi",
        "keliru", *GIVEN,
    ),
)  # fmt: skip
SOMEBODY: Final = "orang_lain"
"""Group of ``tanda``: to whom something was handed over, when it was not JMO or an office."""

Told = tuple[tuple[str, ...], bool]
"""Ids of texts for what was handed over, and whether to people."""


class Handed:
    """The reader of one word list."""

    def __init__(self, words: WordList) -> None:
        def any_of(group: str) -> str:
            return words.any_of(PART.name, group)

        self._already = re.compile(
            rf"(?:\w+\W+){{0,3}}{any_of('sudah')}\W+(?:\w+\W+){{0,3}}?"
            rf"{any_of('serahkan')}(?:\W+\w+){{0,6}}"
        )
        self._told = re.compile(
            rf"(?:\w+\W+){{0,1}}{any_of('saya')}\W+(?:\w+\W+){{0,1}}?"
            rf"{any_of('serahkan')}(?:\W+\w+){{0,6}}"
        )
        self._things = [(f"terlanjur_{it}", words.pattern(PART.name, it)) for it in GIVEN]
        self._is = {group: words.pattern(PART.name, group) for group in PART.groups}
        self._somebody = words.pattern("tanda", SOMEBODY)

    def read(self, folded: Folded) -> Told:
        """What was handed over already, if anything."""
        told = " ".join(found[0] for found in self._already.finditer(folded))
        given = tuple(self._named(told)) if told else ()
        somebody = bool(self._somebody.search(folded))
        if not given and somebody:
            # "Ditelepon orang, saya kasih kodenya": it happened, though nothing says "sudah".
            found = (each[0] for each in self._told.finditer(folded))
            told = " ".join(each for each in found if not self._has("andai", each))
            asked = folded.endswith("?") or self._has("andai", folded)
            given = () if asked else tuple(self._named(told))
        return given, bool(given) and (somebody or self._to_people(folded, given))

    def _named(self, told: str) -> Iterator[str]:
        return (name for name, pattern in self._things if pattern.search(told))

    def _to_people(self, folded: Folded, given: tuple[str, ...]) -> bool:
        """Whether it can only have been people: it is regretted, or was no form of ours."""
        if self._has("resmi", folded) or self._has("keliru", folded):
            return False
        if self._has("menyesal", folded) or self._has("tautan", folded):
            return True
        said = "terlanjur_kode" in given and self._has("sebutkan", folded)
        return said and self._has("saya", folded) and self._has("pihak", folded)

    def _has(self, group: str, text: str) -> bool:
        return self._is[group].search(text) is not None
