"""The desk's figures as files: a table for reckoning, a picture for reading."""

from __future__ import annotations

import csv
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from flows.desk.report import HIDDEN, Figures, Report

WIDTH, MARGIN, LINE = 900, 30, 26
LABELS, BARS = 360, 420
INK, BAR, PAPER = (40, 40, 40), (90, 150, 110), (255, 255, 255)


def save(found: Report, folder: Path) -> list[Path]:
    """The figures as a CSV file and a picture. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    stem = f"laporan-{found.since:%Y-%m-%d}"
    table, picture = folder / f"{stem}.csv", folder / f"{stem}.png"
    with table.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(found.lines())
    draw(found).save(picture)
    return [table, picture]


def draw(found: Report) -> Image.Image:
    """The tables that count, as bars; the others as text."""
    height = 2 * MARGIN + LINE * (2 + sum(len(table.rows) + 2 for table in found.tables))
    image = Image.new("RGB", (WIDTH, height), PAPER)
    pen = ImageDraw.Draw(image)
    font = ImageFont.load_default(size=16)
    y = MARGIN
    head = f"{found.since:%d-%m-%Y} sampai {found.until:%d-%m-%Y}. Kasus: {found.total}"
    pen.text((MARGIN, y), head, INK, font)
    y += 2 * LINE
    for table in found.tables:
        pen.text((MARGIN, y), table.name.replace("_", " "), INK, ImageFont.load_default(size=18))
        y = _rows(pen, table, y + LINE, font) + LINE
    return image


def _rows(
    pen: ImageDraw.ImageDraw,
    table: Figures,
    y: int,
    font: ImageFont.FreeTypeFont | ImageFont.ImageFont,
) -> int:
    counted = len(table.head) == 2
    most = max((int(row[1]) for row in table.rows if row[1].isdigit()), default=1) or 1
    for row in table.rows:
        pen.text((MARGIN, y), row[0][:44], INK, font)
        if counted:
            length = BARS * int(row[1]) // most if row[1] != HIDDEN else 0
            pen.rectangle((LABELS, y + 3, LABELS + length, y + LINE - 8), BAR)
            pen.text((LABELS + length + 8, y), row[1], INK, font)
        else:
            named = zip(table.head[1:], row[1:], strict=True)
            pen.text((LABELS, y), "   ".join(f"{name} {cell}" for name, cell in named), INK, font)
        y += LINE
    return y
