"""Answers to a step as people type them: a number, a label, its everyday words.

Nothing here raises; it says what was unclear. Dates are read in `flows.language.dates`, amounts in
`flows.language.money`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz import fuzz

from flows.language.numerals import Numerals
from flows.language.understanding import Folded, Unclear, Understood, fold
from flows.language.wordlist import Part, WordList

PART: Final = Part(
    "jawaban", groups=("pengisi", "selesai", "menyangkal", "nomor"), tables=("ejaan", "urutan"),
    only={"urutan": ("1", "2", "3", "4", "terakhir")},
)  # fmt: skip
AGREEING: Final = Part("setuju", groups=("ya",), more=True)
"""A first word of agreement, and the first words of the options it can agree to."""

LAST: Final = -1

_YES: Final = "ya"
_KNOWS: Final = "tahu"
_LAST_WORD: Final = "terakhir"
_WORDS: Final = re.compile(r"[a-z0-9]+")
_ZERO: Final = "nol"
_ORDINAL: Final = re.compile(r"ke ?-?(\d+)")
_LIKE: Final = 0.75
"""More alike than this, two words of four letters and more are one with a typing mistake."""

_VAGUE: Final = frozenset({"ya", "ada", "punya", "bisa"})

_LONGEST_ANSWER: Final = 8
_REMEMBERED: Final = 5_000


@dataclass(frozen=True, slots=True)
class Said:
    """A text as an answer, or a label or way of saying one.

    `words` are in one spelling, without address and filler; `respelled` are those of the text that
    got another spelling, for a typing mistake is nearer to them. `place` is the position it means
    ("2", "yang kedua"), from 1; `LAST` for the last one, None for no position.
    """

    folded: Folded
    words: tuple[str, ...]
    respelled: tuple[str, ...]
    place: int | None


class Choices:
    """Which option somebody means, with the words of one word list.

    Labels and other ways of saying an option are read once and remembered, typed texts are not.
    """

    def __init__(self, words: WordList, numerals: Numerals) -> None:
        self._numerals = numerals
        self._usual = words.layered(words.table(PART.name, "ejaan"))
        self._filler = self._group(words, "pengisi")
        # What is said of a step that went as it should, beside or instead of "ya".
        self._done = self._group(words, "selesai")
        self._negative = self._group(words, "menyangkal")
        self._agrees = {
            said: frozenset(words.ways(AGREEING.name, said)) for said in words.raw.get("setuju", ())
        }
        # Alone, these agree or deny; they do not name the option whose words they happen to be in.
        self._says_little = self._negative | self._done | self._agrees.keys()
        self._known_words = words.known
        self._named_place = re.compile(rf"^{words.any_of(PART.name, 'nomor')}\.? ?")
        self._ordinals = words.table(PART.name, "urutan")
        self._labels: dict[str, Said] = {}

    def read(self, folded: Folded) -> Said:
        """A typed text as an answer."""
        typed = _WORDS.findall(folded)
        respelled = tuple(word for word in typed if word in self._usual)
        return Said(folded, self._words(typed), respelled, self._place(folded))

    def label(self, text: str) -> Said:
        """A label or a way of saying an option, read once."""
        label = self._labels.get(text)
        if label is None:
            label = self.read(fold(text))
            if len(self._labels) < _REMEMBERED:
                self._labels[text] = label
        return label

    def choose(
        self,
        said: Said,
        options: Mapping[str, str],
        also: Mapping[str, Sequence[str]] | None = None,
        *,
        asks: bool = False,
    ) -> Understood[str] | Unclear:
        """The key of the option somebody means by number, label, key or its words. Never raises.

        `also` gives further ways of saying an option, by key ("di-PHK", "dipecat" for `phk`).
        `asks`: the text is a question, which only the very words of an option outweigh.
        Reasons: `no_such_number`, `question`, `two_choices`, `not_a_choice`.
        """
        ways = {
            key: [self.label(way) for way in self._ways(key, label, (also or {}).get(key, ()))]
            for key, label in options.items()
        }
        words = {key: [way.words for way in told] for key, told in ways.items()}
        if said.place is not None:
            return _numbered(len(words) if said.place == LAST else said.place, words)
        # Letter by letter first: a label such as "Jawaban saya" is all filler.
        named = [key for key, told in ways.items() if told[0].folded == said.folded]
        if len(named) == 1:
            return Understood(named[0])
        same = [key for key, told in words.items() if said.words and said.words in told]
        if len(same) == 1:
            return Understood(same[0])
        if asks:
            return Unclear("question")
        if not said.words or len(said.words) > _LONGEST_ANSWER:
            return Unclear("not_a_choice")
        return self._by_words(said.words, ways)

    def _group(self, words: WordList, group: str) -> frozenset[str]:
        """The words of a group, in the spelling of answers."""
        ways = words.ways(PART.name, group)
        return frozenset(part for word in ways for part in self._usual.get(word, (word,)))

    @staticmethod
    def _ways(key: str, label: str, also: Sequence[str]) -> tuple[str, ...]:
        return (label, key.replace("_", " "), *also)

    def _words(self, typed: Iterable[str]) -> tuple[str, ...]:
        """Words in one spelling, without address and filler, none twice in a row."""
        usual = (part for word in typed for part in self._usual.get(word, (word,)))
        kept = [word for word in usual if word not in self._filler]
        return tuple(word for at, word in enumerate(kept) if not at or word != kept[at - 1])

    def _place(self, folded: Folded) -> int | None:
        """ "2", "no 2", "yang kedua"."""
        plain = self._named_place.sub("", self._numerals.as_digits(folded)).strip(" .,)(!:-")
        if re.fullmatch(r"\d{1,3}", plain):
            # "nol" is an answer of its own ("saldo nol"), never a position.
            return None if folded == _ZERO else int(plain)
        plain = plain.removeprefix("yang ")
        ordinal = self._ordinals.get(plain, (plain,))[0]
        if ordinal == _LAST_WORD:
            return LAST
        found = _ORDINAL.fullmatch(plain)
        return int(found[1]) if found else int(ordinal) if ordinal.isdecimal() else None

    def _likeness(self, said: Sequence[str], option: Said) -> float:
        """0..1: how much of what was said this option covers; 0 when only one of them denies."""
        words = set(said)
        denied = self._negative & words, self._negative & set(option.words)
        if bool(denied[0]) != bool(denied[1]) or _KNOWS in words ^ set(option.words):
            return 0.0
        if self._barely_named(said, option.words):
            return 0.0
        covered = 0.0
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
        if tuple(option[:1]) != (_YES,) or said[0] in self._agrees or option[-1] in said:
            return False
        return 2 * len(said) < len(option)

    def _polarity(self, said: Sequence[str], options: Mapping[str, Sequence[str]]) -> str | None:
        """The only option that a plain "ya" or "belum" can mean, said with nothing else.

        "Ada 3 kartu" is no yes to "Ya, semua data cocok": every other word has to be one of the
        option or one that only says that it is done. "Ya" agrees to "Sudah berhenti", and "ada" to
        "Ada kartu lama", only where another option denies it.
        """
        first = _YES if said[0] in self._done else said[0]
        denies = first in self._negative
        agreed = self._negative if denies else self._agrees.get(first)
        if agreed is None or _KNOWS in said or (not denies and self._negative & set(said)):
            return None
        firsts = {key: words[0] for key, words in options.items() if words and _KNOWS not in words}
        same = [key for key, word in firsts.items() if {word, " ".join(options[key][:2])} & agreed]
        if len(same) != 1:
            return None
        opposed = len(options) == 1 or bool(self._negative & set(firsts.values()))
        if first in _VAGUE and firsts[same[0]] != _YES and not opposed:
            return None
        return same[0] if self._says_little.union(options[same[0]]).issuperset(said) else None

    def _by_words(
        self, said: Sequence[str], ways: Mapping[str, Sequence[Said]]
    ) -> Understood[str] | Unclear:
        plain = self._polarity(said, {key: told[0].words for key, told in ways.items()})
        if plain or (len(said) == 1 and said[0] in self._says_little):
            return Understood(plain) if plain else Unclear("not_a_choice")
        scored = sorted(
            ((max(self._likeness(said, told) for told in each), key) for key, each in ways.items()),
            reverse=True,
        )
        best, key = scored[0] if scored else (0.0, "")
        second = scored[1][0] if len(scored) > 1 else 0.0
        if best >= 0.6 and best - second >= 0.15:
            return Understood(key, approximate=best < 0.8)
        return Unclear("two_choices" if best >= 0.6 else "not_a_choice")


def _numbered(
    number: int, ways: Mapping[str, Iterable[Sequence[str]]]
) -> Understood[str] | Unclear:
    """The option in this place; "56" may also be the only label that says 56."""
    keys = list(ways)
    if 1 <= number <= len(keys):
        return Understood(keys[number - 1])
    named = [key for key, told in ways.items() if any(str(number) in words for words in told)]
    return Understood(named[0], True) if len(named) == 1 else Unclear("no_such_number")
