"""Years that are only full on a day to come: "10 tahun bulan depan"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from flows.language.counts.measure import Measure
from flows.language.wordlist import WordList

AHEAD, THIS_MONTH = "kelak", "bulan_ini"
YEAR: Final = "tahun"


class Coming:
    """The words of the part `part` of one word list that put a number of years ahead."""

    def __init__(self, words: WordList, part: str) -> None:
        self._ahead = _beside_years(words, part, AHEAD)
        self._this_month = _beside_years(words, part, THIS_MONTH)
        already = "|".join(("sudah", *words.others("sudah")))
        self._already = re.compile(rf"\b(?:{already})\b")

    def among(self, measures: Sequence[Measure], text: str) -> tuple[Measure, ...]:
        """The same measures; what is only full on a day to come is nearly so much, and where other
        things are said, or it may have come, about so much. `text`: with numbers in digits."""
        if not any(map(_may_come, measures)) or self._already.search(text):
            return tuple(measures)
        ahead = bool(self._ahead.search(text))
        if not (ahead or self._this_month.search(text)):
            return tuple(measures)
        return tuple(_nearly(each, surely=ahead) if _may_come(each) else each for each in measures)


def _beside_years(words: WordList, part: str, group: str) -> re.Pattern[str]:
    when = words.any_of(part, group)
    years = rf"(?:{'|'.join((YEAR, *words.others(YEAR)))})"
    return re.compile(
        rf"{when}\W+(?:[a-z]+\W+){{0,2}}\d+ ?{years}\b|\d+ ?{years}\W+(?:[a-z]+ ){{0,2}}{when}\b"
    )


def _may_come(each: Measure) -> bool:
    told = each.aged or each.born or each.since or each.past or each.bound
    return each.unit == YEAR and not told


def _nearly(each: Measure, *, surely: bool) -> Measure:
    return replace(each, bound="hampir") if surely and each.apart else replace(each, about=True)
