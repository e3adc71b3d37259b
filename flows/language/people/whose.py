"""Of whom something is told: "istri saya 20 tahun, saya baru 6 tahun".

A text is cut where it turns to somebody else. What is told of "saya", or of nobody in particular
before anybody else is named, is the speaker's own. Who is only spoken to ("ya, bapak"), gone with
("ikut suami") or quoted ("kata anak saya") is nobody it is told of.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from flows.language.understanding import Folded
from flows.language.wordlist import Part, WordList

PART: Final = Part(
    "tentang", groups=("sapaan", "beserta", "keluarga", "anak", "wafat", "dia", "melapor")
)

ME: Final = "saya"
DEAD: Final = "almarhum"
"""Who has died, in whatever words."""

_US: Final = "kami"
_US_ALL: Final = frozenset({ME, _US})
_OWNERS: Final = frozenset({*_US_ALL, "kandung", "kakung", "nya"})
_PLACES: Final = frozenset({"kerja", "kantor", "perusahaan", "sekolah"})
_HAS: Final = "punya"
_OWNED: Final = frozenset({_HAS, "milik"})
""" "Punya bapak": what is theirs."""

_TOKEN: Final = re.compile(r"orang tua\w*|[a-z]+|\d[\d.,]*\d|\d|[^\w\s]")
_ASKS: Final = "?"
_CUTS: Final = frozenset(",;!()") | {".", _ASKS}
_ENDINGS: Final = ("nya", "ku")
_AGENT: Final = re.compile(r"di[a-z]{3,}")
""" "Dicek anak saya": who does it is nobody it is told of."""


@dataclass(frozen=True, slots=True)
class Told:
    """A piece of a text: `text` as it stands, and of whom it is; None where nobody is named."""

    text: str
    who: str | None


@dataclass(frozen=True, slots=True)
class Word:
    """A word as typed and in its usual spelling, and where it stands."""

    typed: str
    usual: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Person:
    """Somebody named by the words `first` to `after` (exclusive)."""

    who: str
    first: int
    after: int


class Whose:
    """Tells the persons of a text apart with the words of one word list."""

    def __init__(self, words: WordList) -> None:
        self._usual = words.spelling
        group = {name: frozenset(words.ways(PART.name, name)) for name in PART.groups}
        self._address, self._with = group["sapaan"], group["beserta"]
        self._kin, self._dead = group["keluarga"] | group["sapaan"], group["wafat"]
        self._them, self._reports = group["dia"], group["melapor"]
        self.address = group["sapaan"]
        self.everybody = frozenset(self._kin)
        self.family = self.everybody - frozenset(words.ways("kekerabatan", "luar"))
        self._outside = self.everybody - self.family
        self.children = group["anak"]
        self._named: dict[str, frozenset[str]] = {}
        self._turns = frozenset(words.ways("pilihan", "belok")) | {"kalau", "kalo", "dan"}
        self._light = words.empty | frozenset(words.ways("jawaban", "pengisi"))

    def told(self, folded: Folded, *, of_another: bool = False) -> tuple[Told, ...]:
        """The pieces of a text in order; one piece of nobody where no person is named.

        of_another: it is written for somebody else, so what is told of "saya" stands apart.
        """
        words = list(self.words(folded))
        named = (self.relation(word.usual) or self._is_dead(word.usual) for word in words)
        if not (of_another and any(word.usual in _US_ALL for word in words)) and not any(named):
            return (Told(folded, None),)
        return tuple(self._pieces(folded, words, of_another=of_another))

    def named(self, label: str) -> frozenset[str]:
        """The relations that a label or a way of saying it names; read once."""
        known = self._named.get(label)
        if known is None:
            read = self.words(Folded(label.lower()))
            found = (self.relation(word.usual) for word in read)
            known = self._named[label] = frozenset(who for who in found if who)
        return known

    def says(self, text: str) -> bool:
        """Whether a piece tells anything besides whom it is about."""
        return any(
            word.usual not in self._light and word.usual not in _US_ALL and word.usual.isalnum()
            for word in self.words(Folded(text))
        )

    def helps(self, text: Folded) -> bool:
        """Whether who writes only tells that they help: "saya cuma bantu ngetik"."""
        said = {word.usual for word in self.words(text)} - self._light - _US_ALL
        return bool(said) and said <= self._reports

    def without(self, folded: Folded, people: Collection[str]) -> Folded:
        """A text without the words that only say of which of these people it tells."""
        words = list(self.words(folded))
        left, at = [], 0
        while at < len(words):
            if self.relation(words[at].usual) not in people and words[at].usual not in self._them:
                left.append(words[at].typed)
                at += 1
                continue
            at += 1
            while at < len(words) and words[at].usual in _OWNERS:
                at += 1
        return Folded(" ".join(left)) if left else folded

    def words(self, folded: Folded) -> Iterator[Word]:
        """The words and marks of a text."""
        for found in _TOKEN.finditer(folded):
            word = found[0].replace(" ", "")
            usual = self._usual.get(word, (word,))
            named = usual[0] if len(usual) == 1 else word
            yield Word(word, named, found.start(), found.end())

    def relation(self, word: str) -> str | None:
        """Who a word names, in its usual spelling: "ibunya" is "ibu"."""
        if word in self._kin:
            return word
        for ending in _ENDINGS:
            bare = word.removesuffix(ending)
            usual = self._usual.get(bare, (bare,))[0]
            if bare != word and usual in self._kin:
                return usual
        return None

    def _is_dead(self, word: str) -> bool:
        return word.removesuffix(_ENDINGS[0]) in self._dead

    def _pieces(self, folded: Folded, words: Sequence[Word], *, of_another: bool) -> Iterator[Told]:
        who: str | None = None
        spoken_of: str | None = None
        for first, after in self._clauses(words):
            persons = list(self._persons(words, first, after))
            if of_another:
                persons = [each for each in persons if not self._only_reports(each, words, after)]
            if not persons and any(word.usual in self._them for word in words[first:after]):
                # "Dia" is who was spoken of before, and never the one who writes.
                who = spoken_of
            if not persons:
                yield Told(_text(folded, words, first, after), who)
                continue
            for person, start, end in _shared(persons, first, after):
                yield Told(_text(folded, words, start, end), person.who)
                who = person.who
                spoken_of = spoken_of if who == ME else who

    def _clauses(self, words: Sequence[Word]) -> Iterator[tuple[int, int]]:
        first = 0
        for at, word in enumerate(words):
            # "Saya dan istri" are two who do one thing.
            joins = (
                word.usual == "dan" and at + 1 < len(words) and self.relation(words[at + 1].usual)
            )
            if word.usual in _CUTS or (word.usual in self._turns and not joins):
                if at > first:
                    yield first, at
                first = at + 1
        if first < len(words):
            yield first, len(words)

    def _persons(self, words: Sequence[Word], first: int, after: int) -> Iterator[_Person]:
        at, named = first, False
        while at < after:
            word = words[at].usual
            relation = self.relation(word)
            # "Anaknya sudah meninggal": the word tells of the one before it.
            dead = not named and self._is_dead(word)
            if relation is None and not dead:
                if word in _US_ALL:
                    yield _Person(ME, at, at + 1)
                at += 1
                continue
            end = at + 1
            if word in self._outside and end + 1 < after and words[end].usual in _PLACES:
                # "Teman kerja saya": where they are known from.
                end += words[end + 1].usual in _OWNERS
            while end < after and self._goes_on(words[end].usual):
                end += 1
            if relation is None or self._is_meant(relation, words, (first, at, end, after)):
                yield _Person(relation or DEAD, at, end)
                named = True
            at = end

    def _only_reports(self, person: _Person, words: Sequence[Word], after: int) -> bool:
        """ "Saya lihat nonaktif": who writes has looked, and tells nothing of themselves."""
        reports = person.after < after and words[person.after].usual in self._reports
        return person.who == ME and reports

    def _goes_on(self, word: str) -> bool:
        """What stands behind a relation and belongs to it: "istri saya sendiri"."""
        return word in _OWNERS or self.relation(word) is not None

    def _is_meant(
        self, relation: str, words: Sequence[Word], places: tuple[int, int, int, int]
    ) -> bool:
        """Whether something is told of whoever is named here. `places`: where the clause begins,
        where who is named begins and ends, where the clause ends."""
        first, at, end, after = places
        before = words[at - 1].usual if at > first else ""
        if before in self._with or (before and _AGENT.fullmatch(words[at - 1].typed)):
            return False
        bare = end == at + 1 and words[at].usual == relation
        if bare and relation in self._address:
            # "Ibu belum pernah" may be said of a mother; "belum pernah, ibu" is said to one.
            return (at == first and end < after) or before in _OWNED
        # "Di tempat teman": something of theirs, and nothing more is said.
        mine = any(word.usual in _US_ALL for word in words[first:at])
        return not (mine and (end == after or before == _HAS))


def _shared(
    persons: Sequence[_Person], first: int, after: int
) -> Iterator[tuple[_Person, int, int]]:
    """Which words of a clause are told of which of several persons: those behind them, or those
    before them where nothing follows the last one ("10 juta istri, 30 juta saya")."""
    ends = len(persons) > 1 and persons[-1].after == after and persons[0].first > first + 1
    if ends:
        start = first
        for person in persons:
            yield person, start, person.after
            start = person.after
        return
    for number, person in enumerate(persons):
        begin = first if number == 0 else person.first
        end = persons[number + 1].first if number + 1 < len(persons) else after
        yield person, begin, end


def _text(folded: Folded, words: Sequence[Word], first: int, after: int) -> str:
    """What stands there; a piece that asks keeps its mark."""
    asks = after < len(words) and words[after].usual == _ASKS
    return folded[words[first].start : words[after if asks else after - 1].end]


def of(pieces: Collection[Told], who: Collection[str | None]) -> Folded:
    """What is told of these."""
    return Folded(", ".join(piece.text for piece in pieces if piece.who in who))
