"""Words of time in one spelling: "kmrn", "taun", "nopember", "sebulan yg lalu", "abis lebaran"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from rapidfuzz import fuzz, process

from flows.language.days import counting
from flows.language.days.feasts import FEASTS
from flows.language.days.grammar import PLACE
from flows.language.understanding import Folded
from flows.language.wordlist import Part, WordList

MONTHS: Final = (
    "januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september",
    "oktober", "november", "desember",
)  # fmt: skip
WEEKDAYS: Final = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "ahad")
""" "Minggu" is a week; only "hari minggu" is a day."""

PART: Final = Part(
    "waktu",
    groups=(
        "pengisi", "kira_kira", "kurang_dari", "lebih_dari", "hampir", "bukan_tanggal", "nomor",
        "kerja", "umur", "sangkal", "rencana", "permulaan", "hal_lain", "surat",
        "menyertai", "sesudahnya", "bersamaan", "besoknya", "tepat", "tempat", "berhenti",
        "tidak_kerja", "tanpa_kerja", "bukan_lahir", "sebab", "peralihan", "hari_akhir",
        "surat_akhir", "perpanjangan", "yang_dulu", "pengajuan", "yang_diajukan",
        "kerja_lain", "absen", "tidak_hadir",
    ),
    tables=("bulan", "hari", "ejaan"),
    only={"bulan": MONTHS, "hari": WEEKDAYS},
)  # fmt: skip
FEAST_PART: Final = Part("hari_raya", groups=FEASTS)

ODD: Final = "?"
"""Stands for letters and digits in one word that nobody can read: "2o25"."""

_GLUED: Final = re.compile(r"[a-z0-9']+")
_PIECES: Final = re.compile(r"\d+|[a-z']+")
_TOKENS: Final = re.compile(r"\d+,\d+|[a-z0-9']+|[-/.,:+]")
_LETTERS: Final = re.compile(r"(?<![a-z0-9])(?=[oli\d]*\d)(?=\d*[oli])[oli\d]+(?![a-z0-9])")
_VOWELS: Final = re.compile("[aeiou]")
_SHORT_YEAR: Final = re.compile(r"'(\d\d)(?!\d)")
_NUMBER: Final = re.compile(r"\d+(?:,\d+)?")
_UNIT: Final = "(?:hari|minggu|bulan|tahun)"
_BEFORE_LENGTH: Final = (
    rf"(?= (?:\d+(?:,\d+)?|beberapa)(?: (?:(?:-|/|atau|hingga) )?\d+)? {_UNIT}(?!\S))"
)
_DATE_TYPED: Final = r"(?= (?:tanggal )?\d{1,2} (?:[-/.] )?(?:bulan )?(?:m\d|\d{1,2} [-/.]))"
_TIDIED: Final = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        (rf"(?<!\S)(\d+) [.] (\d) (?={_UNIT})", r"\1,\2 "),
        (r"(?<!\S)(?<!\d )(?<!m\d )(?<!m\d\d )(?<!h )[-/.,:+](?!\S)", " "),
        (r"(?<!\S)[-/.,:+](?! (?:\d|m\d))(?!\S)", " "),
        (r"(?<!\S)[,](?!\S)", " "),
        (r"(?<!\S)ke (?:- )?(\d)(?!\S)", r"k\1"),
        (r" +", " "),
    )
)
_PHRASES: Final = tuple(
    (re.compile(rf"(?<!\S){pattern}(?!\S)"), instead)
    for pattern, instead in (
        (r"(tadi|mau|kemarin) besok pagi", r"\1 pagi"),
        (r"pertama", "k1"),
        (r"hari minggu", "w6"),
        (r"malam minggu", "malam w6"),
        (rf"minggu{_DATE_TYPED}", "w6"),
        (r"minggu(?= tanggal \d)", "w6"),
        (rf"(?:sudah|selama|baru) (\d+(?:,\d+)? {_UNIT}) ini", r"\1 lalu"),
        (
            r"bulan (1[0-2]|0?[1-9])(?! (?:hari|minggu|bulan)(?!\S))"
            r"(?! tahun (?!(?:19|20)?\d\d(?!\S)|lalu|ini|kemarin|depan))",
            r"m\1",
        ),
    )
)
_HOURS: Final = re.compile(
    r"(?<!\S)(?:jam (?:0,5 )?\d{1,2}(?:,5)?(?: [.:] \d\d)?|\d{1,2} : \d\d)(?!\S)"
)
_ROUNDED: Final = re.compile(r"(?<=[1-9]) an(?!\S)")
""" "15-an"; "20-an" is a stretch of ten."""

_CONTRACT_ENDS: Final = re.compile(r"(?<!\S)akhir (?=<kerja>)")
""" "Akhir kontrak 30 september": no end of a month."""

_YEAR_APART: Final = re.compile(r"(?<!\S)(m\d+) (19|20) (\d\d)(?!\S)")
_ZERO: Final = re.compile(r"(?<!\S)m0")

_SHORTEST_TYPO: Final = 5
_TYPO: Final = 84
_OFTEN_MISTYPED: Final = ("kemarin", "minggu", "pertengahan", "lebaran", "ramadan")


_RECENT: Final = 32
"""Texts that are remembered: several readers ask for the time words of the same one."""

_REMEMBERED: Final = 20_000
_PARTICLES: Final = frozenset(("an", "x", "h", "ke", "nya"))
_GRAMMAR: Final = frozenset(
    ("tanggal", "hari", "minggu", "bulan", "tahun", "jam", "juta", "ribu", "jt", "rb", "kali")
)


@dataclass(frozen=True, slots=True)
class Timed:
    """`words` of time in one spelling. `about`: something says that it is about so; `mended`: a
    letter was read as a digit ("2o25")."""

    words: str
    about: bool
    mended: bool


class TimeWords:
    """The words of time of one word list, with everybody's spellings below them."""

    def __init__(self, words: WordList) -> None:
        months = {**{name: (name,) for name in MONTHS}, **words.table(PART.name, "bulan")}
        days = {**{name: (name,) for name in WEEKDAYS}, **words.table(PART.name, "hari")}
        self._usual = {
            **words.layered(words.table(PART.name, "ejaan")),
            **words.spellings_in("bilangan"),
            **{typed: (f"m{MONTHS.index(told[0]) + 1}",) for typed, told in months.items()},
            **{typed: (f"w{WEEKDAYS.index(told[0])}",) for typed, told in days.items()},
        }
        long = (name for name in (*months, *_OFTEN_MISTYPED) if len(name) >= _SHORTEST_TYPO)
        self._long = tuple(long)
        said = (words.ways(FEAST_PART.name, feast) for feast in FEASTS)
        self._bare = {_bare(name): self._usual[name] for name in MONTHS}
        self._correct = words.known | {
            word for ways in said for way in ways for word in way.split()
        }
        self._told: dict[str, tuple[str, ...]] = {}
        feasts = {
            self._spelled(way): f"f_{feast}"
            for feast in FEASTS
            for way in words.ways(FEAST_PART.name, feast)
        }
        self._feasts = {way: feast for way, feast in feasts.items() if way}
        self._feast = _whole_words(self._feasts)
        of = words.ways
        self._filler = frozenset(self._ways(of(PART.name, "pengisi")))
        self._vague = _whole_words(self._ways(of(PART.name, "kira_kira")))
        self._bounds = tuple(
            (_before_length(self._ways(of(PART.name, group))), f"<{group}>")
            for group in ("kurang_dari", "lebih_dari", "hampir")
        )
        self._place = _whole_words(self._ways(of(PART.name, "tempat")))
        other = _any_of(self._ways(of(PART.name, "bukan_tanggal")))
        number = r"\d+(?:[.,]\d+| [.,] \d+)*"
        named = _any_of(self._ways(of(PART.name, "nomor")))
        # "Dari PT 30 oktober" names a day, "kode 040" none.
        self._other = re.compile(rf"(?<!\S)(?:{number} {other}|{named} {number}(?! m\d))(?!\S)")
        self._marks = tuple(
            (_whole_words(self._ways(of(PART.name, group))), f"<{group}>")
            for group in ("kerja", "umur", "sangkal", "besoknya")
        )
        self._light = words.empty | self._filler
        self._timed: dict[Folded, Timed] = {}

    def is_known(self, word: str) -> bool:
        """Whether it is a word spelled as it should be, or a known other way."""
        ways = (word, word.removesuffix("nya"))
        return any(w in self._correct or w in self._usual or w in self._light for w in ways)

    def is_light(self, words: str) -> bool:
        """Whether these words, but for what stands for a date, say nothing."""
        return all(word in self._light for word in words.replace(PLACE, " ").split())

    def read(self, folded: Folded) -> Timed:
        """One spelling for every word of time.

        Months become "m8", weekdays "w0", feasts "f_natal", ordinals "k2", bounds "<hampir>".
        """
        timed = self._timed.get(folded)
        if timed is None:
            if len(self._timed) >= _RECENT:
                self._timed.clear()
            timed = self._timed[folded] = self._read_anew(folded)
        return timed

    def _read_anew(self, folded: Folded) -> Timed:
        plain, mended = _LETTERS.subn(_as_digits, folded)
        words = self._feast.sub(lambda way: self._feasts[way[0]], self._spelled(plain))
        words, about = self._vague.subn(" ", _HOURS.sub("_", words))
        words = self._other.sub("_", self._place.sub("_", words))
        words, rounded = _ROUNDED.subn("", " ".join(words.split()))
        for pattern, instead in _PHRASES:
            words = pattern.sub(instead, words)
        words = _YEAR_APART.sub(r"\1 \2\3", _ZERO.sub("m", words))
        words = " ".join(word for word in words.split() if word not in self._filler)
        for pattern, instead in (*self._bounds, *self._marks):
            words = pattern.sub(instead, words)
        return Timed(_CONTRACT_ENDS.sub("", words), about + rounded > 0, mended > 0)

    def _ways(self, ways: Iterable[str]) -> tuple[str, ...]:
        return tuple(way for way in map(self._spelled, ways) if way)

    def _spelled(self, text: str) -> str:
        """A text with its words in their usual spelling and its numbers as digits."""
        text = _SHORT_YEAR.sub(r" tahun \1", text)
        told = (word for token in _TOKENS.findall(text) for word in self._read(token))
        words = f" {' '.join(counting.as_digits(tuple(told)))} "
        for pattern, instead in _TIDIED:
            words = pattern.sub(instead, words)
        return words.strip()

    def _read(self, token: str) -> tuple[str, ...]:
        if _NUMBER.fullmatch(token):
            return (token,)
        word = token.strip("'")
        if not _GLUED.fullmatch(token):
            return (token,)
        pieces = _PIECES.findall(word)
        if not pieces:
            return ()  # nothing but apostrophes
        if len(pieces) == 1:
            return self._word(word)
        if pieces[1] == "2" and self._known(pieces[0]) is None:
            return self._word(pieces[0])
        told = [self._known(piece) for piece in pieces]
        if any(piece is None for piece in told):
            return (ODD,)
        return tuple(word for piece in told if piece for word in piece)

    def _known(self, piece: str) -> tuple[str, ...] | None:
        """A piece of a glued word, or None for what is no word of time."""
        if piece.isdigit() or piece in _PARTICLES:
            return (piece,)
        return self._usual.get(piece) or ((piece,) if piece in _GRAMMAR else None)

    def _word(self, word: str) -> tuple[str, ...]:
        told = self._told.get(word)
        if told is None:
            told = self._usual.get(word) or counting.split(word, self._usual) or self._near(word)
            if len(self._told) < _REMEMBERED:
                self._told[word] = told
        return told

    def _near(self, word: str) -> tuple[str, ...]:
        """The month, or the usual word, that a word with a typing mistake may be."""
        if len(word) < _SHORTEST_TYPO or not word.isalpha() or word in self._correct:
            return (word,)
        if (month := self._bare.get(word)) is not None:
            return month
        near = process.extractOne(word, self._long, scorer=fuzz.ratio, score_cutoff=_TYPO)
        return self._usual.get(near[0], (near[0],)) if near else (word,)


def _as_digits(found: re.Match[str]) -> str:
    """ "2O25" with a letter O, "l5" with a small L."""
    return found[0].translate(_LOOK_ALIKE)


_LOOK_ALIKE: Final = str.maketrans("oli", "011")


def _bare(word: str) -> str:
    """A word without its vowels, but for the first letter: "agsts"."""
    return word[0] + _VOWELS.sub("", word[1:])


def _any_of(ways: Iterable[str]) -> str:
    listed = sorted(map(re.escape, ways), key=len, reverse=True)
    return rf"(?:{'|'.join(listed)})" if listed else "(?!)"


def _before_length(ways: Iterable[str]) -> re.Pattern[str]:
    """Before a length, but not between its two halves ("1 tahun lebih 2 bulan")."""
    return re.compile(
        rf"(?<!\S)(?<!hari )(?<!minggu )(?<!bulan )(?<!tahun ){_any_of(ways)}{_BEFORE_LENGTH}"
    )


def _whole_words(ways: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\S){_any_of(ways)}(?!\S)")
