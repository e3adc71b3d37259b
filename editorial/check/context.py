"""What every check gets: the draft, the day, the rules, the style; and the form of a finding."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import NamedTuple

from editorial.check.amounts import Amount, amounts
from editorial.check.language.style import Style
from editorial.contract.code import Code
from editorial.contract.messages import SAMPLES
from editorial.problems import Severity
from editorial.reading.draft import Draft
from editorial.reading.texts import PLAIN, Text
from flows.content.numbers import NoValueError, Number, Numbers
from flows.language.numerals import Numerals
from flows.language.understanding import fold
from flows.statements import Statements
from flows.texts.fill import COMPUTED, INSERTED, PLACEHOLDER
from flows.texts.markup import plain


class Finding(NamedTuple):
    """A `Problem` without its kind, which is the name of the check that found it."""

    path: str
    line: int
    place: str
    what: str
    todo: str
    severity: Severity = "error"


@dataclass(frozen=True)
class Context:
    """One check run. `today` decides what has expired and which value of a number is shown."""

    draft: Draft
    today: date
    code: Code
    style: Style

    @cached_property
    def numbers(self) -> Mapping[str, Number]:
        """The numbers that could be understood."""
        drafts = self.draft.numbers.values()
        return {draft.id: draft.number for draft in drafts if draft.number is not None}

    @cached_property
    def statements(self) -> Statements:
        """The statements that could be understood."""
        return self.draft.statements

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """Every text that participants will see, with the sentences it inserts."""
        texts = self.draft.texts()
        return tuple(replace(text, written=self.with_sentences(text.written)) for text in texts)

    def with_sentences(self, written: str) -> str:
        """A text with the sentences it inserts. Of what is temporary the longer one, before or
        after its end: a day alone makes no text too long."""
        known = self.statements.by_id

        def sentence(found: re.Match[str]) -> str:
            one = known.get(found[1])
            return found[0] if one is None else max(one.body, one.after or "", key=len)

        return INSERTED.sub(sentence, written)

    @cached_property
    def samples(self) -> Mapping[str, str]:
        """The longest thing each placeholder can become."""
        longest = {number.id: number.longest() for number in self.numbers.values()}
        return {**COMPUTED, **SAMPLES, **longest}

    @cached_property
    def numerals(self) -> Numerals:
        """The number words of the content."""
        return Numerals(self.draft.word_list)

    @cached_property
    def amounts(self) -> tuple[tuple[Text, int, str, Amount], ...]:
        """Every amount typed into a text, with its line and row, unless the style allows it."""
        return tuple(self._amounts())

    def _amounts(self) -> Iterator[tuple[Text, int, str, Amount]]:
        for text in self.texts:
            if text.use == "name":
                continue
            for offset, row in enumerate(text.written.split("\n")):
                for amount in amounts(row, self.numerals):
                    if amount.written not in self.style.angka_boleh:
                        as_typed = re.search(re.escape(amount.written), row, re.IGNORECASE)
                        shown = amount if as_typed is None else replace(amount, written=as_typed[0])
                        yield text, text.line + offset, fold(row), shown

    def of_the_day(self, written: str) -> str:
        """A text with its numbers as they are that day; what has no value stays as it is."""

        def value(name: str) -> str:
            try:
                return Numbers(self.numbers).words(name, self.today)
            except NoValueError:
                return f"{{{name}}}"

        return PLACEHOLDER.sub(lambda found: value(found[1]), written)

    def filled(self, written: str, *, lists_as_word: bool = False) -> str:
        """A text with the longest samples; unknown placeholders stay as they are.

        `lists_as_word` puts one word for values of several lines, which are read like buttons.
        """

        def sample(name: str) -> str:
            value = self.samples.get(name, f"{{{name}}}")
            return "daftar" if lists_as_word and "\n" in value else value

        return PLACEHOLDER.sub(lambda found: sample(found[1]), written)

    def visible(self, text: Text, *, lists_as_word: bool = False) -> str:
        """What people read of a text, with the longest samples."""
        if text.use in PLAIN:
            return self.filled(text.written, lists_as_word=lists_as_word)
        shown = plain(self.draft.markup(text.written).html)
        return self.filled(shown, lists_as_word=lists_as_word)


Run = Callable[[Context], Iterator[Finding]]


class Check(NamedTuple):
    """One check: the kind its problems carry, what it does, and whether it judges language."""

    kind: str
    run: Run
    language: bool = False
