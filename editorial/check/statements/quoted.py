"""Numbers that contradict the words quoted as their evidence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from editorial.check.amounts import amounts
from editorial.check.context import Context, Finding
from editorial.problems import listed
from flows.content.numbers import Dated, Hours, Number, Unit, Value, say

_EXAMPLE: Final = "contoh_"
"""Numbers of worked examples: reckoned, not quoted."""


def unquoted(context: Context) -> Iterator[Finding]:
    """A value that is none of the amounts in the quotes of its statement.

    An amount that is another number's (or once was this one's) on that statement is not about this
    one. Later values too: a day alone makes no mistake.
    """
    for name, entry in context.draft.numbers.items():
        number = entry.number
        if number is None or name.startswith(_EXAMPLE):
            continue
        for index, dated in _from_today(number, context.today):
            others = _others(context, dated, number.unit)
            if others:
                shown = listed(sorted(say(value, number.unit) for value in others))
                its = say(dated.value, number.unit)
                what = f"Angkanya {its}, padahal kutipan `{dated.stands_on}` menyebut {shown}."
                todo = (
                    "Samakan angka dengan buktinya, atau ganti pernyataannya kalau buktinya baru."
                )
                line = entry.doc.line(name, "values", index, "value")
                place = f"angka `{name}`, nilai ke-{index + 1}"
                yield Finding(entry.doc.path, line, place, what, todo)


def _from_today(number: Number, today: date) -> Iterator[tuple[int, Dated]]:
    """The value of a day, if there is one, and those that follow, each with its place."""
    for index, value in enumerate(number.values):
        if index + 1 == len(number.values) or number.values[index + 1].start > today:
            yield index, value


def _others(context: Context, dated: Dated, unit: Unit) -> set[Value]:
    """What the quotes say instead of a value; nothing where one of them says the value."""
    quoted = _quoted(context, dated.stands_on, unit)
    if _bare(dated.value) in quoted:
        return set()
    return quoted - _taken(context, dated.stands_on, unit)


def _quoted(context: Context, name: str | None, unit: Unit) -> set[Value]:
    """The amounts of a unit in the quotes of a statement."""
    statement = context.statements.by_id.get(name or "")
    quotes = [witness.quote or "" for witness in statement.witnesses] if statement else []
    return {
        amount.value
        for quote in quotes
        for amount in amounts(quote, context.numerals)
        if unit in amount.units
    }


def _taken(context: Context, statement: str | None, unit: Unit) -> set[Value]:
    """The values of a unit that stand on a statement."""
    return {
        _bare(dated.value)
        for number in context.numbers.values()
        if number.unit == unit
        for dated in number.values
        if dated.stands_on == statement
    }


def _bare(value: Value) -> Value:
    """Hours without their zone, which quotes do not tell."""
    return Hours(value.start, value.end) if isinstance(value, Hours) else value
