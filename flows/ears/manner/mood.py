"""How somebody writes: greeting, thanks, anger, despair, insult, asking for a person, English."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, get_args

from flows.ears.manner import thanks
from flows.language import choices
from flows.language.normalise import Normaliser
from flows.language.phrasebook import PhraseBook
from flows.language.understanding import Folded
from flows.language.wordlist import Part, WordList

ENGLISH: Final = "inggris"

Kind = Literal[
    "salam",
    "assalam",
    "terima_kasih",
    "pujian",
    "oke",
    "marah",
    "putus_asa",
    "makian",
    "petugas",
    "bot_salah",
    "gawat",
    "inggris",
]
"""What somebody's words can show."""

KINDS: Final = frozenset(get_args(Kind)) - {ENGLISH}
"""The kinds whose words stand in ``nada`` of words.yaml; English has a list of its own."""

POLITE: Final[frozenset[Kind]] = frozenset(("salam", "assalam", "terima_kasih", "pujian"))
"""The kinds that answer no question."""

PART: Final = Part("nada", groups=tuple(sorted(KINDS)))
FOREIGN: Final = Part(ENGLISH, kind="list")

_SIGNS: Final = {
    **dict.fromkeys("🙏👍👌🙌👏🤝😊🙂😁😄☺😇🥰😍❤💪🫡", "terima_kasih"),
    **dict.fromkeys("😭😢😞😔😟😩😫😥😓💔🥺", "putus_asa"),
    **dict.fromkeys("😡😠🤬😤👎🖕", "marah"),
    "👋": "salam",
}
"""What an emoji says that comes without any word."""

_WORD: Final = re.compile(r"[a-z']+")
_SHARE: Final = 0.5
_FEWEST: Final = 3


@dataclass(frozen=True, slots=True)
class Mood:
    """`kinds`: names of ``nada`` in words.yaml, and `inggris`. `only`: nothing else was said.

    `polite`: thanks, greeting or praise word by word ("oh gitu pak"), which answers nothing; not so
    "iya kak", though "kak" alone would be a greeting.
    """

    kinds: frozenset[str] = frozenset()
    only: bool = False
    polite: bool = False

    def __contains__(self, kind: Kind) -> bool:
        return kind in self.kinds

    @property
    def upset(self) -> bool:
        """Angry, in despair or insulting: a kind sentence first, and a person offered."""
        return bool(self.kinds & {"marah", "putus_asa", "makian"})


class Moods:
    """The moods of one word list."""

    def __init__(self, words: WordList, normaliser: Normaliser) -> None:
        self._list = words
        self._filler = frozenset(words.ways(choices.PART.name, "pengisi"))
        # "Makasih bantuannya": what one thanks for answers nothing either.
        self._for = frozenset(
            word for way in words.ways(thanks.PART.name, "atas") for word in normaliser.spell(way)
        )
        self._book = PhraseBook(words.moods, normaliser.spell, words.empty)

    def of(self, folded: Folded, spelled: Sequence[str]) -> Mood:
        """The mood of a text, or of emoji alone; empty when it shows none."""
        if not spelled:
            signs = frozenset(_SIGNS[char] for char in folded if char in _SIGNS)
            return Mood(signs, only=bool(signs))
        hits = self._book.hits(spelled)
        kinds = {hit.name for hit in hits}
        if self._english(folded):
            kinds.add(ENGLISH)
        told = {at for hit in hits for at in range(hit.start, hit.end)}
        empty = self._list.empty
        only = bool(hits) and all(at in told or word in empty for at, word in enumerate(spelled))
        kind_words = {at for hit in hits if hit.name in POLITE for at in range(hit.start, hit.end)}
        light = self._filler | self._for if "terima_kasih" in kinds else self._filler
        polite = bool(kind_words) and all(
            at in kind_words or word in light for at, word in enumerate(spelled)
        )
        return Mood(frozenset(kinds), only, polite)

    def _english(self, folded: Folded) -> bool:
        words = _WORD.findall(folded)
        known = sum(word in self._list.english for word in words)
        return known >= _FEWEST and known >= len(words) * _SHARE
