"""Whether a text asks something, so that it is no answer to a step."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from flows.language.understanding import Folded
from flows.language.wordlist import Part, WordList

PART: Final = Part(
    "tanya",
    groups=(
        "kata", "di_akhir", "boleh", "atau_tidak", "sapaan", "tahu", "penegas", "ditegaskan",
        "menimbang", "menyambung", "menyangkal", "selanjutnya", "membandingkan", "sifat",
        "penjelas",
    ),
)  # fmt: skip

_MATTER: Final = 2
"""Words of a matter at least."""

_MATTERS: Final = 4
"""More of them are a story."""

_OPENING: Final = 3
"""Words at the beginning, among which "terus kalau yang ..." stands."""

_FEW: Final = 4
"""Words; who goes on with more may ask something all the same."""

_WORD: Final = re.compile(r"[^\W_]+")


class Asking:
    """The words of asking of one word list."""

    def __init__(self, words: WordList) -> None:
        last = words.ways(PART.name, "di_akhir")
        self._asks = words.every_spelling(PART.name, "kata", beside=last)
        self._last = words.every_spelling(PART.name, "di_akhir")
        self._going_on = words.every_spelling(PART.name, "menyambung")
        more = "|".join(words.every_spelling(PART.name, "selanjutnya"))
        self._more = re.compile(rf"[;!?\n]|[.,](?!\d)|\b(?:{more})\b")
        self._comparing = words.every_spelling(PART.name, "membandingkan")
        self._known = words.every_spelling(PART.name, "tahu")
        self._traits = words.every_spelling(PART.name, "sifat")
        self._light = self._asks | self._last | words.empty
        stress, sure = (words.any_of(PART.name, name) for name in ("penegas", "ditegaskan"))
        no = words.any_of(PART.name, "menyangkal")
        # "Bisa kok", "udah kok tadi pagi", but not "sudah nonaktif kok belum cair".
        self._stressing = re.compile(
            rf"\b{stress}(?=\s*(?:[,.!;](?!\w)|$))|(?<=\w ){sure} {stress}\b(?! {no})"
            rf"|^{sure} {stress}\b(?! {no})"
        )
        # "Di-PHK maksudnya" tells what is meant, "maksudnya di-PHK?" asks.
        meant = words.any_of(PART.name, "penjelas")
        self._meant = re.compile(rf"(?<=\w)\W+{meant}[\s.!]*$")
        wondering = words.any_of(PART.name, "menimbang")
        self._wondering = re.compile(rf"{wondering}\s*[,.;!]+\s*(?=\S)")
        self._whether = re.compile(
            rf"{words.any_of(PART.name, 'boleh')} {words.any_of(PART.name, 'atau_tidak')}"
            rf"(?: {words.any_of(PART.name, 'sapaan')})*$"
        )

    def only_wonders(self, folded: Folded) -> bool:
        """Whether somebody asks themselves and goes on with few words that ask nothing: "berapa
        ya, 12 juta kayaknya"."""
        found = self._wondering.match(folded)
        rest = folded[found.end() :] if found else ""
        few = 0 < len(rest.split()) <= _FEW
        return few and not rest.endswith("?") and not self.is_question(Folded(rest))

    def begins_on(self, folded: Folded) -> bool:
        """Whether its first word goes on from what was said."""
        first = _WORD.match(folded)
        return first is not None and first[0] in self._going_on

    def asks_of_it(self, spelled: Sequence[str]) -> bool:
        """Whether it asks for what anything has, and names no thing: "syaratnya apa aja tuh"."""
        telling = [word for word in spelled if word not in self._light]
        return bool(telling) and self._traits.issuperset(telling)

    def matters(self, folded: Folded) -> tuple[Folded, ...]:
        """What is asked for one after the other: "syaratnya apa sama cairnya berapa lama"; none
        where it is but one, or a story."""
        pieces = (piece.strip() for piece in self._more.split(folded))
        told = tuple(Folded(piece) for piece in pieces if len(piece.split()) >= _MATTER)
        return told if 1 < len(told) <= _MATTERS else ()

    def compares(self, folded: Folded) -> bool:
        """Whether it is asked about another case than the one before: "terus kalau yang ..."."""
        return not self._comparing.isdisjoint(_WORD.findall(folded)[:_OPENING])

    def is_question(self, folded: Folded) -> bool:
        """Whether a text of several words asks something.

        Three words do only when they end on it: "phk itu apa", but not "ga tau kapan". With a
        question mark one of asking among them is enough: "fotokopinya berapa lembar?".
        """
        spaces = folded.count(" ")
        words = _WORD.findall(self._meant.sub("", self._stressing.sub(" ", folded)))
        if spaces < 2 or not words:
            return False
        if spaces > 2:
            asks = folded.endswith("?") or not self._asks.isdisjoint(words)
            return asks or bool(self._whether.search(folded))
        plain = folded.rstrip("?")
        if not self._known.isdisjoint(words):
            return False
        if folded.endswith("?") and not self._asks.isdisjoint(words):
            return True
        ends = words[-1] in self._last and plain.endswith(words[-1])
        return ends or bool(self._whether.search(plain))
