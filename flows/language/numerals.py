"""Indonesian number words as digits: "dua belas juta lima ratus" becomes "12 juta 500".

Regional words ("rolas", "salapan", "selawe") are spellings of these, listed in words.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from flows.language.understanding import Folded
from flows.language.wordlist import Part, WordList

_ONES: Final = (
    "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"
)  # fmt: skip
_TEEN: Final = "belas"
_TEN: Final = "puluh"
_HUNDRED: Final = "ratus"
_TIMES: Final = {_TEEN: 1, _TEN: 10, _HUNDRED: 100}
_WHOLE: Final = {"sepuluh": 10, "sebelas": 11}
_ONE_HUNDRED: Final = "seratus"
_HALF: Final = "setengah"
_OWN: Final = (*_ONES, *_WHOLE, _ONE_HUNDRED, *_TIMES, _HALF)
_AT_ONCE: Final = (
    *(f"{one} {times}" for one in _ONES[2:] for times in _TIMES),
    *(f"dua puluh {one}" for one in _ONES[1:]), "seribu", "sejuta",
)  # fmt: skip
"""Numbers that some say in one word though they are several ("selawe" is 25)."""

_LONG: Final = 7
"""Letters of a number word that is still known without its vowels."""

_VOWELS: Final = re.compile("[aeiou]")

_SCALES: Final = ("ribu", "juta", "miliar", "triliun")
_SPANS: Final = ("hari", "minggu", "bulan", "tahun")
""" "Sejuta", "sebulan": one of it."""

PART: Final = Part("bilangan", kind="spellings", only={"bilangan": (*_OWN, *_AT_ONCE)})

_WORD: Final = re.compile(r"(?<![a-z\d])[a-z]+(?![a-z\d])")
_PIECE: Final = re.compile(r"[a-z]+|\d+(?:[.,]\d+)*")
_COMMA: Final = re.compile(r"\b(\d+) koma (\d(?: \d\b)+|\d+\b)")
_HALVES: Final = re.compile(rf"\b{_HALF}\b")
_HALF_AFTER: Final = re.compile(rf"(?<![\d.,])(\d+) {_HALF}\b")


class Numerals:
    """The number words of one word list."""

    def __init__(self, words: WordList) -> None:
        self._told = _told(words)
        self._digits = {word: number for number, word in enumerate(_ONES)}
        self._digits |= {str(number): number for number in range(1, 10)}
        self._begins = frozenset((*self._digits, *_WHOLE, _ONE_HUNDRED))
        units = "|".join(sorted(_units(words), key=len, reverse=True))
        self._half_last = re.compile(rf"(?<![\d.,])(\d+) ?({units}) {_HALF}\b")

    def as_digits(self, folded: Folded) -> Folded:
        """A text with number words below a thousand written as digits.

        "setengah" becomes "0,5", "satu setengah" becomes "1,5", "sebulan" becomes "1 bulan".
        Words that make no one number stay apart: "lima enam" is "5 6". Others are untouched.
        """
        text = str(folded)
        if not self._told.keys().isdisjoint(_WORD.findall(text)):
            told = self._told
            text = _WORD.sub(lambda found: told.get(found[0], found[0]), text)
            text = "".join(self._counted(text))
        if " koma " in text:
            text = _COMMA.sub(lambda found: f"{found[1]},{found[2].replace(' ', '')}", text)
        if _HALF in text:
            text = self._half_last.sub(r"\1,5 \2", _HALF_AFTER.sub(r"\1,5", text))
            text = _HALVES.sub("0,5", text)
        return Folded(text)

    def _counted(self, text: str) -> Iterator[str]:
        """The text in pieces, every run of number words that is one number as that number."""
        runs: list[list[re.Match[str]]] = []
        for piece in _PIECE.finditer(text):
            if runs and text[runs[-1][-1].end() : piece.start()] == " ":
                runs[-1].append(piece)
            else:
                runs.append([piece])
        done = 0
        for run in runs:
            words = [piece[0] for piece in run]
            at = 0
            while at < len(words):
                number, end = self._number(words, at) if words[at] in self._begins else (0, at)
                if end > at:
                    yield f"{text[done : run[at].start()]}{number}"
                    done = run[end - 1].end()
                at = max(end, at + 1)
        yield text[done:]

    def _number(self, words: Sequence[str], at: int) -> tuple[int, int]:
        """The number whose words begin `at`, and where they end: `at` itself when none does."""
        total, here = self._hundreds(words, at)
        word, times = _at(words, here), self._times(words, here)
        if word in _WHOLE:
            return total + _WHOLE[word], here + 1
        if times == _TEEN:
            return total + 10 + self._digits[word], here + 2
        if times == _TEN:
            total, here = total + 10 * self._digits[word], here + 2
            word, times = _at(words, here), self._times(words, here)
        digit = self._digits.get(word)
        # "Nol" and digits as they are stand alone: "dua puluh nol" and "dua puluh 3" are two.
        if times is None and digit is not None and word.isalpha() and (digit or here == at):
            return total + digit, here + 1
        return total, here

    def _hundreds(self, words: Sequence[str], at: int) -> tuple[int, int]:
        if _at(words, at) == _ONE_HUNDRED:
            return 100, at + 1
        if self._times(words, at) == _HUNDRED:
            return 100 * self._digits[words[at]], at + 2
        return 0, at

    def _times(self, words: Sequence[str], at: int) -> str | None:
        """What a digit is taken times: "dua puluh", "8 ratus"."""
        after = _at(words, at + 1)
        return after if after in _TIMES and self._digits.get(_at(words, at), 0) else None


def _at(words: Sequence[str], at: int) -> str:
    return words[at] if at < len(words) else ""


def _units(words: WordList, usual: Sequence[str] = (*_SCALES, *_SPANS)) -> list[str]:
    """Units in every spelling that is a word."""
    return [typed for word in usual for typed in (word, *words.others(word)) if typed.isalpha()]


def _shortened(word: str) -> Iterator[str]:
    """A long number word without its "e", and without any vowel: "sblas", "sbls"."""
    if len(word) >= _LONG:
        yield word.replace("e", "")
        yield _VOWELS.sub("", word)


def _told(words: WordList) -> Mapping[str, str]:
    """What is typed as one word → the number words it means: "rolas", "limabelas", "sejuta".

    Half of a word written as one would be a far smaller number.
    """
    spelled = {
        typed: " ".join(told)
        for typed, told in {
            **{short: (word,) for word in _OWN for short in _shortened(word)},
            **{word: (word,) for word in _OWN},
            **words.spellings_in(PART.name),
        }.items()
    }
    glued: dict[str, str] = {f"se{unit}": f"1 {unit}" for unit in _units(words)}
    scales = _units(words, _SCALES)
    for typed, told in spelled.items():
        glued |= {f"{typed}{scale}": f"{told} {scale}" for scale in scales if len(typed) > 2}
        if told in _ONES[1:]:
            for many, times in spelled.items():
                if times in _TIMES:
                    glued[f"{typed}{many}"] = f"{told} {times}"
                    glued[f"{typed}{many}an"] = f"{told} {times}an"
    for scale in scales:
        glued[f"se{scale}an"] = f"1 {scale}an"
    for typed, told in spelled.items():
        if told in {*_WHOLE, _ONE_HUNDRED}:
            glued[f"{typed}an"] = f"{told} an"
    # "Sarebu" is "seribu", and that is one of it.
    whole = {typed: glued.get(told, told) for typed, told in spelled.items()}
    return {**glued, **whole}
