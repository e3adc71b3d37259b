"""Whose day it is that is named: the last one of work, or that of a letter, a wage, a claim."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from flows.language.days.time_words import PART
from flows.language.understanding import Folded
from flows.language.wordlist import WordList

_WORD: Final = re.compile(r"[a-z0-9]+")
_LEAVING: Final = "berhenti"
_LETTER: Final = "surat"
_MATTERS: Final = (_LEAVING, "hal_lain", _LETTER)


class Matters:
    """The words of one word list that say what happened on a day."""

    def __init__(self, words: WordList) -> None:
        self._planned = words.pattern(PART.name, "rencana")
        self._beginning = words.pattern(PART.name, "permulaan")
        self._with = words.pattern(PART.name, "menyertai")
        self._together = re.compile(f"{words.pattern(PART.name, 'bersamaan').pattern} [a-z]+")
        self._after = words.pattern(PART.name, "sesudahnya")
        # The longest first: "surat resign" is no leaving, "tidak kerja lagi" no new work.
        ways = {way: group for group in _MATTERS for way in words.ways(PART.name, group)}
        self._groups = {tuple(words.usual(way.split())): group for way, group in ways.items()}
        self._usual = words.usual
        self._longest = max(map(len, self._groups), default=0)

    def is_of_another_day(self, folded: Folded, *, ahead: bool) -> bool:
        """Whether the day is none somebody stopped on: the first day of work, of life, or, unless
        the question looks `ahead`, a day that is only planned; or of a letter, a wage, a claim."""
        if self._beginning.search(folded) or (not ahead and self._planned.search(folded)):
            return True
        # "Pas gajian" says when it was, not what it was.
        said = self._said(self._usual(_WORD.findall(self._together.sub(" ", folded))))
        return bool(said) and _LEAVING not in said

    def is_of_leaving(self, folded: Folded) -> bool:
        """Whether it is said that somebody left: "keluar 1 april"."""
        planned = self._beginning.search(folded) or self._planned.search(folded)
        return not planned and _LEAVING in self._said(self._usual(_WORD.findall(folded)))

    def goes_with(self, folded: Folded) -> bool:
        """Whether what is said behind a day leaves it as it is: no matter with a day of its own,
        but "ambil paklaring" or "paklaring tanggal segitu"."""
        if self._beginning.search(folded) or self._planned.search(folded):
            return False
        said = self._said(self._usual(_WORD.findall(folded))) - {_LEAVING}
        return not said or (said == {_LETTER} and bool(self._with.search(folded)))

    def is_after_leaving(self, folded: Folded) -> bool:
        """Whether it is said that one is not at work any more: "besok udah gak masuk"."""
        return bool(self._after.search(folded))

    def _said(self, words: Sequence[str]) -> set[str]:
        """Which groups are said, the longest way at each place."""
        said: set[str] = set()
        at = 0
        while at < len(words):
            for length in range(self._longest, 0, -1):
                group = self._groups.get(tuple(words[at : at + length]))
                if group:
                    said.add(group)
                    at += length - 1
                    break
            at += 1
        return said
