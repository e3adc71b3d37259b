"""How like a typed text is to the label of a button, word by word, typing mistakes allowed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, TypeVar

from rapidfuzz import fuzz

from flows.language.understanding import Folded

YES: Final = "ya"
KNOWS: Final = "tahu"
_LIKE: Final = 0.75
"""More alike than this, two words of four letters and more are one with a typing mistake."""


@dataclass(frozen=True, slots=True)
class Said:
    """A text as an answer, or a label or way of saying one.

    `words` are in one spelling, without address and filler; `respelled` are those of the text that
    got another spelling, for a typing mistake is nearer to them. `place` is the position it means
    ("2", "yang kedua"), from 1; `LAST` for the last one, None for no position.
    `numbered`: it can mean nothing else ("nomor 2", "yang kedua").
    """

    folded: Folded
    words: tuple[str, ...]
    respelled: tuple[str, ...]
    place: int | None
    numbered: bool = False


class Ways(dict[str, Sequence[Said]]):
    """Option → ways of saying it, its label first."""

    @cached_property
    def texts(self) -> Mapping[Folded, Sequence[str]]:
        """What is said letter by letter → the options that may be said so."""
        return _held((way.folded, key) for key, told in self.items() for way in told)

    @cached_property
    def words(self) -> Mapping[tuple[str, ...], Sequence[str]]:
        """The words of a way → the options that may be said in them."""
        return _held((way.words, key) for key, told in self.items() for way in told)


_W = TypeVar("_W")


def _held(pairs: Iterable[tuple[_W, str]]) -> dict[_W, list[str]]:
    found: dict[_W, list[str]] = {}
    for said, key in dict.fromkeys(pairs):
        found.setdefault(said, []).append(key)
    return found


class LabelLikeness:
    """Compares with the words of one word list: those that deny, that come before a number, that
    agree, and those that are known to be spelled as they should be."""

    def __init__(
        self,
        negative: frozenset[str],
        naming: frozenset[str],
        agrees: Collection[str],
        known: frozenset[str],
    ) -> None:
        self._negative = negative
        self._naming = naming
        self._agrees = agrees
        self._known_words = known

    def of(self, said: Sequence[str], option: Said) -> float:
        """0..1: how much of what was said this option covers; 0 when only one of them denies."""
        words = set(said)
        denied = self._negative & words, self._negative & set(option.words)
        if bool(denied[0]) != bool(denied[1]) or KNOWS in words ^ set(option.words):
            return 0.0
        if self._barely_named(said, option.words):
            return 0.0
        covered = 0.0
        # Where both say "nomor", it tells nothing; where only one does, it speaks of another thing.
        said = [word for word in said if word not in self._naming.intersection(option.words)]
        if not said:
            return 0.0
        for word in said:
            others = (*option.words, *option.respelled)
            best = max((self._alike(word, other) for other in others), default=0.0)
            covered += best if best > (_LIKE if len(word) > 3 else 0.99) else 0.0
        return covered / len(said)

    def _alike(self, word: str, other: str) -> float:
        """0..1; two known words are no typing mistakes of each other ("lama", "lambat"), and
        "nonaktif" is the opposite of "aktif", however like it looks."""
        if word == other:
            return 1.0
        opposite = word.startswith("non") != other.startswith("non") and word[-3:] == other[-3:]
        if opposite or {word, other} <= self._known_words:
            return 0.0
        return fuzz.ratio(word, other) / 100

    def _barely_named(self, said: Sequence[str], option: Sequence[str]) -> bool:
        """Whether only a thing in a "Ya, …" was named: "foto" is no "Ya, foto diterima"."""
        if tuple(option[:1]) != (YES,) or said[0] in self._agrees or option[-1] in said:
            return False
        return 2 * len(said) < len(option)
