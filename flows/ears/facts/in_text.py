"""Answers to the steps of ``cek-hak`` that a free text already gives.

"resign 2 bulan lalu, saldo 12 jt, masih ada HP" answers five questions. Only what is said plainly
counts: nothing denied, wished or supposed, and no step with two different answers. Which words mean
which option is the table ``fakta`` of words.yaml; dates, amounts and years are tied to steps here
(`STEPS` and `OPTIONS`, which ``bot.py check`` compares with the guide).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Final

from flows.content.named import PURPOSE
from flows.ears.facts.ages import LONG_ENOUGH, OLD_ENOUGH, Ages
from flows.ears.facts.called_off import CalledOff
from flows.ears.facts.fact import (
    AGAIN,
    AT_WORK,
    BALANCE,
    CAUSE,
    DEATH,
    IMPLIED,
    LAST_DAY,
    LEAVING,
    LEFT,
    OVERRULED,
    STATUS,
    WORKING,
    Fact,
    count_told,
    settle_keadaan,
    settle_work,
    without_end,
)
from flows.language.amounts import money_words
from flows.language.amounts.money import Money
from flows.language.dates import LONGER, Dates, Tense
from flows.language.normalise import Normaliser
from flows.language.phrasebook import Hit, PhraseBook
from flows.language.understanding import Folded, Unclear, Understood
from flows.language.wordlist import Part, WordList
from flows.rights.cek_hak import BIRTH

__all__ = [
    "AT_WORK", "BALANCE", "IMPLIED", "LAST_DAY", "LEAVING", "LEFT", "OVERRULED", "WORKING", "Fact",
    "FactFinder", "count_told",
]  # fmt: skip

PART: Final = Part(
    "tanda",
    groups=(
        "sangkal", "rencana", "seandainya", "berhenti_lain", "pemisah", "saldo", "umur", "sejak",
        "lahir",
        "masa_kerja", "orang_lain", "sesudah_umur", "menuju_umur", "hari_terakhir",
        "sambung", "kini", "lampau", "nanti", "bukan_umur", "capai_umur", "sela_umur",
        "aturan_umur", "umur_nanti", "umur_kurang", "jarak_umur", "baru_umur",
        "di_kerja", "status", "batal",
    ),
)  # fmt: skip

NOW: Final = "sekarang"
NOW_SAID: Final = frozenset({NOW, "sampai", "hingga"})

_SENTENCE: Final = re.compile(r"[;!?]|\.(?!\d)")
_REACH: Final = 2
_LOOK_BACK: Final = 40

STEPS: Final = frozenset({BIRTH, LEAVING, LAST_DAY, BALANCE, *IMPLIED})
OPTIONS: Final = frozenset(
    {LEFT, WORKING, AT_WORK, AGAIN, OLD_ENOUGH, LONG_ENOUGH, *DEATH, *IMPLIED.values()}
    | {("keadaan", key) for strong, weak in OVERRULED.items() for key in (strong, *weak)}
)
"""What is read here of the guide `cek-hak`: steps, and options of a step."""


@dataclass(frozen=True, slots=True)
class _Clause:
    """A piece of what is said and not only supposed; `spelled`: in its usual spelling."""

    folded: Folded
    spelled: Sequence[str]


class FactFinder:
    """Finds facts with one word list."""

    def __init__(
        self, words: WordList, normaliser: Normaliser, dates: Dates, money: Money, ages: Ages
    ) -> None:
        self._dates = dates
        self._money = money
        ways = {
            f"{step}.{option}": told
            for step, options in words.facts.items()
            for option, told in options.items()
        }
        self._book = PhraseBook(ways, normaliser.spell, words.empty)
        part = PART.name
        self._not = frozenset(words.ways(part, "sangkal"))
        self._off = CalledOff(words)
        self._planned = frozenset(words.ways(part, "rencana"))
        self._denied = self._not | self._planned
        self._once, self._ahead = (frozenset(words.ways(part, g)) for g in ("lampau", "nanti"))
        self._stopped = frozenset(words.ways(part, "berhenti_lain"))
        self._at_work, self._state = (frozenset(words.ways(part, g)) for g in ("di_kerja", STATUS))
        self._last_day = words.pattern(part, "hari_terakhir")
        self._supposed = words.pattern(part, "seandainya")
        self._clause = re.compile(rf",(?!\d)|{words.any_of(part, 'pemisah')}\b")
        joined = words.any_of(part, "sambung")
        self._joints = re.compile(rf"{joined}\b|(?={words.any_of(part, 'kini')}\b)")
        self._lasting = words.pattern(part, "sejak")
        self._born = words.pattern(part, "lahir")
        self._balance = re.compile(rf"{words.any_of(part, 'saldo')}\W*(?:\w+\W+){{0,3}}$")
        # Neither wages nor what each of several cards holds: "masing2 isinya 5 juta".
        lain, each = (words.any_of(money_words.PART.name, g) for g in ("lain", "masing"))
        other = rf"(?:{lain}|{each})"
        self._other_money = re.compile(rf"{other}\W*(?:\w+\W+){{0,2}}$")
        self._ages = ages

    def cut(self, folded: Folded) -> Iterator[Folded]:
        """What is told between one "terus" and the next; "sekarang" begins something of its own."""
        said = (part.strip() for part in self._joints.split(folded))
        return (Folded(part) for part in said if part)

    def facts(
        self, folded: Folded, spelled: Callable[[Folded], Sequence[str]], today: date
    ) -> tuple[Fact, ...]:
        """What a text, whose parts are `spelled`, plainly says, in the order of the steps."""
        found: dict[str, set[Fact]] = {}
        coming = self._ages.only_coming(folded, today)
        clauses = [_Clause(part, spelled(part)) for part in self._plain_clauses(folded)]
        chosen = [tuple(self._chosen(clause.spelled)) for clause in clauses]
        works = any((fact.step, fact.value) == WORKING for facts in chosen for fact in facts)
        dated = [
            fact
            for clause, facts in zip(clauses, chosen, strict=True)
            for fact in self._dated(clause, facts, today, works=works)
        ]
        if not any(fact.step in {LEAVING, LAST_DAY} for fact in dated):
            dated += self._dated_beside(clauses, chosen, today, works=works)
        said = Folded(", ".join(clause.folded for clause in clauses))
        counted = (*self._amounts(said), *(Fact(*told) for told in self._ages.told(said, today)))
        for fact in (*chain.from_iterable(chosen), *dated, *counted):
            if not (coming and fact == Fact(*OLD_ENOUGH)):
                found.setdefault(fact.step, set()).add(fact)
        if any(self._ages.reached_by(fact.value, today) for fact in found.get(BIRTH, ())):
            found.setdefault("keadaan", set()).add(Fact(*OLD_ENOUGH))
        self._settle_day(found, folded, today)
        if any(self._off.alone(clause.spelled) for clause in clauses):
            without_end(found)
        if LAST_DAY in found and Fact(*OLD_ENOUGH) not in found.get("keadaan", ()):
            found["keadaan"] = {Fact(*LEFT)}
        settle_work(found)
        settle_keadaan(found)
        if self._perhaps_old(found, today):
            del found["keadaan"]
        return tuple(next(iter(facts)) for facts in found.values() if len(facts) == 1)

    def _settle_day(self, found: dict[str, set[Fact]], folded: Folded, today: date) -> None:
        """Of several days, each of an event of its own, the last one of work counts, or none."""
        apart = self._dates.told_apart(folded, today) if LEAVING in found else None
        if apart is None:
            return
        del found[LEAVING]
        if isinstance(apart, Unclear) and apart.reason == LONGER:
            without_end(found)
        if isinstance(apart, Understood) and apart.value <= today:
            day = apart.value.isoformat()
            found[LEAVING] = {Fact(LEAVING, day, approximate=True, span=(day, day))}

    def _perhaps_old(self, found: Mapping[str, Collection[Fact]], today: date) -> bool:
        """Whether only some of the days somebody may be born on make them old enough: what else
        is said of the situation is no fact then."""
        firsts = [fact.span[0] for fact in found.get(BIRTH, ()) if fact.span]
        other = Fact(*OLD_ENOUGH) not in found.get("keadaan", {Fact(*OLD_ENOUGH)})
        return other and any(self._ages.reached_by(first, today) for first in firsts)

    def _plain_clauses(self, folded: Folded) -> Iterator[Folded]:
        """The clauses of what is said, up to the first "kalau" or "apakah" of a sentence."""
        for sentence in _SENTENCE.split(folded):
            supposed = self._supposed.search(sentence)
            said = sentence[: supposed.start()] if supposed else sentence
            yield from (Folded(part.strip()) for part in self._clause.split(said) if part.strip())

    def _chosen(self, words: Sequence[str]) -> Iterator[Fact]:
        covered: dict[str, int] = {}
        for hit in self._book.hits(words):
            step, _, option = hit.name.partition(".")
            before = words[max(0, hit.start - _REACH) : hit.start]
            # What somebody wants is what is asked there: "mau ambil sebagian".
            denying = self._not if step == PURPOSE else self._denied
            denying |= self._once if step == AT_WORK[0] else self._off.words
            if hit.start < covered.get(step, 0) or not denying.isdisjoint(before):
                continue
            # "Saya berhenti bayar iuran" leaves no work.
            if not self._stopped.isdisjoint(words[hit.end : hit.end + 1]):
                continue
            if step == CAUSE and self._off.behind(words, hit.end):
                continue
            # "Pabrik mau tutup" plans it between its words.
            if not self._planned.isdisjoint(words[hit.start + 1 : hit.end - 1]):
                continue
            if step == STATUS and self._is_of_work(words, hit):
                continue
            covered[step] = hit.end
            yield Fact(step, option)
            if step in IMPLIED:
                yield Fact(*IMPLIED[step])

    def _is_of_work(self, words: Sequence[str], hit: Hit) -> bool:
        """ "Saya sudah tidak aktif kerja" tells of no membership, unless it is named."""
        of_work = not self._at_work.isdisjoint(words[hit.end : hit.end + _REACH])
        return of_work and self._state.isdisjoint(words)

    def _dated(
        self, said: _Clause, facts: Sequence[Fact], today: date, *, works: bool
    ) -> Iterator[Fact]:
        """The day of leaving, beside what says, not only supposes, that somebody left work; the
        day of birth beside "lahir". Who still works leaves on a day to come."""
        clause = said.folded
        step = BIRTH if self._born.search(clause) else None
        left = any((fact.step, fact.value) == LEFT for fact in facts)
        if step is None and (left or self._last_day.search(clause)):
            step = LEAVING
        if step is None:
            return
        ahead = works or not (left or self._ahead.isdisjoint(said.spelled))
        tense = Tense.BIRTH if step == BIRTH else Tense.FUTURE if ahead else Tense.PAST
        if step == LEAVING and self._dates.is_another(clause, ahead=True):
            return
        # "Sudah 2 bulan" counts back, and says nothing of a day to come.
        lasting = tense is not Tense.FUTURE and bool(self._lasting.search(clause))
        for day in self._dates.find(clause, today, tense, durations=lasting):
            # "Sekarang nganggur" says what is now, not that it began today.
            if day.open or (day.value == today and not NOW_SAID.isdisjoint(said.spelled)):
                continue
            span = (day.span[0].isoformat(), day.span[1].isoformat()) if day.span else None
            if step == LEAVING and not left and day.span is None:
                yield Fact(*LEFT)
            if day.value <= today:
                yield Fact(step, day.value.isoformat(), day.approximate, span)
            elif step == LEAVING:
                yield Fact(*AT_WORK)
                yield Fact(LAST_DAY, day.value.isoformat(), day.approximate, span)

    def _dated_beside(
        self,
        clauses: Sequence[_Clause],
        chosen: Sequence[Sequence[Fact]],
        today: date,
        *,
        works: bool,
    ) -> Iterator[Fact]:
        """ "Saya resign, 15 oktober": the day that stands alone right behind why somebody left."""
        for facts, clause in zip(chosen, clauses[1:], strict=False):
            if any(fact.step == CAUSE for fact in facts) and self._dates.is_bare(clause.folded):
                yield from self._dated(clause, facts, today, works=works)

    def _amounts(self, said: Folded) -> Iterator[Fact]:
        """The balance: an amount said of it, or nothing but an amount."""
        words = self._money.words(said)
        for amount in self._money.find(words):
            before = words[max(0, amount.start - _LOOK_BACK) : amount.start]
            alone = not (before.strip() or words[amount.end :].strip())
            about_it = self._balance.search(before) and not self._other_money.search(before)
            if alone or about_it:
                span = (str(amount.span[0]), str(amount.span[1])) if amount.span else None
                yield Fact(BALANCE, str(amount.rupiah), amount.approximate, span)
