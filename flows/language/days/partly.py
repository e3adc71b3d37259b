"""A part of a date that takes the place of the same part of a known one: "taun 1974", "bulannya
mei", "tgl 5 bukan 15"."""

from __future__ import annotations

import re
from datetime import date
from itertools import chain
from typing import Final

from rapidfuzz import fuzz, process

from flows.language import choices, mending
from flows.language.days.grammar import PLACE, items_in
from flows.language.days.matters import SINCE, Matters
from flows.language.days.time_words import TimeWords
from flows.language.understanding import Folded
from flows.language.wordlist import WordList

_DENIED: Final = re.compile(
    r"<sangkal> (?:(?:tanggal|bulan|tahun)(?:nya)? )?(m\d+|\d+)(?: tapi(?!\S))?"
)
_YEAR: Final = re.compile(r"(?<!\S)(?:tahun(?:nya)? ((?:19|20)?\d\d)|((?:19|20)\d\d))(?!\S)")
_MONTH: Final = re.compile(r"(?<!\S)m(\d+)(?!\S)")
_NAMED_MONTH: Final = re.compile(r"(?<!\S)bulan(?:nya)? (?:[a-z]+ ){0,3}(?=m\d)")
_DAY: Final = re.compile(r"(?<!\S)tanggal(?:nya)? (?:[a-z]+ ){0,3}?(\d{1,2})(?!\S)")
_BARE: Final = re.compile(r"(?<!\S)(\d{1,2})(?!\S)")
_DIGIT: Final = re.compile(r"\d")

_TIME: Final = re.compile(r"[mw]?\d+|<sangkal>|(?:tanggal|bulan|tahun|taun)(?:nya)?|kemarin|lalu")

_OWN: Final = re.compile(r"(?<=\w\w\w)(?:ku|nya)\b")

_SHORT: Final = 3
_TYPO: Final = 80

LONGEST: Final = 8
"""Words up to which a text says nothing else."""

SIGNS: Final = (
    *(("ralat", group) for group in ("tanda", "tanda_awal", "tanda_lemah", "tanda_teringat")),
    *((mending.PART.name, group) for group in ("tanda", "ujung")),
)
IDLE: Final = (
    *(("ralat", group) for group in ("tanda_awal", "tanda_lemah", "ditimpa", "sisa")),
    (mending.PART.name, "tanda"),
    (choices.PART.name, "pengisi"),
)
"""What is said around the part that was wrong, and tells of nothing itself."""


class Partly:
    """What may correct a known date, with the words of one word list."""

    def __init__(self, words: WordList, time_words: TimeWords, matters: Matters) -> None:
        self._words = time_words
        self._usual = words.usual
        self._matters = matters
        self._signs = re.compile(rf"\b(?:{'|'.join(words.any_of(*group) for group in SIGNS)})\b")
        idle = frozenset(chain.from_iterable(words.ways(*group) for group in IDLE))
        # "Dari 2012" begins something.
        self._idle = (idle | words.empty).difference(words.ways(*SINCE))
        signs = chain.from_iterable(words.ways(*group) for group in SIGNS)
        self._long = {word for way in signs for word in way.split() if len(word) > _SHORT}

    def corrected(self, folded: Folded, known: date, *, birth: bool = False) -> date | None:
        """The known date, of leaving or of `birth`, with the part of it that a text names.

        None where the part may be of something else: "kartunya dari 2015".
        """
        day = with_part(self._words.read(folded).words, known)
        return day if day and self.may_correct(folded, birth=birth) else None

    def may_correct(self, folded: Folded, *, birth: bool = False) -> bool:
        """Whether nothing is said but a date and that something was wrong, or it is said of what
        that date is."""
        rest = self._words.read(Folded(self._signs.sub(" ", folded))).words
        left = items_in(rest)[2].replace(PLACE, " ").split()
        if all(map(self._says_nothing, left)):
            return True
        matters = self._matters
        if birth:
            return matters.tells_of_birth(folded)
        bare = Folded(_OWN.sub("", folded))
        told = matters.tells_of_leaving(folded) or matters.tells_of_leaving(bare)
        return told and not matters.is_of_another_day(bare, ahead=True)

    def _says_nothing(self, word: str) -> bool:
        if _TIME.fullmatch(word) or word in self._idle:
            return True
        if self._words.is_known(word):
            return self._idle.issuperset(self._usual((word,)))
        # "Sala pak", "mksdnya": a sign with a typing mistake.
        return (
            process.extractOne(word, self._long, scorer=fuzz.ratio, score_cutoff=_TYPO) is not None
        )


def with_part(words: str, known: date) -> date | None:
    """The known date with the one part that is named; None where that is none, or several.

    words: in the spelling of `TimeWords`. A month has to be called one, or another one denied:
    "eh, maret" may mean some day of March.
    """
    if len(words.split()) > LONGEST:
        return None
    denied = _DENIED.findall(words)
    rest = " ".join(_DENIED.sub(" ", words).split())
    years, months, days = _YEAR.findall(rest), _MONTH.findall(rest), _DAY.findall(rest)
    left = _DAY.sub(" ", _MONTH.sub(" ", _YEAR.sub(" ", rest)))
    if denied == [str(known.day)] and not (years or months or days):
        days = _BARE.findall(left)
        left = _BARE.sub(" ", left)
    if len(years) + len(months) + len(days) != 1 or _DIGIT.search(left):
        return None
    if months and not (denied or _NAMED_MONTH.search(words)):
        return None
    try:
        if years:
            return known.replace(year=_full(years[0][0] or years[0][1], known))
        return known.replace(month=int(months[0])) if months else known.replace(day=int(days[0]))
    except ValueError:
        return None


def _full(year: str, known: date) -> int:
    """A year of two digits is one of the century of the known date."""
    return int(year) if len(year) == 4 else known.year // 100 * 100 + int(year)
