"""Words with their sign: "udah gak aktif" says "aktif" denied, and so does "nonaktif".

A text is cut into clauses where it turns ("tapi", a comma), and the words of each are read in their
usual spelling, as the search reads them. What is denied gets a "~" and is a word of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from flows.ears.options.retelling import Retelling
from flows.language.normalise import Normaliser
from flows.language.understanding import Folded
from flows.language.wordlist import Part, WordList

PART: Final = Part(
    "pilihan",
    groups=(
        "menyangkal", "ikut_disangkal", "dikurangi", "keterangan", "belok", "maka", "masalah",
        "janggal", "belanja", "luput", "terbatas", "baru", "kelak",
        "cuma", "tak_saya", "tau_pernah", "tak_sudah", "diperbuat", "alasan", "kerabat", "pengisi",
        "kecuali", "semula", "akhirnya", "tau_apa",
    ),
    tables=("ejaan",),
)  # fmt: skip

NOT: Final = "~"
MINE: Final = "#saya"
"""Stands behind a relation of the speaker: "bapak saya" is not "bapaknya"."""

PAUSE: Final = "#koma"
"""Stands for a comma while words are read: no word, but a mark that the spelling leaves alone."""

BUT: Final = "tapi"
INSTEAD: Final = "bukan"
NOT_YET: Final = "belum"
ONLY_THEN: Final = "baru"
REGIONAL: Final = (("tak_saya", "tak", "saya"), ("tau_pernah", "tau", "pernah"))
"""A group, and what a word behind one of its words means: Javanese "wis tak simpen", "durung tau"
deny and know nothing. Read as it is typed: in the usual spelling "wis tak" is "sudah tidak"."""

LACKING: Final = "kurang"
""" "Kurang jelas" denies, "ada yang kurang" names a thing."""

_NON: Final = re.compile(r"\bnon[ -]?(?=[a-z]{4})")
_CUT: Final = re.compile(r"[;:!?\n()]|[.,](?!\d)|(?<=\s)-(?=\s)")


@dataclass(frozen=True, slots=True)
class Clause:
    """`words` with their sign, in order. `reason`: it only tells why ("karena ..."). `turned`: it
    limits what was said before ("tapi ..."). `instead`: "bukan ...", with what is so beside it.
    `first`: it tells how it was at first ("tadi ...", "sempat ..."); `at_last`: how it is now.
    `amiss`: a word of it says that something is not as it should be."""

    words: tuple[str, ...]
    reason: bool = False
    turned: bool = False
    instead: bool = False
    first: bool = False
    at_last: bool = False
    amiss: bool = False

    @property
    def denies_any(self) -> bool:
        """Whether something of it is said not to be so."""
        return any(word.startswith(NOT) for word in self.words)

    @property
    def denies(self) -> bool:
        """Whether all it says is that something is not so."""
        return all(word.startswith(NOT) for word in self.words)


class Signs:
    """The words of one word list that deny, turn and give reasons."""

    def __init__(self, words: WordList, normaliser: Normaliser) -> None:
        self._normaliser = normaliser
        self._usual = words.table(PART.name, "ejaan")
        self._denies = self._words_of(words, "menyangkal")
        self._passes_on = self._words_of(words, "ikut_disangkal")
        self._along = frozenset(NOT + normaliser.stem(word) for word in self._passes_on)
        self.bought = frozenset(map(normaliser.stem, self._words_of(words, "belanja")))
        self._lacks = self._words_of(words, "dikurangi")
        self._when = self._words_of(words, "keterangan")
        self._turns = self._words_of(words, "belok")
        self._hence = self._words_of(words, "maka")
        stem = normaliser.stem
        self._wrong = frozenset(map(stem, self._words_of(words, "masalah")))
        self._amiss = self._wrong | set(map(stem, self._words_of(words, "luput")))
        self.jarring = self._wrong | set(map(stem, self._words_of(words, "janggal")))
        self._reasons = self._words_of(words, "alasan")
        self._save = self._words_of(words, "kecuali")
        self._first, self._at_last = (
            self._words_of(words, group).union(*map(normaliser.spell, words.ways(PART.name, group)))
            for group in ("semula", "akhirnya")
        )
        self._retelling = Retelling(words)
        agreeing = self._words_of(words, "keterangan") | frozenset(words.raw.get("setuju", ()))
        self._little = agreeing | {""}
        relation = words.any_of(PART.name, "kerabat")
        self._of_me = re.compile(rf"({relation}) ?(?:ku|saya|sy|aku|gw|gue|kulo|kula|abdi)\b")
        self._light = self._words_of(words, "pengisi")
        self._limits = words.pattern(PART.name, "terbatas")
        just, later = (words.any_of(PART.name, group) for group in ("baru", "kelak"))
        self._later = re.compile(rf"{just}\b.*{later}\b|{later} {just}\b")
        asked = words.any_of(PART.name, "tau_apa")
        self._regional = [
            (
                re.compile(
                    rf"\b({'|'.join(words.ways(PART.name, group))}) {word}\b"
                    rf"(?! ?(?:$|[,.!]|{asked}\b))"
                ),
                rf"\1 {usual}",
            )
            for group, word, usual in REGIONAL
        ]
        done, deeds = (words.any_of(PART.name, group) for group in ("tak_sudah", "diperbuat"))
        # "Ada hp, cuman sinyalnya timbul tenggelam" limits what was said.
        only = words.any_of(PART.name, "cuma")
        self._regional.append((re.compile(rf",\s*{only}(?= \S+ \S+)"), f", {BUT}"))
        self._regional.append(
            (re.compile(rf"\b({done}) tak(?= {deeds}(?:in|kan|ke|no|i|e|ne)?\b)"), r"\1 saya")
        )

    @staticmethod
    def _words_of(words: WordList, group: str) -> frozenset[str]:
        ways = words.ways(PART.name, group)
        return frozenset((*ways, *words.usual(ways)))

    def clauses(self, folded: Folded, spelled: Sequence[str] | None = None) -> tuple[Clause, ...]:
        """The clauses of a text that say something. `spelled`: its words, where they are known."""
        marked = self._retelling.plainly(folded)
        for pattern, usual in self._regional:
            marked = pattern.sub(usual, marked)
        marked = self._of_me.sub(rf"\1 {MINE}", marked)
        marked = _CUT.sub(f" {PAUSE} ", _NON.sub("tidak ", marked))
        if marked != folded or spelled is None:
            spelled = self._normaliser.spelled(Folded(marked))
        return tuple(self._cut(spelled))

    def offers(self, folded: Folded) -> bool:
        """Whether choices are named and nothing is asked."""
        return self._retelling.offers(folded)

    def read(self, folded: Folded) -> tuple[str, ...]:
        """The words of a label or of a way of saying an option."""
        return tuple(word for clause in self.clauses(folded) for word in clause.words)

    def goes_along(self, word: str) -> bool:
        """Whether a denied word only passes the denial on: "gak bisa ..."."""
        return word in self._along

    def says_little(self, words: Sequence[str]) -> bool:
        """Whether words only agree or deny."""
        return all(word.removeprefix(NOT) in self._little for word in words)

    def _cut(self, spelled: Sequence[str]) -> Iterator[Clause]:
        words = [part for word in spelled for part in self._usual.get(word, (word,))]
        part: list[str] = []
        reason = turned = began = at_last = False
        for word in (*words, PAUSE):
            began = began or word in self._first
            saves = word in self._save
            turns = word in self._turns or (word in self._hence and self._is_story(part))
            # "Tadi gelap, pindah ke luar baru diterima", "tadi gagal sekarang bisa".
            told = bool(part) and (
                (began and word == ONLY_THEN) or not self._first.isdisjoint(part)
            )
            changes = told and word in self._at_last
            if word != PAUSE and not (turns or saves or changes) and word not in self._reasons:
                part.append(word)
                continue
            if began and len(part) > 1 and part[0] in self._at_last and part[0] != ONLY_THEN:
                del part[0]
                at_last = True
            signed = () if self._save.issuperset(part[:1]) and part else tuple(self._signed(part))
            if signed:
                yield self._clause(part, signed, reason, turned, at_last)
            if saves:
                yield Clause((self._normaliser.stem(word),), turned=True, amiss=True)
            reason, turned, at_last = word in self._reasons, turns, changes
            part = [word] if saves else []

    def _clause(
        self,
        part: Sequence[str],
        signed: tuple[str, ...],
        reason: bool,
        turned: bool,
        at_last: bool,
    ) -> Clause:
        first = not self._first.isdisjoint(part)
        at_last = at_last or not self._at_last.isdisjoint(part)
        amiss = not self.jarring.isdisjoint(signed)
        return Clause(signed, reason, turned, part[0] == INSTEAD, first, at_last, amiss)

    def _is_story(self, part: Sequence[str]) -> bool:
        """Whether something was said of which "jadi" tells what follows: not "belum jadi"."""
        little = self._denies | self._little
        return len(part) > 1 and part[-1] not in little and not little.issuperset(part)

    def limits(self, folded: Folded) -> bool:
        """Whether only something else is possible: "bisanya hari minggu"."""
        return bool(self._limits.search(folded))

    def not_yet(self, folded: Folded) -> bool:
        """Whether something will only be so later: "baru jadi minggu depan"."""
        return bool(self._later.search(folded))

    def nothing_wrong(self, words: Sequence[str]) -> bool:
        """ "Gak ada yang salah": nothing but something wrong is denied."""
        bare = [word.removeprefix(NOT) for word in words if word.startswith(NOT)]
        wrong = self._amiss.intersection(bare)
        return bool(wrong) and self._amiss.union(self._little).issuperset(bare)

    def _signed(self, words: Sequence[str]) -> Iterator[str]:
        """Stems with their sign, without filler; a denial with nothing to deny stays a word."""
        told: list[tuple[str, bool]] = []
        denied = False
        pending = False
        for at, word in enumerate(words):
            if word in self._denies or (word == LACKING and self._is_lacked(words, at + 1)):
                # Sundanese "teu acan" denies once.
                twice = denied and words[max(0, at - 1)] != word and word == NOT_YET
                denied, pending = twice or not denied, True
            elif word == MINE:
                if told:
                    told[-1] = (told[-1][0] + MINE, told[-1][1])
            elif word not in self._light and len(word) > 1 and not word[0].isdigit():
                told.append((self._normaliser.stem(word), denied))
                pending = pending and word in self._when
                denied = denied and (word in self._passes_on or word in self._when)
        if pending and denied:
            self._denied_last(told)
        elif len(told) > 1 and told[-1][1] and told[-1][0] in self._passes_on:
            # "Hp gak punya": what is denied stands before the word that has it.
            told[-2] = (told[-2][0], True)
        for stem, no in told:
            yield f"{NOT}{stem}" if no and stem not in self._when else stem

    def _is_lacked(self, words: Sequence[str], at: int) -> bool:
        return at < len(words) and words[at] in self._lacks

    def _denied_last(self, told: list[tuple[str, bool]]) -> None:
        """ "Hp ga": the denial stands behind what it denies; "sudah tidak" denies what is asked."""
        if told and not told[-1][1] and told[-1][0] not in self._when:
            told[-1] = (told[-1][0], True)
        else:
            told.append(("", True))
