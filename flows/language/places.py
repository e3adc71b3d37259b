"""A place on a list of answers: "2", "no 2", "yg ke-2 pak", "yang kedua", "terakhir"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

from flows.language.labels import YES
from flows.language.numerals import Numerals
from flows.language.understanding import Folded, Unclear, Understood
from flows.language.wordlist import WordList

LAST: Final = -1
"""The last place, however many there are."""

_LAST_WORD: Final = "terakhir"
PLACES: Final = ("1", "2", "3", "4", _LAST_WORD)
"""What the table `urutan` of ``jawaban`` may name."""

_ONLY: Final = "saja"
_PLACED: Final = re.compile(r"[a-z0-9 .,)(!:-]+")
"""What may be typed around a position; "10%" and "1/2" are none."""

_PIECES: Final = re.compile(r"[a-z]+|\d+")
_TWICE: Final = re.compile(r"\b([a-z]{3,})2\b")
""" "Itu2" is "itu-itu" and counts nothing."""

_POSITION: Final = re.compile(r"\d{1,3}")


class Places:
    """The words of places of one word list."""

    def __init__(
        self,
        words: WordList,
        numerals: Numerals,
        filler: Collection[str],
        naming: frozenset[str],
    ) -> None:
        """`filler` says nothing, `naming` only that a number comes ("nomor")."""
        self._numerals = numerals
        self._filler = filler
        self._naming = naming
        self._usual = words.usual
        self._only = frozenset((_ONLY, *words.others(_ONLY)))
        self._ordinals = words.table("jawaban", "urutan")
        self._names = naming | self._ordinals.keys()

    def is_named(self, typed: Iterable[str]) -> bool:
        """Whether it is said that a number is a place: "nomor 2", "yang kedua"."""
        return not self._names.isdisjoint(self._usual(typed))

    def read(self, folded: Folded) -> int | None:
        """The place a text names, from 1; None when it says more, or none."""
        if not _PLACED.fullmatch(folded):
            return None
        once = _TWICE.sub(lambda said: said[said[1] not in self._naming], folded)
        pieces = self._numerals.as_digits(Folded(" ".join(_PIECES.findall(once)))).split()
        named = [
            word
            for word in self._usual(pieces)
            if word not in self._filler and word not in self._naming
        ]
        # "1 ya": it softens what is said and agrees to nothing. "Cuma 1" tells how many.
        if len(named) == 2 and named[1] == YES:
            named.pop()
        if len(named) != 1 or pieces[0] in self._only:
            return None
        place = self._ordinals.get(named[0], named)[0]
        if place == _LAST_WORD:
            return LAST
        # "nol" is an answer of its own ("saldo nol"), never a position.
        if not _POSITION.fullmatch(place) or (int(place) == 0 and "0" not in folded):
            return None
        return int(place)


def at_place(number: int, ways: Mapping[str, Iterable[Sequence[str]]]) -> Understood[str] | Unclear:
    """The option in this place; "56" may also be the only label that says 56."""
    keys = list(ways)
    if 1 <= number <= len(keys):
        return Understood(keys[number - 1])
    named = [key for key, told in ways.items() if any(str(number) in words for words in told)]
    return Understood(named[0], True) if len(named) == 1 else Unclear("no_such_number")
