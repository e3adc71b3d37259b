"""`bot.py gambar --simpan`: what a release ships is exactly what the descriptions ask for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from editorial.drawing.version import SHIPPED, drawn_name
from flows.content.picture import Picture
from flows.library import Library
from tools.pictures import ship


def test_what_is_missing_is_drawn_and_what_is_old_goes(library: Library, tmp_path: Path) -> None:
    screen = Picture(title="Menu", rows=("Saldo", "Klaim"), tap="Klaim")
    few = replace(library, drawings={"pictures/menu.yaml": screen})
    old = tmp_path / SHIPPED / "menu.0123456789abcdef.png"
    old.parent.mkdir()
    old.write_bytes(b"")
    new = tmp_path / SHIPPED / drawn_name("menu", screen)
    assert ship(few, tmp_path) == [f"+ {new}", f"- {old}"]
    assert list(old.parent.iterdir()) == [new]
    assert ship(few, tmp_path) == [f"{old.parent}: semua sudah sesuai."]
