"""What people are told about the bot itself is what the bot does."""

from __future__ import annotations

from collections.abc import Iterator

from editorial.check.context import Context, Finding
from editorial.contract.code import TIDY
from flows.content.numbers import NoValueError


def promises(context: Context) -> Iterator[Finding]:
    """A number shown to people that differs from the setting of the desk it speaks of."""
    doc, settings = context.draft.offices, context.draft.desk.settings
    if doc is None or not doc.readable:
        return
    for name, key in context.code.promises.items():
        number = context.numbers.get(name)
        if number is None:
            continue
        try:
            promised = number.on(context.today).value
        except NoValueError:
            continue
        kept = getattr(settings, key) if isinstance(key, str) else key
        if promised != kept:
            draft = context.draft.numbers[name].doc
            said = f"Peserta diberi tahu {promised} {number.unit}"
            where = f"`{key}` di {doc.path}" if isinstance(key, str) else TIDY
            what = f"{said}, tetapi bot memakai {kept} ({where})."
            yield Finding(draft.path, draft.line(name), f"angka `{name}`", what, _remedy(name, key))


def _remedy(name: str, key: str | int) -> str:
    if isinstance(key, str):
        return f"Samakan angka `{name}` dengan `{key}`, supaya janji kepada peserta benar."
    return f"Tulis lagi {key}, atau minta pemrogram mengubah {TIDY} lebih dulu."
