"""The words around amounts as signs: one letter for each word or phrase of `uang` in words.yaml.

A text becomes a row of tokens whose signs the readers of amounts go through; which words have which
sign is content, what the signs mean to each other is code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz import fuzz, process

from flows.language.numerals import Numerals
from flows.language.understanding import Folded
from flows.language.wordlist import Part, WordList

SCALES: Final = {"rupiah": 1, "ribu": 1_000, "juta": 1_000_000, "miliar": 1_000_000_000}

NUMBER: Final = "N"
UNIT: Final = "U"
RUPIAH: Final = "R"
SO: Final = "~"
""" "-an": about so many."""
MANY: Final = "V"
""" "Belasan", "puluhan", "ratusan"."""
FILLER: Final = "f"
CLAUSE: Final = "c"
DASH: Final = "-"
SLASH: Final = "/"
MINUS: Final = "j"
UNREAD: Final = "?"
OTHER: Final = "x"
HIDDEN: Final = "!"
"""A word in which a bound is hidden: "ngelebihin", "gasampe"."""

SIGNS: Final = {
    "kira_kira": "e", "lebih": "a", "lewat": "A", "kurang": "b", "bawah": "W", "hampir": "h",
    "menjelang": "H", "sedikitnya": "g", "paling_banyak": "k", "ke_atas": "q", "ke_bawah": "w",
    "sampai": "r", "mencapai": "C", "dikit": "s", "seberapa": "D", "sekian": "S",
    "sangkal": "n", "belum": "z", "ada": "d", "antara": "y", "dan": "v", "atau": "|",
    "lain": "L", "diambil": "l", "masing": "P",
    "hitungan": "T", "di_depan": "u", "pecahan": UNREAD, "pengisi": FILLER,
}  # fmt: skip
"""Group of words.yaml → sign; where a way stands in two, the first has it."""

EXACTLY: Final = "tepat"
"""The group of words before the exact amount: "hampir 20 juta, tepatnya 19.650.000"."""

PART: Final = Part(
    "uang", groups=(*SIGNS, "nihil", EXACTLY), tables=("satuan",), only={"satuan": tuple(SCALES)}
)

RANGES_OF: Final = {"belasan": (11, 20), "puluhan": (20, 100), "ratusan": (100, 1_000)}
"""From, and below."""

_SIGNS_OF: Final = {
    ">": "a", "<": "b", ">=": "g", "≥": "g", "<=": "k", "≤": "k", "±": "e", "~": "t", "-": DASH,
    "–": DASH, "—": DASH, "/": SLASH, "%": "%", ",": CLAUSE, ";": CLAUSE, ".": CLAUSE, "!": CLAUSE,
    "(": CLAUSE, "+": "q",
}  # fmt: skip
_TOKEN: Final = re.compile(
    r"\d[\d.,]*[a-z]\w*|[a-z]+\d\w*|(?<![a-z])[.,]?\d[\d.,]*|\d[\d.,]*|[a-z]+|[<>]=|\S"
)
_CLOSING: Final = re.compile(r"(?<=[\da-z])[.,]-(?!\d)|(?<=[a-z]),0+\b")
_PLUS_MINUS: Final = re.compile(r"\+ ?/? ?-")
_UNTIL: Final = re.compile(r"\bs ?[/.] ?d\b\.?|\bsd\b")
_TWICE: Final = re.compile(r"\b([a-z]{3,})(?:2(?![\d.,])|-\1\b)")
_DATE: Final = re.compile(
    r"(?<![\d.,])(?:\d{1,2}([-/])\d{1,2}\1\d{2,4}|\d{4}-\d\d?-\d\d?)(?![\d.,])"
)
_ABOUT: Final = re.compile(r" ?- ?an\b")
_BEHIND: Final = re.compile(r"(?<=\d)([a-z]+)")
_AHEAD: Final = re.compile(r"\b([a-z]+)(?=\d)")
_HYPHEN: Final = re.compile(r"(?<=[a-z])-(?=[a-z])")
_SHORTEST_TYPO: Final = 4
_TYPO: Final = 80
_SHORTEST_ROOT: Final = 5
_BOUNDS: Final = ("lebih", "kurang", "lewat", "bawah", "hampir", "sampai", "mencapai")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or sign, where it stands, and, of a unit, what it counts in rupiah.

    `doubtful`: letters were read as digits in it.
    """

    sign: str
    word: str
    start: int
    end: int
    scale: int = 0
    doubtful: bool = False


class MoneyWords:
    """The words around amounts of one word list."""

    def __init__(self, words: WordList, numerals: Numerals) -> None:
        self._numerals = numerals
        self._spelling = words.spelling
        self._known = words.known
        self._empty = words.empty
        units = words.table(PART.name, "satuan")
        self.scales: Mapping[str, int] = {
            **SCALES,
            **{typed: SCALES[word] for word in SCALES for typed in words.others(word)},
            **{typed: SCALES[told[0]] for typed, told in units.items()},
        }
        self._phrases = _phrases(words)
        self._starts = tuple(
            (way[:-1], sign) for group, sign in SIGNS.items()
            for way in words.ways(PART.name, group) if way.endswith("*")
        )  # fmt: skip
        self._vocabulary = frozenset(
            word for told in self._phrases.values() for way, _ in told for word in way
        )
        self._roots = _roots(words)
        # One wrong letter must not hide a bound: "lebhi", "kurng".
        typed = (each for word in self._vocabulary for each in (word, *words.others(word)))
        self._long = tuple(sorted({word for word in typed if len(word) >= _SHORTEST_TYPO}))
        self.nothing = frozenset(
            " ".join(words.usual(way.split())) for way in words.ways(PART.name, "nihil")
        )
        unit = "|".join(sorted(self.scales, key=len, reverse=True))
        self._letters = re.compile(
            rf"(?<![a-z\d.,])[\doil][\doil.,]*(?=(?:{unit})?(?:an)?(?![a-z\d]))"
        )

    def written(self, folded: Folded) -> str:
        """A text as amounts are read in it: number words as digits, what is glued apart.

        A digit that was a letter has a ``!`` before its number.
        """
        text = _UNTIL.sub(" hingga ", _DATE.sub(" / ", _CLOSING.sub(" ", folded)))
        text = _PLUS_MINUS.sub("±", _ABOUT.sub(" an", _TWICE.sub(r"\1", text)))
        if any(map(str.isdigit, text)):
            text = self._letters.sub(_digits, text)
            text = _AHEAD.sub(self._apart, _BEHIND.sub(self._apart, text))
        return _HYPHEN.sub(" ", self._numerals.as_digits(Folded(text)))

    def tokens(self, written: str) -> list[Token]:
        """The signs of a text as `written` gives it."""
        pieces = list(self._pieces(written))
        out: list[Token] = []
        at = 0
        while at < len(pieces):
            piece = pieces[at]
            if piece.sign != OTHER:
                out.append(piece)
                at += 1
                continue
            found, length = self._phrase(pieces, at)
            out.append(Token(found, piece.word, piece.start, pieces[at + length - 1].end))
            at += length
        return out

    def _pieces(self, written: str) -> Iterator[Token]:
        """Single words and signs; words that may be part of a phrase are still `OTHER`."""
        after_number = False
        doubtful = False
        for found in _TOKEN.finditer(written):
            word, start, end = found[0], found.start(), found.end()
            if word == "!" and written[end : end + 1].isdigit():
                doubtful = True
                continue
            if word[0].isdigit() and not word[-1].isalnum():
                plain = word.rstrip(".,")
                yield Token(NUMBER, plain, start, start + len(plain), 0, doubtful)
                yield Token(CLAUSE, word[-1], end - 1, end)
            elif word.isalpha() and word.isascii():
                yield from self._worded(word, start, end, after_number)
            elif any(map(str.isdigit, word)):
                sign = NUMBER if not any(map(str.isalpha, word)) else UNREAD
                yield Token(sign, word, start, end, 0, doubtful)
            else:
                yield Token(_SIGNS_OF.get(word, FILLER), word, start, end)
            after_number = word[0].isdigit()
            doubtful = False

    def _worded(self, word: str, start: int, end: int, after_number: bool) -> Iterator[Token]:
        scale = self.scales.get(word, 0)
        so = not scale and word.endswith("an") and len(word) > 3
        if so and word[:-2] in self.scales:
            yield Token(UNIT, word, start, end, self.scales[word[:-2]])
            yield Token(SO, word, end, end)
        elif word in {"rp", "idr"}:
            yield Token(RUPIAH, word, start, end, 1)
        elif scale and (len(word) > 1 or after_number):
            yield Token(UNIT, word, start, end, scale)
        elif word == "an":
            yield Token(SO, word, start, end)
        elif word in RANGES_OF:
            yield Token(MANY, word, start, end)
        elif word in {"min", "minus"}:
            yield Token(MINUS, word, start, end)
        else:
            for usual in self._spelling.get(word, (word,)):
                yield Token(OTHER, usual, start, end)

    def _phrase(self, pieces: Sequence[Token], at: int) -> tuple[str, int]:
        """The sign of the longest phrase that begins here, and how many words it has."""
        word = pieces[at].word
        for way, sign in self._phrases.get(word, ()):
            here = pieces[at : at + len(way)]
            if len(here) == len(way) and all(
                piece.word == told for piece, told in zip(here, way, strict=True)
            ):
                return sign, len(way)
        if word in self._empty:
            return FILLER, 1
        return self._single(word), 1

    def _single(self, word: str) -> str:
        """The sign of a word that is not listed as it is typed."""
        for start, sign in self._starts:
            if word.startswith(start):
                return sign
        if word.endswith("nya") and (alone := self._alone(word[:-3])):
            return alone
        if word in self._known or len(word) < _SHORTEST_TYPO:
            return OTHER
        near = process.extractOne(word, self._long, scorer=fuzz.ratio, score_cutoff=_TYPO)
        meant = self._alone(near[0]) if near and near[0][0] == word[0] else None
        return meant or (HIDDEN if any(root in word for root in self._roots) else OTHER)

    def _alone(self, word: str) -> str | None:
        """The sign of a word as a phrase of its own."""
        usual = self._spelling.get(word, (word,))
        told = self._phrases.get(usual[0], ())
        return next((sign for way, sign in told if way == usual), None)

    def _apart(self, found: re.Match[str]) -> str:
        """A word glued to a number stands apart where it is known."""
        word = found[1]
        base = word[:-2] if word.endswith("an") else word
        known = {word, base} & self.scales.keys() or word in {"rp", "idr", "an", "min"}
        if known or len(word) > 2 or self._alone(word):
            return f" {word} "
        return word


def _phrases(words: WordList) -> Mapping[str, Sequence[tuple[tuple[str, ...], str]]]:
    """First word → ways of saying with their signs, longest first; all in their usual spelling."""
    signs: dict[tuple[str, ...], str] = {}
    for group, sign in SIGNS.items():
        for way in words.ways(PART.name, group):
            parts = way.replace("-", " ").split()
            signs.setdefault(tuple(words.usual(parts)), sign)
            # "Diatas" is written as one word as often as not.
            if len(parts) == 2 and parts[0] in {"di", "ke"}:
                signs.setdefault(("".join(parts),), sign)
    out: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for told, sign in signs.items():
        out.setdefault(told[0], []).append((told, sign))
    for ways in out.values():
        ways.sort(key=lambda each: -len(each[0]))
    return out


def _roots(words: WordList) -> frozenset[str]:
    """Words of the bounds in every spelling, long enough to be found inside another word."""
    ways = (way for group in _BOUNDS for way in words.ways(PART.name, group) if " " not in way)
    typed = (spelled for way in ways for spelled in (way, *words.others(way)))
    return frozenset(word for word in typed if len(word) >= _SHORTEST_ROOT)


def _digits(found: re.Match[str]) -> str:
    """ "l5" and "1O" are 15 and 10 where nothing else can be meant; a last "l" may be a unit."""
    written = found[0]
    letters = written.translate(str.maketrans("", "", "0123456789.,"))
    if not letters or len(letters) == len(written.replace(".", "").replace(",", "")):
        return written
    if written.rstrip(".,")[-1] in "il":
        return written
    return "!" + written.translate(str.maketrans("oil", "011"))
