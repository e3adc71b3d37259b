"""Several days in one text, each with what happened on it: which one is the last of work."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from flows.language.days.time_words import PART
from flows.language.understanding import Folded, Understood
from flows.language.wordlist import WordList

_PAUSE: Final = r"\s*(?:[,;!](?!\d)|\.(?!\S)) *(?=\S)"
_CLOSE: Final = timedelta(days=3)
"""Days up to which two are the last one of work and the next."""

_LOOSE: Final = timedelta(days=31)
"""The same of what is said vaguely."""

Told = tuple[Folded, Understood[date]]
"""A piece of a text, and the day it names."""


class Ends:
    """The words of one word list that tell one day from another."""

    def __init__(self, words: WordList) -> None:
        turns = words.any_of(PART.name, "peralihan")
        self._apart = re.compile(rf"{_PAUSE}|\s+(?={turns}\b)")
        self._last = words.pattern(PART.name, "hari_akhir")
        self._letter = words.pattern(PART.name, "surat_akhir")
        self._former = words.pattern(PART.name, "yang_dulu")
        no = words.any_of("tanda", "sangkal")
        self._longer = words.pattern(PART.name, "perpanjangan")
        self._no_longer = re.compile(rf"{no}\W+(?:\w+\W+)?$")

    def parts(self, folded: Folded) -> tuple[Folded, ...]:
        """What is said before and behind each pause and each "tapi"."""
        said = (part.strip(" ,;.!") for part in self._apart.split(folded))
        return tuple(Folded(part) for part in said if part)

    def is_last(self, part: Folded) -> bool:
        """Whether it is the last day of work by its name: "terakhir masuk", "efektif"."""
        return bool(self._last.search(part))

    def is_of_letter(self, part: Folded) -> bool:
        """Whether it is the day of a letter that may be the end of the work: "surat PHK"."""
        return bool(self._letter.search(part))

    def is_former(self, part: Folded) -> bool:
        """Whether it is of another work than the last: "yang dulu 2019"."""
        return bool(self._former.search(part))

    def before_longer(self, folded: Folded) -> Folded | None:
        """What is said before a work that went on: "kontrak sampai juni tapi diperpanjang"."""
        found = self._longer.search(folded)
        if found is None or self._no_longer.search(folded[: found.start()]):
            return None
        return Folded(folded[: found.start()].strip())

    def are_apart(self, told: Sequence[Told]) -> bool:
        """Whether they are different days, not one said twice."""
        spans = [day.span or (day.value, day.value) for _, day in told]
        loose = any(day.span for _, day in told)
        reach = _LOOSE if loose else _CLOSE
        return max(first for first, _ in spans) - min(last for _, last in spans) > reach

    def last_of(self, told: Sequence[Told]) -> Understood[date] | None:
        """The one day that is called the last of work, where no other is later."""
        last = {day.value: day for part, day in told if self.is_last(part)}
        latest = max(day.value for _, day in told)
        return next(iter(last.values())) if last.keys() == {latest} else None
