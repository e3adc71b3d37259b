"""Answers to a step as people type them: a number, a label, its everyday words.

Nothing here raises; it says what was unclear. Dates are read in `flows.language.dates`, amounts in
`flows.language.amounts.money`.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import dropwhile, takewhile, zip_longest
from typing import Final

from flows.language.labels import KNOWS, YES, LabelLikeness, Said, Ways
from flows.language.numerals import Numerals
from flows.language.places import LAST, PLACES, Places, at_place
from flows.language.understanding import Folded, Unclear, Understood, fold
from flows.language.wordlist import Part, WordList

PART: Final = Part(
    "jawaban", groups=("pengisi", "selesai", "menyangkal", "nomor"),
    tables=("ejaan", "urutan"), only={"urutan": PLACES},
)  # fmt: skip
AGREEING: Final = Part("setuju", groups=("ya", "sudah", "ada", "punya", "bisa", "masih"), more=True)
"""A first word of agreement, and the first words of the options it can agree to."""

_WORDS: Final = re.compile(r"[a-z0-9]+")
_VAGUE: Final = frozenset({"ya", "ada", "punya", "bisa"})

_LONGEST_ANSWER: Final = 8
_REMEMBERED: Final = 40_000


_Key = tuple[int, tuple[tuple[str, str], ...]]


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
        # "Masih" goes on as it was: no yes, and behind a denial the contrary of it.
        self._still = frozenset(said for said, firsts in self._agrees.items() if YES not in firsts)
        self._naming = frozenset(words.usual(words.ways(PART.name, "nomor")))
        # Alone, these agree or deny; they do not name the option whose words they happen to be in.
        self._says_little = self._negative | self._done | self._agrees.keys()
        # Neither do words that only hold a sentence together, or say when.
        self._empty = words.empty | words.times | self._filler
        self._likeness = LabelLikeness(
            self._negative, self._naming, frozenset(self._agrees), words.known
        )
        self._shared = words.usual
        self._places = Places(words, numerals, self._filler, self._naming)
        self._labels: dict[str, Said] = {}
        self._together: dict[_Key, tuple[Mapping[str, Sequence[str]], Ways]] = {}

    def read(self, folded: Folded) -> Said:
        """A typed text as an answer."""
        typed = _WORDS.findall(folded)
        respelled = tuple(word for word in typed if word in self._usual)
        place = self._places.read(folded)
        named = place is not None and self._places.is_named(typed)
        return Said(folded, self._words(typed), respelled, place, numbered=named)

    def label(self, text: str) -> Said:
        """A label or a way of saying an option, read once."""
        label = self._labels.get(text)
        if label is None:
            read = self.read(fold(text))
            # The same few thousand words stand in tens of thousands of ways.
            label = replace(read, words=tuple(map(sys.intern, read.words)))
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
        polite: bool = False,
    ) -> Understood[str] | Unclear:
        """The key of the option somebody means by number, label, key or its words. Never raises.

        `also` gives further ways of saying an option, by key ("di-PHK", "dipecat" for `phk`).
        `asks`: the text is a question, which only the very words of an option outweigh. `polite`:
        it is thanks or a greeting, which is an answer only letter by letter.
        Reasons: `no_such_number`, `question`, `two_choices`, `not_a_choice`.
        """
        ways = self.ways(options, also)
        named = self.literally(said, ways)
        if named:
            return Understood(named)
        if polite:
            return Unclear("not_a_choice")
        if said.place is not None:
            return self.placed(said.place, ways)
        same = self.same_words(said, ways)
        if same:
            return Understood(same)
        if asks:
            return Unclear("question")
        if not said.words or len(said.words) > _LONGEST_ANSWER:
            return Unclear("not_a_choice")
        return self._by_words(said, ways)

    def ways(
        self, options: Mapping[str, str], also: Mapping[str, Sequence[str]] | None = None
    ) -> Ways:
        """Every way of saying each option: its label, its key, and those of `also`.

        Put together once for each of the lasting mappings `also` and the labels of the day.
        """
        if also is None:
            return self._put_together(options, {})
        at = (id(also), tuple(options.items()))
        kept, found = self._together.get(at, (None, None))
        # The mapping is kept with its ways: the place of one that is gone may be another's.
        if found is None or kept is not also:
            found = self._put_together(options, also)
            if len(self._together) < _REMEMBERED:
                self._together[at] = (also, found)
        return found

    def _put_together(self, options: Mapping[str, str], also: Mapping[str, Sequence[str]]) -> Ways:
        return Ways(
            (key, [self.label(way) for way in self._ways(key, label, also.get(key, ()))])
            for key, label in options.items()
        )

    @staticmethod
    def literally(said: Said, ways: Ways) -> str | None:
        """The only option that is said letter by letter, by its label before any other way.

        A label such as "Jawaban saya" is all filler, and "1 saja" may be a way of saying the second
        option: this comes before whatever the words mean.
        """
        typed = said.folded
        named = ways.texts.get(typed, ())
        if len(named) < 2:
            return named[0] if named else None
        labels = [key for key, told in ways.items() if told and told[0].folded == typed]
        return labels[0] if len(labels) == 1 else None

    @staticmethod
    def same_words(said: Said, ways: Ways) -> str | None:
        """The only option that is said in these words, filler and spelling aside."""
        same = ways.words.get(said.words, ())
        return same[0] if said.words and len(same) == 1 else None

    @staticmethod
    def placed(place: int, ways: Ways) -> Understood[str] | Unclear:
        """The option in this place, from 1; `LAST` is the last one."""
        words = {key: [way.words for way in told] for key, told in ways.items()}
        return at_place(len(words) if place == LAST else place, words)

    def plain(self, words: Sequence[str], ways: Ways) -> str | None:
        """The option that a plain "ya", "belum" or "masih" agrees to, said with little else."""
        return self._polarity(words, {key: told[0].words for key, told in ways.items()})

    def head(self, words: Sequence[str], ways: Ways) -> tuple[str | None, Sequence[str]]:
        """The option that the first words agree to ("iya pak, ..."), and the words they are.

        Behind a yes the denial counts: "iya belum" is "belum", and agrees to nothing else.
        """
        first = [*takewhile(self._says_little.__contains__, words)]
        if first[:1] == [YES] and not self._negative.isdisjoint(first):
            first = first[1:]
            key = self.plain(first, ways) if first[0] in self._negative else None
            return (key, first) if key else (None, ())
        if self.turns_round(first):
            return None, ()
        for length in range(len(first), 0, -1):
            key = self.plain(first[:length], ways)
            if key:
                return key, first[:length]
        return None, ()

    def behind_yes(self, folded: Folded) -> Folded:
        """What is said behind its yes: "iya pak, belum kerja lagi"; all of it where that is
        nothing."""
        rest = dropwhile(self._only_agrees, folded.split())
        return Folded(" ".join(rest)) or folded

    def denies_first(self, folded: Folded) -> bool:
        """Whether its first word denies."""
        said = self._words(_WORDS.findall(folded)[:1])
        return bool(said) and said[0] in self._negative

    def _only_agrees(self, word: str) -> bool:
        return self._words(_WORDS.findall(word)) in {(), (YES,)}

    def turns_round(self, words: Sequence[str]) -> bool:
        """Whether what is denied first is said to go on: "nggak sih, masih"."""
        denied = bool(words) and words[0] in self._negative
        return denied and not self._still.isdisjoint(words)

    def says_nothing(self, said: Said) -> bool:
        """Whether only function words and words of time were said."""
        return self._naming.issuperset(said.words) or self._is_empty(said)

    def agrees_outright(self, words: Sequence[str]) -> bool:
        """Whether "ya" is among these words: what follows only tells more."""
        return YES in words

    def _group(self, words: WordList, group: str) -> frozenset[str]:
        """The words of a group, in the spelling of answers."""
        ways = words.ways(PART.name, group)
        return frozenset(part for word in ways for part in self._usual.get(word, (word,)))

    @staticmethod
    def _ways(key: str, label: str, also: Sequence[str]) -> tuple[str, ...]:
        return (label, key.replace("_", " "), *also)

    def _words(self, typed: Iterable[str]) -> tuple[str, ...]:
        """Words in one spelling, without address and filler, none twice in a row.

        "Nomor" is filler before a number only: "sudah ada nomornya" names a thing.
        """
        usual = [part for word in typed for part in self._usual.get(word, (word,))]
        kept = [
            word
            for word, after in zip_longest(usual, usual[1:], fillvalue="")
            if word not in self._filler and not (word in self._naming and self._counts(after))
        ]
        return tuple(word for at, word in enumerate(kept) if not at or word != kept[at - 1])

    def _counts(self, word: str) -> bool:
        """Whether this is a number, in digits or in words."""
        return self._numerals.as_digits(Folded(word)).isdecimal()

    def _is_empty(self, said: Said) -> bool:
        """Whether only function words and words of time were said: they name no option.

        "Barusan" is one as it is typed, though its usual spelling is "baru".
        """
        return all(
            word in self._empty or self._empty.issuperset(self._shared((word,)))
            for word in _WORDS.findall(said.folded)
        )

    def _polarity(self, said: Sequence[str], options: Mapping[str, Sequence[str]]) -> str | None:
        """The only option that a plain "ya" or "belum" can mean, said with nothing else.

        "Ada 3 kartu" is no yes to "Ya, semua data cocok": every other word has to be one of the
        option or one that only says that it is done. "Ya" agrees to "Sudah berhenti", and "ada" to
        "Ada kartu lama", only where another option denies it.
        """
        first = YES if said[0] in self._done else said[0]
        denies = first in self._negative
        agreed = self._negative if denies else self._agrees.get(first)
        if agreed is None or KNOWS in said or (not denies and self._negative & set(said)):
            return None
        if self.turns_round(said):
            return None
        firsts = {key: words[0] for key, words in options.items() if words and KNOWS not in words}
        same = [key for key, word in firsts.items() if {word, " ".join(options[key][:2])} & agreed]
        if len(same) != 1:
            return None
        opposed = len(options) == 1 or bool(self._negative & set(firsts.values()))
        if first in _VAGUE and firsts[same[0]] != YES and not opposed:
            return None
        return same[0] if self._says_little.union(options[same[0]]).issuperset(said) else None

    def _by_words(self, said: Said, ways: Ways) -> Understood[str] | Unclear:
        words = said.words
        plain = self.plain(words, ways)
        if plain:
            return Understood(plain)
        if self._is_empty(said) or (len(words) == 1 and words[0] in self._says_little):
            return Unclear("not_a_choice")
        likeness = (
            (max(self._likeness.of(words, told) for told in each), key)
            for key, each in ways.items()
        )
        scored = sorted(likeness, reverse=True)
        best, key = scored[0] if scored else (0.0, "")
        second = scored[1][0] if len(scored) > 1 else 0.0
        if best >= 0.6 and best - second >= 0.15:
            return Understood(key, approximate=best < 0.8)
        return Unclear("two_choices" if best >= 0.6 else "not_a_choice")
