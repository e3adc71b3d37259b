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
_OFF: Final = "tidak_kerja"
""" "Tidak kerja": since then, or only on that day."""

SINCE: Final = ("ukuran", "sejak")
"""The part and the group of what begins a time: "kerja di sana sejak 2012"."""

_OTHER_WORK: Final = "kerja_lain"
_MATTERS: Final = (_LEAVING, _OFF, "hal_lain", _OTHER_WORK, _LETTER)


class Matters:
    """The words of one word list that say what happened on a day."""

    def __init__(self, words: WordList) -> None:
        self._planned = words.pattern(PART.name, "rencana")
        self._beginning = words.pattern(PART.name, "permulaan")
        work, since = words.any_of(PART.name, "kerja"), words.any_of(*SINCE)
        self._working_since = re.compile(rf"\b{work}(?: [a-z]+){{0,3}} {since}\b")
        no, other = words.any_of("tanda", "sangkal"), words.any_of(PART.name, _OTHER_WORK)
        self._none = re.compile(rf"{no} (?:\w+ )?{other}(?:(?: di)? {other})?\b")
        # Who asks for the end, or is told of it, stops on a later day: "ngajuin resign 28 oktober".
        notice, end = (words.any_of(PART.name, group) for group in ("pengajuan", "yang_diajukan"))
        self._notice = re.compile(rf"{notice}\W+(?:\w+\W+){{0,2}}?{end}\b")
        self._with = words.pattern(PART.name, "menyertai")
        self._together = re.compile(f"{words.pattern(PART.name, 'bersamaan').pattern} [a-z]+")
        self._after = words.pattern(PART.name, "sesudahnya")
        self._last = words.pattern("tanda", "hari_terakhir")
        self._birth = words.pattern("tanda", "lahir")
        self._no_birth = words.pattern(PART.name, "bukan_lahir")
        self._work = frozenset(words.ways(PART.name, "kerja"))
        self._without = frozenset(words.ways(PART.name, "tanpa_kerja"))
        self._off = words.pattern(PART.name, "absen")
        self._away = words.pattern(PART.name, "tidak_hadir")
        already, again = ("|".join((word, *words.others(word))) for word in ("sudah", "lagi"))
        self._already = re.compile(rf"\b(?:{already}) $")
        self._again = re.compile(rf" (?:{again})\b")
        self._reason = re.compile(rf"\s{words.any_of(PART.name, 'sebab')}\b.*")
        # The longest first: "surat resign" is no leaving, "tidak kerja lagi" no new work.
        ways = {way: group for group in _MATTERS for way in words.ways(PART.name, group)}
        self._groups = {tuple(words.usual(way.split())): group for way, group in ways.items()}
        self._usual = words.usual
        self._longest = max(map(len, self._groups), default=0)

    def is_of_another_day(self, folded: Folded, *, ahead: bool) -> bool:
        """Whether the day is none somebody stopped on: the first day of work, of life, or, unless
        the question looks `ahead`, a day that is only planned; or of a letter, a wage, a claim."""
        if self.begins(folded) or (not ahead and self._planned.search(folded)):
            return True
        # "Pas gajian" says when it was, not what it was.
        asked = self._notice.search(folded)
        rest = self._notice.sub(" ", folded) if asked else folded
        # "Belum keterima di pt baru" is what is now.
        said = self._groups_in(self._none.sub(" ", self._together.sub(" ", rest)))
        if asked and _LEAVING not in said:
            return not self._last.search(rest)
        return bool(said) and said != {_OFF} and _LEAVING not in said

    def begins(self, folded: Folded) -> bool:
        """Whether work or a life begins: "kerja di sana sejak 2012", not "berhenti kerja sejak"."""
        # "Terakhir masuk kerja" begins nothing.
        if self._beginning.search(self._last.sub(" ", folded)):
            return True
        since = self._working_since.search(folded)
        if since is None or self._groups_in(folded) & {_LEAVING, _OFF}:
            return False
        before = self._usual(_WORD.findall(folded[: since.start()]))
        return self._without.isdisjoint(before[-2:])

    def is_no_birth(self, folded: Folded) -> bool:
        """Whether the day is of work or of a wedding, and not of a birth: "masuk kerja 1988"."""
        return bool(self._no_birth.search(folded)) and not self._birth.search(folded)

    def tells_of_birth(self, folded: Folded) -> bool:
        """Whether a birth is spoken of."""
        return bool(self._birth.search(folded))

    def is_of_work(self, folded: Folded) -> bool:
        """Whether a length is that of the work: "4 bulan kerja", not "4 bulan gak kerja"."""
        words = [word.removesuffix("nya") for word in self._usual(_WORD.findall(folded))]
        if self._groups_in(folded) & {_LEAVING, _OFF}:
            return False
        at = [place for place, word in enumerate(words) if word in self._work]
        return bool(at) and self._without.isdisjoint(words[max(0, at[0] - 2) : at[0]])

    def is_only_off(self, folded: Folded) -> bool:
        """Whether somebody does not work, which may be so for that day only."""
        return self._groups_in(folded) == {_OFF}

    def is_of_leaving(self, folded: Folded) -> bool:
        """Whether it is said that somebody left: "keluar 1 april"."""
        planned = self.begins(folded) or self._planned.search(folded)
        return not planned and bool({_LEAVING, _OFF} & self._groups_in(folded))

    def tells_of_leaving(self, folded: Folded) -> bool:
        """Whether leaving work is spoken of at all, were it only planned."""
        return _LEAVING in self._groups_in(folded)

    def goes_with(self, folded: Folded) -> bool:
        """Whether what is said behind a day leaves it as it is: no matter with a day of its own,
        but "ambil paklaring" or "paklaring tanggal segitu"."""
        if self.begins(folded) or self._planned.search(folded):
            return False
        said = self._groups_in(folded) - {_LEAVING, _OFF}
        return not said or (said == {_LETTER} and bool(self._with.search(folded)))

    def is_absence(self, folded: Folded) -> bool:
        """Whether somebody is off work for a while only: "tidak kerja karena cuti"."""
        if self._off.search(folded):
            return True
        away = self._away.search(folded)
        # "Sudah gak masuk", "gak masuk lagi": for good.
        return away is not None and not (
            self._already.search(folded[: away.start()]) or self._again.match(folded, away.end())
        )

    def is_after_leaving(self, folded: Folded) -> bool:
        """Whether it is said that one is not at work any more: "besok udah gak masuk"."""
        return bool(self._after.search(folded))

    def _groups_in(self, text: str) -> set[str]:
        """Which groups are said; why somebody left ("karena sakit") has no day of its own."""
        return self._said(self._usual(_WORD.findall(self._reason.sub(" ", text))))

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
