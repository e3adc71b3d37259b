"""Finding the known word behind an unknown one: repeated letters, colloquial affixes, left-out
vowels, one wrong letter, two words written as one.

One wrong letter is found as SymSpell does it: of every known word and of the unknown one all forms
with one letter deleted are compared, not all words with each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from rapidfuzz.distance import OSA

_REPEATED: Final = re.compile(r"(.)\1+")
_VOWELS: Final = re.compile(r"[aeiou]")
_ENDINGS: Final = (
    "nya",
    "in",
    "kan",
    "an",
    "lah",
    "kah",
    "ku",
    "mu",
    "ne",
    "na",
    "pun",
    "i",
    "e",
    "no",
    "ake",
    "aken",
    "keun",
)
_STARTS: Final = (
    ("nge", ""), ("meng", ""), ("meng", "k"), ("meny", "s"), ("mem", "p"), ("mem", ""),
    ("men", "t"), ("men", ""), ("me", ""), ("ng", ""), ("ng", "k"), ("ny", "s"), ("ny", "c"),
    ("m", "p"), ("n", "t"), ("n", ""), ("di", ""), ("ke", ""), ("ter", ""), ("ber", ""),
    ("be", ""), ("per", ""), ("peng", ""), ("pen", ""), ("pe", ""), ("se", ""),
)  # fmt: skip
_STARTS_WITH: Final = {
    letter: tuple(pair for pair in _STARTS if pair[0][0] == letter)
    for letter in {start[0] for start, _ in _STARTS}
}
_CLITICS: Final = ("nyo", "mi", "ji", "pi", "ki", "ka", "ko")
"""Endings of Makassar and Padang: "bisaji", "kartunyo"."""

_REGIONAL_STARTS: Final = (
    ("ba", "ber"),
    ("man", "men"),
    ("mam", "mem"),
    ("ma", "me"),
    ("ta", "ter"),
    ("ku", ""),
)
"""Beginnings of Minang, Banjar and Makassar: "baranti", "mancaian", "kuurus"."""

_LAST_E: Final = re.compile(r"e([^aeiou]{1,2})$")
_SHORTEST_TYPO: Final = 5
_SHORTEST_PART: Final = 3
_SHORTEST_REGIONAL: Final = 4


class Spelling:
    """Known words and the ways back to them. Built once per content, read only afterwards."""

    def __init__(
        self,
        counts: Mapping[str, int],
        variants: Iterable[str],
        common: frozenset[str] = frozenset(),
    ) -> None:
        """`counts`: known words with how often they occur. `variants`: their other spellings.

        `common`: words that are no mistake of another, whatever they look like.
        """
        self._common = common
        self._counts = {**dict.fromkeys(variants, 1), **counts}
        self._known = {word for word in self._counts if len(word) > 1}
        self._by_consonants: dict[str, str] = {}
        self._by_delete: dict[str, str] = {}  # the words in one text: most forms have one
        for word in sorted(counts, key=lambda w: (-counts[w], w)):
            if len(word) >= 4:
                self._by_consonants.setdefault(_consonants(word), word)
            if len(word) >= _SHORTEST_TYPO:
                for form in _deletes(word):
                    before = self._by_delete.get(form)
                    self._by_delete[form] = f"{before} {word}" if before else word

    def correct(self, word: str) -> tuple[str, ...]:
        """The known word or words meant by `word`; the word itself when nothing fits."""
        if len(word) < 3 or word in self._common:
            return (word,)
        plain = self._plain(word)
        if plain or word in self._known:
            return (plain or word,)
        for candidate in _calmed(word):
            if candidate in self._known:
                return (candidate,)
        if not self._common.isdisjoint(_reduced(word)):
            return (word,)
        regional = self._regional(word)
        if regional:
            return (regional,)
        near = self._near(word)
        if near:
            return (near,)
        return self._parts(word) or (word,)

    def _plain(self, word: str) -> str | None:
        """The more usual word that `word` is a colloquial form of ("ngurusin" → "urus")."""
        own = self._counts.get(word, 0)
        best: str | None = None
        for candidate in _reduced(word):
            count = self._counts.get(candidate, 0)
            if count > own:
                best, own = candidate, count
        return best

    def _regional(self, word: str) -> str | None:
        """The known word in a form of Sumatra or Sulawesi."""
        for base in _regionally(word):
            if len(base) >= _SHORTEST_REGIONAL and base in self._known:
                return self._plain(base) or base
        return None

    def _near(self, word: str) -> str | None:
        """A known word with the same consonants, or with one letter wrong, missing or swapped."""
        if len(word) >= _SHORTEST_TYPO:
            for form in (word, *_deletes(word)):
                for other in self._by_delete.get(form, "").split():
                    alike = other[0] == word[0] or form == word
                    if alike and OSA.distance(word, other, score_cutoff=1) <= 1:
                        return other
        if len(_VOWELS.findall(word)) * 3 <= len(word):
            return self._by_consonants.get(_consonants(word))
        return None

    def _parts(self, word: str) -> tuple[str, ...] | None:
        """Two known words glued together."""
        for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
            if word[:cut] in self._known and word[cut:] in self._known:
                return (word[:cut], word[cut:])
        return None


def _calmed(word: str) -> Iterable[str]:
    """ "bangeeet" → "banget"; doubled letters may be right, so both are tried."""
    # No word begins with a letter twice: "ccok" lacks a vowel.
    if _REPEATED.search(word) and word[0] != word[1]:
        yield _REPEATED.sub(r"\1\1", word)
        yield _REPEATED.sub(r"\1", word)


def _reduced(word: str) -> Iterable[str]:
    """Colloquial beginnings, endings and vowels undone: "dapetnya" → "dapat"."""
    bases = [word]
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            bases.append(word[: -len(ending)])
            yield bases[-1]
    for base in bases:
        yield _LAST_E.sub(r"a\1", base)
        for start, instead in _STARTS_WITH.get(base[0], ()):
            rest = len(base) - len(start) + len(instead)
            if base.startswith(start) and rest >= 4 - (start == "di"):
                yield instead + base[len(start) :]


def _regionally(word: str) -> Iterable[str]:
    """The forms of one word in the language of all: "kartunyo" → "kartu", "baranti" → "beranti"."""
    bases = [word]
    for ending in _CLITICS:
        if word.endswith(ending):
            bases.append(word.removesuffix(ending))
    for base in tuple(bases):
        if base.endswith("o"):
            bases.append(f"{base[:-1]}a")
    for base in bases:
        yield base
        for start, instead in _REGIONAL_STARTS:
            if base.startswith(start):
                yield instead + base.removeprefix(start)


def _consonants(word: str) -> str:
    """First letter and consonants: what remains when people leave out vowels."""
    return word[0] + _REPEATED.sub(r"\1", _VOWELS.sub("", word[1:]))


def _deletes(word: str) -> list[str]:
    """The word with each letter left out once."""
    return [word[:i] + word[i + 1 :] for i in range(len(word))]
