"""Placeholders: only names that will have a value; messages that are texts."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from editorial.check.context import Context, Finding
from editorial.contract.declared import allowed
from editorial.problems import listed, meant
from editorial.reading.texts import Text
from flows.content.numbers import NoValueError
from flows.content.offices import REPLY_VALUES
from flows.content.visible import is_visible
from flows.rights.cek_hak import GUIDE, SHOWN
from flows.texts.fill import odd_braces, placeholders


def _known(context: Context, text: Text) -> Collection[str]:
    numbers: Mapping[str, object] = context.draft.numbers
    if text.guide:
        return {*numbers, *(SHOWN if computes(context, text.guide) else ())}
    if text.path == getattr(context.draft.messages, "path", None):
        return {*numbers, *(allowed(text.id) or ())}
    if text.use == "reply":
        return {*numbers, *REPLY_VALUES}
    return numbers.keys()


def computes(context: Context, guide: str) -> bool:
    """Whether values are computed in a guide. While the guide that has them is missing, or has
    another name, that is the mistake, not what the texts show.
    """
    missing = GUIDE in context.code.names("panduan") - context.draft.guides.keys()
    return missing or guide == GUIDE


def unknown_placeholders(context: Context) -> Iterator[Finding]:
    """A placeholder nobody fills in, or braces that are none."""
    for text in context.texts:
        if "{" not in text.written and "}" not in text.written:
            continue
        if text.use == "name":
            what = "Judul dan label ini tidak bisa memuat isian `{…}`."
            yield Finding(text.path, text.line, text.place, what, "Tulis dengan kata biasa.")
            continue
        known = _known(context, text)
        for name, offset in placeholders(text.written):
            if name not in known:
                what, todo = (
                    f"Isian `{{{name}}}` tidak dikenal di sini.",
                    _remedy(text, name, known),
                )
                yield Finding(text.path, text.line + offset, text.place, what, todo)
        for braces, offset in odd_braces(text.written):
            what = f"Kurung kurawal `{braces}` bukan isian."
            todo = (
                "Isian ditulis huruf kecil tanpa spasi: `{nama_isian}`. Kurung lain tidak dipakai."
            )
            yield Finding(text.path, text.line + offset, text.place, what, todo)


def _remedy(text: Text, name: str, known: Collection[str]) -> str:
    if text.use == "reply":
        values = listed(f"{{{value}}}" for value in sorted(REPLY_VALUES))
        return f"{meant(name, known)}Balasan boleh memuat {values}, dan nama angka."
    if name in SHOWN:
        return f"Nilainya hanya dihitung di panduan `{GUIDE}`. Tulis kalimat tanpa isian itu."
    guess = meant(name, known)
    if guess:
        return f"{guess}Isian adalah nama angka di content/numbers, atau isian hitungan."
    return "Pakai nama angka yang ada di content/numbers, atau buat angkanya di sana."


def no_value_yet(context: Context) -> Iterator[Finding]:
    """A number that is shown but has no value on the day."""
    for text in context.texts:
        for name, offset in placeholders(text.written):
            number = context.numbers.get(name)
            if number is None:
                continue
            try:
                number.on(context.today)
            except NoValueError:
                start = number.values[0].start.isoformat()
                what = f"Angka `{name}` belum punya nilai pada {context.today.isoformat()}."
                todo = f"Nilai pertamanya mulai {start}. Tambahkan nilai sebelumnya di numbers."
                yield Finding(text.path, text.line + offset, text.place, what, todo)


def messages(context: Context) -> Iterator[Finding]:
    """A message that is no text, or one without anything to see."""
    doc = context.draft.messages
    written = doc.data if doc and isinstance(doc.data, dict) else {}
    for name, text in written.items():
        place = f"pesan `{name}`"
        if doc is None:
            continue
        if text is None or (isinstance(text, str) and not is_visible(text)):
            what = "Pesan ini belum ada isinya, atau isinya tidak terlihat."
            yield Finding(doc.path, doc.line(name), place, what, "Tulis kalimatnya.")
        elif not isinstance(text, str):
            what = "Pesan ini bukan teks."
            todo = "Apit isinya dengan tanda kutip, atau tulis `|` lalu teksnya di baris bawahnya."
            yield Finding(doc.path, doc.line(name), place, what, todo)
