"""From what people type to the words that are searched.

"Kok gbs klem JHT di apk jmo ya minnn??" becomes "tidak bisa klaim jht aplikasi jmo": one spelling,
stems, no filler. Numbers keep their digits; masked data becomes "#nik" and so on.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import Stemmer

from flows.language.spelling import Spelling
from flows.language.understanding import Folded, fold
from flows.language.wordlist import WordList
from flows.mask import kinds_in

_ODD: Final = re.compile(r"_x[0-9a-f]{4}_|ð\S*|https?://\S+|www\.\S+")
_UNTIDY: Final = re.compile(r"[\d\[_ð/%-]|www")
"""Texts without any of these, most of all, are tidy."""

_PLACE: Final = re.compile(r"\[[a-z ]{3,20}\]")
_TOKEN: Final = re.compile(r"#?[a-z]+|\d+")
_TWICE: Final = re.compile(r"\b([a-z]{3,})(?:2|-\1)(nya|an|in|kan)?\b")
_CODE: Final = re.compile(r"\b(\d+)(jt|rb|th|thn|bln|hr|x)\b")
_USUAL: Final = 3
_OWN: Final = ("nya", "na")
"""Suffixes that tell whose it is, in Indonesian and Sundanese."""

_SHORTEST_BASE: Final = 4
_REMEMBERED: Final = 20_000
_LONGEST: Final = 1_500


@dataclass(frozen=True, slots=True)
class Stems:
    """`all`: the stem of every word in its usual spelling. `content`: the same without filler."""

    all: tuple[str, ...]
    content: tuple[str, ...]


class _Stemmer:
    """Cuts words of the language; a copy is made anew, for what cuts them is no data."""

    def __init__(self) -> None:
        self._cut = Stemmer.Stemmer("indonesian").stemWord

    def stem(self, word: str) -> str:
        return str(self._cut(word))

    def __reduce__(self) -> tuple[type[_Stemmer], tuple[()]]:
        return _Stemmer, ()


class Normaliser:
    """Turns texts into searched words. Remembers words it has seen, so it is quick."""

    def __init__(self, words: WordList, examples: Iterable[str] = ()) -> None:
        """`examples`: texts whose words count as correctly spelled."""
        self._list = words
        self._stemmer = _Stemmer()
        self._spelling = Spelling(_counts(words, examples), words.spelling, words.common)
        self._seen: dict[str, tuple[str, ...]] = {}
        self._stems: dict[str, str] = {}

    def stemmed(self, spelled: Sequence[str]) -> Stems:
        """The stems of words in their usual spelling, with and without filler."""
        empty = self._list.empty
        every = tuple(self.stem(word) for word in spelled)
        kept = (s for s, word in zip(every, spelled, strict=True) if word not in empty)
        return Stems(every, tuple(kept))

    def spelled(self, folded: Folded) -> tuple[str, ...]:
        """The words in their usual spelling, phrases joined, filler still there."""
        out: list[str] = []
        for token in _TOKEN.findall(_tidied(folded[:_LONGEST])):
            out.extend(self._usual(token))
        return tuple(self._joined(out))

    def spell(self, written: str) -> tuple[str, ...]:
        """What stands in the content, in its usual spelling."""
        return self.spelled(fold(written))

    def stem(self, word: str) -> str:
        """The stem of one word; digits, marks and terms of our field stay.

        So "petugas" is no "tugas", and a "perusahaan" no "usaha".
        """
        stem = self._stems.get(word)
        if stem is None:
            whole = word[0] in "#0123456789" or word in self._list.ours
            stem = word if whole else self._stemmer.stem(word)
            if len(self._stems) < _REMEMBERED:
                self._stems[word] = stem
        return stem

    def _usual(self, token: str) -> tuple[str, ...]:
        found = self._seen.get(token)
        if found is None:
            found = self._looked_up(token)
            if len(self._seen) < _REMEMBERED:
                self._seen[token] = found
        return found

    def _looked_up(self, token: str) -> tuple[str, ...]:
        spelling = self._list.spelling
        direct = spelling.get(token) or self._owned(token)
        if direct or token[0] in "#0123456789" or token in self._list.foreign:
            return direct or (token,)
        near = self._spelling.correct(token)
        return tuple(word for part in near for word in spelling.get(part, (part,)))

    def _owned(self, token: str) -> tuple[str, ...] | None:
        """What another spelling means with a suffix behind it: "sandinya" is "sandi"."""
        for ending in _OWN:
            base = token.removesuffix(ending)
            if base != token and len(base) >= _SHORTEST_BASE:
                return self._list.spelling.get(base)
        return None

    def _joined(self, words: list[str]) -> list[str]:
        """Phrases of the word list as one word."""
        phrases = self._list.phrases
        out: list[str] = []
        at = 0
        while at < len(words):
            for parts, instead in phrases.get(words[at], ()):
                if tuple(words[at : at + len(parts)]) == parts:
                    out.extend(instead)
                    at += len(parts)
                    break
            else:
                out.append(words[at])
                at += 1
        return out


def _tidied(folded: str) -> str:
    """Links and broken characters out, "sama-sama" and "sama2" once, "12jt" apart."""
    if not _UNTIDY.search(folded):
        return folded
    marks = "".join(f" #{kind}" for kind in sorted(kinds_in(folded)))
    plain = _ODD.sub(" ", _PLACE.sub(" ", folded)).replace("%", " persen ")
    return _CODE.sub(r"\1 \2", _TWICE.sub(r"\1\2", plain)) + marks


def _counts(words: WordList, examples: Iterable[str]) -> Counter[str]:
    """Known words with how often they occur; the usual spellings count a little more."""
    counts: Counter[str] = Counter()
    for usual in set(words.spelling.values()):
        counts.update(dict.fromkeys(usual, _USUAL))
    for options in words.phrases.values():
        for parts, instead in options:
            counts.update((*parts, *instead))
    counts.update((*words.ours, *words.next_door, *words.empty))
    for text in (*words.examples(), *examples):
        for token in _TOKEN.findall(fold(text)):
            counts.update(words.spelling.get(token, (token,)))
    return counts
