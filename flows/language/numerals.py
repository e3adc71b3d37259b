"""Indonesian number words as digits: "dua belas juta lima ratus" becomes "12 juta 500"."""

from __future__ import annotations

import re
from typing import Final

from flows.language.understanding import Folded
from flows.language.wordlist import Part, WordList

_ONES: Final = (
    "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"
)  # fmt: skip
_WHOLE: Final = {"sepuluh": 10, "sebelas": 11, "seratus": 100}
_TIMES: Final = {"puluh": 10, "ratus": 100}
_UNITS: Final = ("juta", "ribu", "miliar", "triliun", "hari", "minggu", "bulan", "tahun")
""" "Sejuta", "sebulan": one of it."""

PART: Final = Part(
    "bilangan", kind="spellings", only={"bilangan": (*_ONES, *_WHOLE, *_TIMES, "belas")}
)
_WORD: Final = re.compile(r"[a-z]+")
_COMMA: Final = re.compile(r"\b(\d+) koma (\d)\b")
_HALF: Final = re.compile(r"\bsetengah\b")
_HALF_AFTER: Final = re.compile(r"\b(\d+) setengah\b")
_TENS: Final = {"b": "belas", "p": "puluh", "r": "ratus"}


class Numerals:
    """The number words of one word list."""

    def __init__(self, words: WordList) -> None:
        ones = {word: number for number, word in enumerate(_ONES)}
        usual = {word: word for word in PART.only[PART.name]}
        usual |= {typed: told[0] for typed, told in words.spellings_in(PART.name).items()}
        self._ones = {typed: ones[word] for typed, word in usual.items() if word in ones}
        self._whole = {typed: _WHOLE[word] for typed, word in usual.items() if word in _WHOLE}
        units = (typed for word in _UNITS for typed in (word, *words.others(word)))
        unit = "|".join(sorted(filter(str.isalpha, units), key=len, reverse=True))
        self._one_of = re.compile(rf"\bse({unit})\b")
        # Written as one word: "limabelas". A half of it would be a far smaller number.
        self._glued = re.compile(rf"\b({'|'.join(self._ones)}) ?(?:(b)e?las|(p)uluh?|(r)atus)\b")
        self._half_last = re.compile(rf"\b(\d+) ?({unit}) setengah\b")

    def as_digits(self, folded: Folded) -> Folded:
        """A text with number words below a thousand written as digits.

        "setengah" becomes "0,5", "satu setengah" becomes "1,5", "sebulan" becomes "1 bulan".
        Other words are untouched.
        """
        text = self._glued.sub(_apart, self._one_of.sub(r"1 \1", folded))
        out: list[str] = []
        total = last = 0
        counting = False
        for piece in text.split(" "):
            step = self._added(piece, total, last) if _WORD.fullmatch(piece) else None
            if step is not None:
                (total, last), counting = step, True
                continue
            if counting:
                out.append(str(total + last))
                total, last, counting = 0, 0, False
            out.append(piece)
        if counting:
            out.append(str(total + last))
        text = _COMMA.sub(r"\1,\2", " ".join(out))
        if "setengah" in text:
            text = _HALF_AFTER.sub(r"\1,5", text)
            text = _HALF.sub("0,5", self._half_last.sub(r"\1,5 \2", text))
        return Folded(text)

    def _added(self, word: str, total: int, last: int) -> tuple[int, int] | None:
        """A number word added to (`total`, `last`), the sum and its open part; None = no number."""
        if word in self._whole:
            return total + last, self._whole[word]
        if word in self._ones:
            return total + last, self._ones[word]
        if word == "belas" and 0 < last < 10:
            return total, last + 10
        if word in _TIMES and 0 < last < 10:
            return total + last * _TIMES[word], 0
        return None


def _apart(found: re.Match[str]) -> str:
    return f"{found[1]} {_TENS[found[2] or found[3] or found[4]]}"
