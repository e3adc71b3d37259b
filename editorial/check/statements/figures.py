"""Texts that contradict the register: a number their statements do not have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import zip_longest
from typing import Final, NamedTuple

from editorial.check.amounts import Amount, amounts
from editorial.check.context import Context, Finding
from editorial.check.statements.standing import standings
from editorial.problems import listed
from editorial.reading.texts import Text
from flows.content.numbers import Dated, Number, Value, say
from flows.content.statement import Statement
from flows.texts.fill import placeholders

_ARTICLE: Final = re.compile(r"\bpasal\s+(\d+)", re.IGNORECASE)
_SAYING: Final = frozenset({"step", "end", "trouble", "topic", "paper", "reply"})


class _Figures(NamedTuple):
    """What one statement has of numbers: its articles, the numbers it fills in, its amounts by
    unit."""

    articles: frozenset[str]
    shown: frozenset[str]
    amounts: Mapping[str, frozenset[Value]]


def strange_figures(context: Context) -> Iterator[Finding]:
    """A number, an amount or an article in a text, of which none of its statements speaks.

    While one of them could not be understood that is the mistake, not what the text says.
    """
    known = context.statements
    of_path = {
        each.doc.path: tuple(name for name, _ in each.ids)
        for each in standings(context)
        if each.has_text
    }
    figures = {name: _figures(context, each) for name, each in known.by_id.items()}
    for text in context.draft.texts():
        ids = of_path.get(text.path, ())
        if ids and text.use in _SAYING and figures.keys() >= set(ids):
            stood_on = {name: figures[name] for name in ids}
            yield from _numbers(context, text, stood_on)
            yield from _typed(context, text, [*stood_on.values()])


def _figures(context: Context, statement: Statement) -> _Figures:
    written = _written(statement)
    found: dict[str, set[Value]] = {}
    for amount in amounts(context.of_the_day(written), context.numerals):
        for unit in amount.units:
            found.setdefault(unit, set()).add(amount.value)
    return _Figures(
        frozenset(each[1] for each in _ARTICLE.finditer(written)),
        frozenset(name for name, _ in placeholders(written)),
        {unit: frozenset(values) for unit, values in found.items()},
    )


def _numbers(context: Context, text: Text, stood_on: Mapping[str, _Figures]) -> Iterator[Finding]:
    """Numbers that are filled in: their value stands on a statement of the text, or the sentence
    of one shows them. Later values too: a day alone makes no mistake."""
    shown = {name for each in stood_on.values() for name in each.shown}
    for name, offset in placeholders(text.written):
        number = context.numbers.get(name)
        if number is None or name in shown:
            continue
        needed = dict.fromkeys(each.stands_on for each in _from_today(number, context.today))
        for its in needed:
            if its and its not in stood_on:
                what = f"Angka `{{{name}}}` berdiri di atas `{its}`, teks ini tidak."
                todo = f"Tambahkan `{its}` ke `stands_on`, atau hapus angkanya."
                yield Finding(text.path, text.line + offset, text.place, what, todo)


def _from_today(number: Number, today: date) -> Iterator[Dated]:
    """The value of a day, if there is one, and those that follow."""
    for value, after in zip_longest(number.values, number.values[1:]):
        if after is None or after.start > today:
            yield value


def _typed(context: Context, text: Text, stood_on: Sequence[_Figures]) -> Iterator[Finding]:
    """Amounts and articles that are typed: one of the statements has the same."""
    articles = {number for each in stood_on for number in each.articles}
    known_articles = [f"pasal {number}" for number in sorted(articles, key=int)]
    for offset, row in enumerate(text.written.split("\n")):
        for found in _ARTICLE.finditer(row):
            if found[1] not in articles:
                yield _strange(text, offset, found[0], known_articles)
        for amount in amounts(row, context.numerals):
            same = {
                value
                for each in stood_on
                for unit in amount.units
                for value in each.amounts.get(unit, ())
            }
            if same and amount.value not in same and not _is_free(context, amount):
                there = sorted(say(value, amount.units[0]) for value in same)
                yield _strange(text, offset, amount.written, there)


def _is_free(context: Context, amount: Amount) -> bool:
    """Whether it may be typed because it is no rule."""
    return amount.written in context.style.angka_boleh


def _strange(text: Text, offset: int, written: str, known: Sequence[str]) -> Finding:
    what = f"“{written}” tidak ada di pernyataannya."
    if known:
        what = f"“{written}” lain dari pernyataannya, yang menyebut {listed(known)}."
    todo = "Samakan dengan pernyataan di `stands_on`, atau perbaiki pernyataannya."
    return Finding(text.path, text.line + offset, text.place, what, todo)


def _written(statement: Statement) -> str:
    """All a statement says: its sentence, what belongs to it, the words of its sources."""
    quotes = (witness.quote or "" for witness in statement.witnesses)
    articles = (law.name for law in statement.law)
    against = (f"{witness.who}: {witness.says}" for witness in statement.against)
    parts = (statement.title, statement.body, statement.after or "", *statement.conditions)
    return "\n".join((*parts, *quotes, *articles, *against))
