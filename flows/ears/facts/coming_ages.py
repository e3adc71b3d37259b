"""An age that is named and not had: denied, still to come, or only what a rule asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from flows.language.numerals import Numerals
from flows.language.understanding import Folded
from flows.language.wordlist import WordList

_PART: Final = "tanda"
"""The part of words.yaml: `flows.ears.facts.in_text.PART`."""

_PIECE: Final = re.compile(r"\d+(?:[.,/:-]\d+)*|[a-z]+")
_END: Final = re.compile(r"[,.](?!\d)|[;!?]")
_REACHED: Final = "sudah"
_NO_YEARS: Final = frozenset({"juta", "jutaan", "ribu", "ribuan", "persen", "hari", "bulan"})
""" "Saldo 60 juta" is no age."""


class ComingAges:
    """The words around an age of one word list."""

    def __init__(self, words: WordList, numerals: Numerals) -> None:
        self._numerals = numerals
        self._usual = words.spelling
        self._breaks = re.compile(rf"\b{words.any_of(_PART, 'pemisah')}\b")
        self._coming = self._set(words, "menuju_umur") | self._set(words, "bukan_umur")
        self._entered = self._set(words, "capai_umur")
        self._between = self._set(words, "sela_umur")
        self._rules = self._set(words, "aturan_umur")
        self._later = self._set(words, "umur_nanti")
        self._missing = self._set(words, "umur_kurang")
        self._how_far = self._set(words, "jarak_umur")
        self._only_then = self._set(words, "baru_umur")

    @staticmethod
    def _set(words: WordList, group: str) -> frozenset[str]:
        return frozenset(words.ways(_PART, group))

    def only(self, folded: Folded, enough: int) -> bool:
        """Whether ages of `enough` years are named, and none of them is said to be had."""
        found = [self._is_coming(*each) for each in self._ages(folded, enough)]
        return bool(found) and all(found)

    def _ages(self, folded: Folded, enough: int) -> Iterator[tuple[Sequence[str], int]]:
        """Each such age: the words of its clause, and its place among them."""
        counted = self._numerals.as_digits(folded)
        for part in _END.split(counted):
            for clause in self._breaks.split(part):
                words = [self._of(word) for word in _PIECE.findall(clause)]
                for at, word in enumerate(words):
                    if len(word) != 2 or not word.isdigit() or int(word) < enough:
                        continue
                    if _NO_YEARS.isdisjoint(words[at + 1 : at + 2]):
                        yield words, at

    def _is_coming(self, words: Sequence[str], at: int) -> bool:
        before, behind = words[:at], words[at + 1 :]
        if not self._rules.isdisjoint(words):
            return True
        near = [word for word in reversed(before)]
        while near and near[0] in self._between:
            near.pop(0)
        if near and near[0] in self._coming:
            return not (near[0] in self._entered and near[1:2] == [_REACHED])
        return self._is_put_off(behind)

    def _is_put_off(self, behind: Sequence[str]) -> bool:
        """ "56 kurang sebulan", "56 masih lama", "56 tahun depan", "56 baru boleh"."""
        rest = list(behind)
        while rest and rest[0] in self._between and rest[0] not in self._missing:
            rest.pop(0)
        if not rest:
            return False
        first, next_ = rest[0], rest[1] if len(rest) > 1 else ""
        if first in self._later or (first.isdigit() and not self._later.isdisjoint(rest[1:3])):
            return True
        if first in self._missing:
            return not next_ or next_.isdigit() or next_ in self._how_far
        return first == "baru" and next_ in self._only_then

    def _of(self, word: str) -> str:
        bare = word.removesuffix("nya") if len(word) > len("nya") + 2 else word
        usual = self._usual.get(word) or self._usual.get(bare)
        return usual[0] if usual else bare
