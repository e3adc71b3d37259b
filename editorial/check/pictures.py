"""Pictures: the row to tap is one of the rows, every character can be drawn, none is heavy."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from editorial.check.context import Context, Finding
from editorial.drawing.version import SHIPPED, drawn_name, picture_id
from editorial.problems import meant
from editorial.reading.draft import Drawing
from flows.content.picture import undrawable, without_mark

PICTURE: Final = 40_000
"""Bytes of a picture that still arrives on a weak signal. One that is drawn has less: the longest
title and rows of Indonesian words make about 31 000 (tests/editorial/test_draw.py).
"""

VOICE: Final = 100_000
"""Bytes of a recording, about half a minute."""


def tapped_rows(context: Context) -> Iterator[Finding]:
    """A row to tap that is not among the rows, or is there twice."""
    for drawing in context.draft.drawings.values():
        picture = drawing.picture
        count = picture.rows.count(picture.tap) if picture else 1
        if picture is None or count == 1:
            continue
        line = drawing.doc.line("tap")
        place = f"gambar `{drawing.id}`, kunci `tap`"
        if count:
            what = f"Baris `{picture.tap}` ada {count} kali. Bot tidak tahu mana yang ditekan."
            yield Finding(drawing.doc.path, line, place, what, "Bedakan kata-katanya.")
        else:
            what = f"Tidak ada baris `{picture.tap}` dalam `rows`."
            todo = f"{meant(picture.tap, picture.rows)}Salin satu baris dari `rows`, persis sama."
            yield Finding(drawing.doc.path, line, place, what, todo)


def drawn_characters(context: Context) -> Iterator[Finding]:
    """A character that the pictures' font does not have."""
    for drawing in context.draft.drawings.values():
        for text, line in _written(drawing):
            signs = undrawable(text)
            if signs:
                what = f"Tanda `{signs}` tidak bisa digambar."
                todo = "Ganti dengan kata. Tanda `○`, `●`, `✓` hanya di awal baris, lalu spasi."
                place = f"gambar `{drawing.id}`"
                yield Finding(drawing.doc.path, line, place, what, todo)


def stale_drawings(context: Context) -> Iterator[Finding]:
    """A shipped drawing of a description that has changed, or is gone."""
    drawings = {each.id: each for each in context.draft.drawings.values()}
    for drawn in context.draft.drawn:
        drawing = drawings.get(picture_id(drawn))
        path = f"{context.draft.folder}/{SHIPPED}/{drawn}"
        todo = (
            "Jalankan `python bot.py gambar --simpan`. Sampai saat itu bot menggambarnya sendiri."
        )
        if drawing is None:
            what = "Keterangan gambar ini sudah tidak ada."
            todo = "Jalankan `python bot.py gambar --simpan`."
        elif drawing.picture is None or drawn == drawn_name(drawing.id, drawing.picture):
            continue
        else:
            what = f"Gambar `{drawing.id}` dibuat dari keterangan yang lama."
            path = drawing.doc.path
        yield Finding(path, 1, "", what, todo, "warning")


def _written(drawing: Drawing) -> list[tuple[str, int]]:
    title = drawing.doc.text("title")
    titled = [(title, drawing.doc.line("title"))] if title else []
    return titled + [(without_mark(row), line) for row, line in drawing.doc.texts("rows")]


def heavy_media(context: Context) -> Iterator[Finding]:
    """A picture or a recording that takes long on a weak signal."""
    for name, size in context.draft.sizes.items():
        is_picture = name.startswith("pictures/")
        limit = PICTURE if is_picture else VOICE
        if size <= limit:
            continue
        kind = "Gambar" if is_picture else "Rekaman"
        what = f"{kind} ini {-(-size // 1000)} KB. Batasnya {limit // 1000} KB."
        todo = (
            "Perkecil lebarnya menjadi 720 titik, atau simpan lagi dengan mutu lebih rendah."
            if is_picture
            else "Bacakan lebih singkat, atau simpan lagi dengan mutu lebih rendah."
        )
        yield Finding(f"{context.draft.folder}/{name}", 1, "", what, todo, "warning")
