"""What is told in a roundabout way, told plainly before its words are read: "lima limanya" is all
of them, "2 dari 3" a part, "Rp 0" nothing, and "lewat sms apa lewat email" names two choices."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from flows.language.understanding import Folded
from flows.language.wordlist import Part, WordList

PART: Final = Part(
    "tutur",
    groups=(
        "nol", "semuanya", "selain", "utuh", "sisa", "berangkat", "sebagiannya", "baru_sekian",
        "bilangan_kecil", "percobaan", "kini", "kutipan", "menawarkan", "sesudah_apa", "ucapan",
        "serupa", "sesudah_serupa", "klop",
    ),
)  # fmt: skip

_NOTHING: Final = re.compile(r"(?:\brp\.? ?)?(?<![\d.,])0(?:[.,]0+)?(?![\d.,%])")
_DIGITS: Final = "123456789"
_ITS: Final = "(?:nya|ne|na|nyo|e)"
_OR: Final = re.compile(r"(?<=\S) apa(?= \S)")


class Retelling:
    """The words of one word list with which something is told in a roundabout way."""

    def __init__(self, words: WordList) -> None:
        self._nothing, self._every, self._some, self._now, self._save, self._fitting = (
            f" {' '.join(words.ways(PART.name, group)[:1])} "
            for group in ("nol", "semuanya", "sebagiannya", "kini", "selain", "klop")
        )
        small = words.any_of(PART.name, "bilangan_kecil").removeprefix(r"\b")
        self._small = (*words.ways(PART.name, "bilangan_kecil"), *_DIGITS)
        self._left = words.ways(PART.name, "sisa")
        quotes = words.ways(PART.name, "kutipan")
        self._quotes = tuple({max(way.split(), key=len) for way in quotes})
        self._thanks = words.pattern(PART.name, "ucapan")
        self._thanking = tuple({way.split()[-1] for way in words.ways(PART.name, "ucapan")})
        number = rf"(?:\d{{1,2}}|{small})"
        self._each = re.compile(
            rf"\bke ?({small})(?:2|[ -]?(?:ke)?\1)? ?{_ITS}\b"
            rf"|\b({small}|\d{{1,2}})[ -]?\2 ?{_ITS}\b|\b{small}2{_ITS}\b"
        )
        only = words.any_of(PART.name, "baru_sekian")
        self._of = re.compile(
            rf"\b({number}) dari ({number})\b(?![.,]?\d)"
            rf"|\bdari ({number})(?: yang ada)?,? {only}(?: \w+)? ({number})\b"
            rf"|\b({number})(?: \w+)?, (?:yang|yg|sing|nu) \w+ {only} ({number})\b"
        )
        self._alike = words.ways(PART.name, "serupa")
        beside = words.any_of(PART.name, "sesudah_serupa")
        self._same = re.compile(rf"{words.any_of(PART.name, 'serupa')}(?=$| ?[,.!]| {beside}\b)")
        tries = words.any_of(PART.name, "percobaan")
        self._try = re.compile(rf"{tries} ke ?-?(?:{small}|\d)\b(?! ?{_ITS}\b)(?: kali(?:nya)?)?")
        self._quoted = words.pattern(PART.name, "kutipan")
        whole, rest, done = (
            words.any_of(PART.name, group) for group in ("utuh", "sisa", "berangkat")
        )
        self._rest = re.compile(rf"({whole}\b(?: \w+)?,?) {rest} (?!{done}\b)(?=\w)")
        behind = words.any_of(PART.name, "sesudah_apa")
        self._offered = re.compile(
            rf"(?:\S+ ){{0,2}}{words.any_of(PART.name, 'menawarkan')}\b.* apa (?!{behind}\b)\S"
        )

    def offers(self, folded: Folded) -> bool:
        """Whether a text tells between what one may choose, and asks nothing: "disuruh pilih sms
        apa email"."""
        return " apa " in folded and folded[-1] != "?" and bool(self._offered.match(folded))

    def plainly(self, folded: Folded) -> str:
        """The same, told plainly."""
        told: str = folded
        if "0" in told:
            told = _NOTHING.sub(self._nothing, told)
        # What none of these words stands in is left alone: looking for a word is cheap.
        if _holds(told, self._small):
            told = self._of.sub(self._share, told)
            told = self._each.sub(self._every, told)
        if " ke" in told:
            told = self._try.sub(self._now, told)
        if _holds(told, self._left):
            told = self._rest.sub(rf"\1{self._save}", told)
        if _holds(told, self._quotes):
            told = self._quoted.sub(" ", told)
        if _holds(told, self._alike):
            told = self._same.sub(self._fitting, told)
        if _holds(told, self._thanking):
            told = self._thanks.sub(" ", told)
        return _OR.sub(" atau", told) if self.offers(folded) else told

    def _share(self, found: re.Match[str]) -> str:
        one, other = (number for number in found.groups() if number)
        return self._every if one == other else self._some


def _holds(told: str, words: Iterable[str]) -> bool:
    return any(word in told for word in words)
