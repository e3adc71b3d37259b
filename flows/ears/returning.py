"""Whether somebody comes back to what was begun ("mau lanjut yang kemarin"), or how far they are.

Coming back is all that such a text says: a sign, and what may stand beside it. The words are
content: ``datang_lagi`` in words.yaml.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from flows.language.normalise import Normaliser
from flows.language.phrasebook import PhraseBook
from flows.language.wordlist import Part, WordList

PART: Final = Part("datang_lagi", groups=("tanda", "sisa", "sampai", "waktunya"))

SELF: Final = "saya"
""" "Kembali" is a command, "saya kembali" says who is there."""

_GREETINGS: Final = ("salam", "assalam")


class Returning:
    """The reader of one word list."""

    def __init__(self, words: WordList, normaliser: Normaliser) -> None:
        greetings = tuple(way for name in _GREETINGS for way in words.moods.get(name, ()))
        ways = {
            "tanda": words.ways(PART.name, "tanda"),
            "sisa": (*words.ways(PART.name, "sisa"), *greetings),
        }
        self._book = PhraseBook(ways, normaliser.spell)
        self._at = PhraseBook({"sampai": words.ways(PART.name, "sampai")}, normaliser.spell)
        self._due = PhraseBook({"waktunya": words.ways(PART.name, "waktunya")}, normaliser.spell)
        self._empty = words.empty

    def at_a_step(self, spelled: Sequence[str]) -> bool:
        """Whether it is said how far somebody has come: "sudah sampai yang ..."."""
        return bool(self._at.hits(spelled))

    def asks_now(self, spelled: Sequence[str]) -> bool:
        """Whether it is about the time that has come: "udah sebulan, udah bisa belum"."""
        return bool(self._due.hits(spelled))

    def told(self, spelled: Sequence[str]) -> bool:
        """Whether a text says this, with more than the bare sign ("lanjut" is a command)."""
        signs: set[int] = set()
        rest: set[int] = set()
        for hit in self._book.hits(spelled):
            (signs if hit.name == "tanda" else rest).update(range(hit.start, hit.end))
        bare = signs.issuperset(range(len(spelled))) and SELF not in spelled
        if not signs or bare:
            return False
        others = set(range(len(spelled))) - signs - rest
        return all(spelled[at] in self._empty for at in others)
