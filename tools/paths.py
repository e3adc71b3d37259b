"""`python bot.py paths GUIDE`: every possible conversation, as ids, for review."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TextIO

from editorial.samples import samples_of
from flows.content.guide import Guide
from flows.library import Library
from flows.walk import all_paths
from tools.files import written
from tools.given import Given

REVIEWED = Path("tests/paths")


def run(given: Given, guide: str, save_all: bool, out: TextIO) -> None:
    """Writes the table of one guide, or of all; or saves all for review."""
    library, day = given.library, given.today
    if save_all:
        with written(REVIEWED):
            saved = save(library, day, REVIEWED)
        out.writelines(f"{path}\n" for path in saved)
        return
    for name in [given.guide(guide)] if guide else sorted(library.guides):
        out.write(table(library, library.guides[name], day))


def table(library: Library, guide: Guide, today: date) -> str:
    """One line per conversation, sorted; the same text for the same content and day."""
    samples = samples_of(guide, library.numbers, today)
    paths = all_paths(guide, library.numbers, today, samples)
    return "".join(f"{line}\n" for line in sorted(str(path) for path in paths))


def save(library: Library, today: date, folder: Path) -> list[Path]:
    """Writes the table of every guide for review; returns the files."""
    files = []
    for name, guide in sorted(library.guides.items()):
        path = folder / f"{name}.txt"
        path.write_text(table(library, guide, today), encoding="utf-8")
        files.append(path)
    return files


def longest(library: Library, guide: Guide, today: date) -> int:
    """The number of questions on the longest conversation."""
    samples = samples_of(guide, library.numbers, today)
    return max(len(path.answers) for path in all_paths(guide, library.numbers, today, samples))
