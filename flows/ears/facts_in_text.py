"""Answers to the steps of ``cek-hak`` that a free text already gives.

"resign 2 bulan lalu, saldo 12 jt, masih ada HP" answers five questions. Only what is said plainly
counts: nothing denied, wished or supposed, and no step with two different answers. Which words mean
which option is the table ``fakta`` of words.yaml; dates, amounts and years are tied to steps here
(`STEPS` and `OPTIONS`, which ``bot.py check`` compares with the guide).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from flows.content.numbers import NoValueError, Numbers
from flows.language.dates import find_dates
from flows.language.money import amount_words, find_rupiah
from flows.language.normalise import Normaliser
from flows.language.phrasebook import PhraseBook
from flows.language.understanding import fold
from flows.language.wordlist import WordList
from flows.rights.cek_hak import BIRTH

IMPLIED: Final[Mapping[str, tuple[str, str]]] = {
    "sebab_berhenti": ("keadaan", "berhenti"),
    "sebab_bekerja": ("keadaan", "bekerja"),
    "sebab_lain": ("keadaan", "lain"),
}
"""A step that is only asked after another one was answered so."""

OVERRULED: Final[Mapping[str, frozenset[str]]] = {
    "lain": frozenset({"berhenti", "bekerja", "usia_56"}),
    "usia_56": frozenset({"berhenti", "bekerja"}),
}
"""What is said about `keadaan` besides the weightier fact: somebody who died also left work."""

LEFT: Final = ("keadaan", "berhenti")
OLD_ENOUGH: Final = ("keadaan", "usia_56")
LONG_ENOUGH: Final = ("masa", "cukup")
LEAVING: Final = "tanggal_berhenti"
BALANCE: Final = "saldo"

_SENTENCE: Final = re.compile(r"[;\n!?]|\.(?!\d)")
_CLAUSE: Final = re.compile(r",(?!\d)|\b(?:tapi|tp|trus|terus|dan|padahal)\b")
_DENIED: Final = frozenset({"tidak", "belum", "bukan", "jangan", "tanpa"})
_WISHED: Final = frozenset(
    (
        "mau",
        "akan",
        "rencana",
        "sebelum",
        "apa",
        "niat",
        "suruh",
        "bukti",
        "surat",
        "sebab",
        "sengketa",
    )
)
_SUPPOSED: Final = re.compile(
    r"\b(?:kalau|kalo|klo|kl|jika|apabila|misal\w*|andai\w*|seandainya|apakah|beda\w*|perbedaan|"
    r"apa itu|arti\w*)\b"
)
_REACH: Final = 2
_LOOK_BACK: Final = 40
_NOT_BALANCE: Final = re.compile(
    r"\b(?:gaji|upah|gajih|umr|umk|potong\w*|biaya|fee|iuran|pinjam\w*|hutang|utang|bayar|dp|pajak|"
    r"denda|cicilan|thr|pesangon)\W*(?:\w+\W+){0,2}$"
)
_BALANCE: Final = re.compile(
    r"\b(?:saldo\w*|jht\w*|tabungan\w*|jamsostek\w*|isinya|uangnya|bpjstk|bpjs)\W*(?:\w+\W+){0,3}$"
)
_AGE: Final = re.compile(
    r"\b(?:umur|usia|umurku|umurnya)\W*(?:\w+\W+){0,2}?(\d{2})\b|\b(\d{2}) ?(?:th|thn|tahun) umur"
)
_LASTING: Final = re.compile(r"\b(?:sudah|udah|sdh|udh|dah|baru|sejak|selama|nganggur)\b")
_BORN: Final = re.compile(r"\blahir\w*\b")
_MEMBER_FOR: Final = re.compile(
    r"\b(?:kerja|bekerja|krja|peserta|kepesertaan|masa kerja|ikut jht)\W*(?:\w+\W+){0,3}?"
    r"(\d{1,2}) ?(?:th|thn|tahun)\b"
)
_YEARS: Final = (
    (_AGE, "usia_pensiun_jht", OLD_ENOUGH),
    (_MEMBER_FOR, "sebagian_masa_kepesertaan", LONG_ENOUGH),
)
"""Years somebody says, the number they have to reach, and the answer that tells it."""

STEPS: Final = frozenset({BIRTH, LEAVING, BALANCE, *IMPLIED})
OPTIONS: Final = frozenset(
    {LEFT, OLD_ENOUGH, LONG_ENOUGH, *IMPLIED.values()}
    | {("keadaan", key) for strong, weak in OVERRULED.items() for key in (strong, *weak)}
)
"""What is read here of the guide `cek-hak`: steps, and options of a step."""


def apart(steps: Collection[str]) -> int:
    """How many things were told: what only follows from another one does not count."""
    implied = {IMPLIED[step][0] for step in steps if step in IMPLIED}
    return len(set(steps) - implied)


@dataclass(frozen=True, slots=True)
class Fact:
    """The answer `value` (option key, ISO date, rupiah) to the step `step`.

    `approximate`: say it back with "±".
    """

    step: str
    value: str
    approximate: bool = False


class FactFinder:
    """Finds facts with one word list."""

    def __init__(self, words: WordList, normaliser: Normaliser, numbers: Numbers) -> None:
        self._normaliser = normaliser
        self._numbers = numbers
        ways = {
            f"{step}.{option}": told
            for step, options in words.facts.items()
            for option, told in options.items()
        }
        self._book = PhraseBook(ways, normaliser.spelled, words.empty)

    def facts(self, text: str, today: date) -> tuple[Fact, ...]:
        """What `text` plainly says, in the order of the steps it names."""
        found: dict[str, set[Fact]] = {}
        for fact in (*self._chosen(text), *_dated(text, self, today), *self._counted(text, today)):
            found.setdefault(fact.step, set()).add(fact)
        _settle_keadaan(found)
        return tuple(next(iter(facts)) for facts in found.values() if len(facts) == 1)

    def _chosen(self, text: str) -> Iterator[Fact]:
        for clause in _plain_clauses(text):
            words = self._normaliser.spelled(clause)
            covered: dict[str, int] = {}
            for hit in self._book.hits(words):
                step, _, option = hit.name.partition(".")
                before = set(words[max(0, hit.start - _REACH) : hit.start])
                if hit.start < covered.get(step, 0) or before & (_DENIED | _WISHED):
                    continue
                covered[step] = hit.end
                yield Fact(step, option)
                if step in IMPLIED:
                    yield Fact(*IMPLIED[step])

    def leaves_work(self, clause: str) -> bool:
        """Whether a clause says, not only supposes, that somebody left work."""
        return any((fact.step, fact.value) == LEFT for fact in self._chosen(clause))

    def _counted(self, text: str, today: date) -> Iterator[Fact]:
        """Balance, age and years of membership. On a day without a rule no years are enough."""
        said = _plain(text)
        yield from _amounts(said)
        plain = fold(said)
        for pattern, number, answer in _YEARS:
            years = [int(found[found.lastindex or 0]) for found in pattern.finditer(plain)]
            if years and self._reached(max(years), number, today):
                yield Fact(*answer)

    def _reached(self, years: int, number: str, today: date) -> bool:
        try:
            return years >= self._numbers.whole(number, today)
        except NoValueError:
            return False


def _plain_clauses(text: str) -> Iterator[str]:
    """The clauses of what is said, up to the first "kalau" or "apakah" of a sentence."""
    for sentence in _SENTENCE.split(fold(text)):
        supposed = _SUPPOSED.search(sentence)
        said = sentence[: supposed.start()] if supposed else sentence
        yield from (clause for clause in _CLAUSE.split(said) if clause.strip())


def _plain(text: str) -> str:
    """What is said and not only supposed."""
    return ", ".join(_plain_clauses(text))


def _dated(text: str, finder: FactFinder, today: date) -> Iterator[Fact]:
    """The day of leaving, from the clause that names the leaving; the day of birth from "lahir"."""
    for clause in _plain_clauses(text):
        step = BIRTH if _BORN.search(clause) else None
        if step is None and finder.leaves_work(clause):
            step = LEAVING
        if step:
            lasting = bool(_LASTING.search(clause))
            moments = [m for m in find_dates(clause, today, durations=lasting) if m.day <= today]
            if len(moments) == 1:
                yield Fact(step, moments[0].day.isoformat(), moments[0].approximate)


def _amounts(text: str) -> Iterator[Fact]:
    """The balance: an amount said of it, or nothing but an amount."""
    words = amount_words(text)
    for amount in find_rupiah(text):
        before = words[max(0, amount.start - _LOOK_BACK) : amount.start]
        alone = not (before.strip() or words[amount.end :].strip())
        about_it = _BALANCE.search(before) and not _NOT_BALANCE.search(before)
        if (alone or about_it) and not amount.negative:
            yield Fact(BALANCE, str(amount.rupiah), amount.approximate)


def _settle_keadaan(found: dict[str, set[Fact]]) -> None:
    """Of several things said about the situation, the weightier one counts."""
    said = {fact.value for fact in found.get("keadaan", ())}
    for strong, weak in OVERRULED.items():
        if strong in said and said - {strong} <= weak:
            found["keadaan"] = {Fact("keadaan", strong)}
            return
