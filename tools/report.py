"""`python bot.py report`: the desk's figures as text, CSV and a picture; nobody is in them."""

from __future__ import annotations

import asyncio
import csv
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TextIO

from PIL import Image, ImageDraw, ImageFont

from flows.desk.report import HIDDEN, Figures, Report
from flows.library import Library
from handlers.brain import Brain
from handlers.desk.desk import Desk
from handlers.desk.reports import figures
from store.database import Database
from tools.clock import WIB

WIDTH, MARGIN, LINE = 900, 30, 26
LABELS, BARS = 360, 420
INK, BAR, PAPER = (40, 40, 40), (90, 150, 110), (255, 255, 255)


def period(month: str, today: date) -> tuple[datetime, datetime]:
    """The month named "2026-11", else the last 30 days. Raises ValueError for another text."""
    if not month:
        end = datetime.combine(today + timedelta(days=1), datetime.min.time(), WIB)
        return end - timedelta(days=30), end
    first = datetime.strptime(month, "%Y-%m").replace(tzinfo=WIB)
    after = (first + timedelta(days=32)).replace(day=1)
    return first, after


async def read(library: Library, database: Path, since: datetime, until: datetime) -> Report:
    """The figures of a period. Raises UnavailableError when the database cannot be read."""
    desk = Desk(Brain(library, lambda: until.date()), 0, None, lambda: datetime.now(UTC))
    opened = await Database.open(database)
    try:
        async with opened.transaction() as transaction:
            return await figures(desk, transaction, since, until)
    finally:
        await opened.close()


def run(
    library: Library, database: Path, since: datetime, until: datetime, folder: Path, out: TextIO
) -> list[Path]:
    """Write the report; returns the files, the CSV first."""
    found = asyncio.run(read(library, database, since, until))
    for line in found.lines():
        print("\t".join(line), file=out)
    return save(found, folder)


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
