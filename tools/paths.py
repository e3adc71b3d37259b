"""`python bot.py paths GUIDE`: every possible conversation, as ids, for review."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from editorial.samples import samples_of
from flows.content.guide import Guide
from flows.library import Library
from flows.walk import all_paths

REVIEWED = Path("tests/paths")


def table(library: Library, guide: Guide, today: date) -> str:
    """One line per conversation, sorted; the same text for the same content and day."""
    samples = samples_of(guide, library.numbers, today)
    paths = all_paths(guide, library.numbers, today, samples)
    return "".join(f"{line}\n" for line in sorted(str(path) for path in paths))


def save(library: Library, today: date, folder: Path = REVIEWED) -> list[Path]:
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
