"""Numbers typed into a sentence instead of named: they go stale where nobody looks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from editorial.check.amounts import Amount
from editorial.check.context import Context, Finding
from editorial.problems import listed
from editorial.reading.texts import Text
from flows.content.numbers import Hours, Number, Value

_EXAMPLE: Final = re.compile(r"\b(?:contoh|contohnya|misal|misalnya|seperti)\b")
_NOT_LOOSE: Final = frozenset({"kali"})


def _named(amount: Amount, numbers: Mapping[str, Number]) -> list[str]:
    """The numbers that have, or once had, this value."""
    return [
        number.id
        for number in numbers.values()
        if number.unit in amount.units
        and any(_bare(dated.value) == amount.value for dated in number.values)
    ]


def _bare(value: Value) -> Value:
    return value._replace(zone=None) if isinstance(value, Hours) else value


def _asks_to_type(context: Context, text: Text) -> bool:
    """Texts that show how to type a date or an amount: any value may serve as their example."""
    if text.use in {"message", "words"}:
        return True
    typed = {
        step.doc.path
        for _, step in context.draft.steps()
        if step.doc and (not step.doc.readable or step.doc.text("answer") in {"tanggal", "rupiah"})
    }
    return text.path in typed


def typed_numbers(context: Context) -> Iterator[Finding]:
    """A value that stands in ``content/numbers``, typed as digits or words."""
    for text, line, row, amount in context.amounts:
        names = _named(amount, context.numbers)
        if not names or (_EXAMPLE.search(row) and _asks_to_type(context, text)):
            continue
        what = f"Angka diketik langsung: “{amount.written}”."
        ids = listed(f"{{{name}}}" for name in names)
        todo = f"Tulis {ids}, supaya teks ikut berubah kalau angkanya berubah."
        yield Finding(text.path, line, text.place, what, todo)


def loose_amounts(context: Context) -> Iterator[Finding]:
    """An amount that looks like a limit, an age or a wait, but stands in no number."""
    for text, line, row, amount in context.amounts:
        if _NOT_LOOSE.issuperset(amount.units) or _EXAMPLE.search(row):
            continue
        if not _named(amount, context.numbers):
            what = f"“{amount.written}” diketik langsung dan tidak ada di content/numbers."
            todo = (
                "Kalau ini batas, usia, biaya, atau waktu tunggu, buat angkanya dan tulis "
                f"`{{nama_angka}}`. Kalau bukan, tambahkan “{amount.written}” ke `angka_boleh` "
                "di gaya.yaml."
            )
            yield Finding(text.path, line, text.place, what, todo, "warning")
