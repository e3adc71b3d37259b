"""Every possible conversation of every guide is a reviewed table; none is long, all ends are used.

After a wanted change, or for a new guide: `python bot.py paths --save`, then read the diff.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from flows.content.guide import End
from flows.library import Library
from tools.paths import longest, table

HERE = Path(__file__).parent
GUIDES = sorted(path.name for path in (HERE.parents[1] / "content" / "guides").iterdir())
MOST_QUESTIONS = 20
SAVE = "python bot.py paths --save"


@pytest.mark.parametrize("guide", GUIDES)
def test_paths_are_as_reviewed(guide: str, library: Library, today: date) -> None:
    reviewed = HERE / f"{guide}.txt"
    if not reviewed.exists():
        pytest.skip(f"nobody has read the conversations of {guide} yet: {SAVE}")
    now = table(library, library.guides[guide], today)
    assert now == reviewed.read_text(encoding="utf-8"), f"is this meant? Then: {SAVE}"


def test_every_table_has_its_guide() -> None:
    left = sorted(path.name for path in HERE.glob("*.txt") if path.stem not in GUIDES)
    assert left == [], "tables of guides that are gone: delete them"


@pytest.mark.parametrize("guide", GUIDES)
def test_no_path_is_long(guide: str, library: Library, today: date) -> None:
    assert longest(library, library.guides[guide], today) <= MOST_QUESTIONS


@pytest.mark.parametrize("guide", GUIDES)
def test_every_end_is_reached(guide: str, library: Library, today: date) -> None:
    lines = table(library, library.guides[guide], today).splitlines()
    reached = {line.rpartition(" > ")[2] for line in lines}
    ends = {step.id for step in library.guides[guide].steps if isinstance(step, End)}
    assert reached == ends
