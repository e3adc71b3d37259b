"""Messages that must show a value: without it people read a sentence about nothing."""

from __future__ import annotations

from collections.abc import Iterator

from editorial.check.context import Context, Finding
from editorial.contract.declared import declared, listed_in
from editorial.contract.placeholders import braced
from flows.texts.fill import placeholders


def unshown(context: Context) -> Iterator[Finding]:
    """A message without a placeholder that its readers cannot do without."""
    for text in context.texts:
        message = declared(text.id) if text.place == f"pesan `{text.id}`" else None
        if message is None:
            continue
        missing = message.must - {name for name, _ in placeholders(text.written)}
        if missing:
            file = listed_in(text.id)
            what = (
                f"Pesan ini tidak memuat {braced(missing, ' dan ')}, "
                f"padahal diminta daftar kalimat bot ({file})."
            )
            names = " dan ".join(f"`{{{name}}}`" for name in sorted(missing))
            todo = (
                f"Tulis {names} di kalimatnya. Memang tidak perlu lagi? "
                f"Minta pemrogram mengubah `{file}` lebih dulu."
            )
            yield Finding(text.path, text.line, text.place, what, todo)
