"""Every possible conversation of every guide is a reviewed table; none is long, all ends are used.

After a wanted change: `BOT_TODAY=2026-11-20 python bot.py paths --save`, then read the diff.
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


@pytest.mark.parametrize("guide", GUIDES)
def test_paths_are_as_reviewed(guide: str, library: Library, today: date) -> None:
    reviewed = (HERE / f"{guide}.txt").read_text(encoding="utf-8")
    assert table(library, library.guides[guide], today) == reviewed


@pytest.mark.parametrize("guide", GUIDES)
def test_no_path_is_long(guide: str, library: Library, today: date) -> None:
    assert longest(library, library.guides[guide], today) <= MOST_QUESTIONS


@pytest.mark.parametrize("guide", GUIDES)
def test_every_end_is_reached(guide: str, library: Library) -> None:
    reached = {line.rpartition(" > ")[2] for line in reviewed_lines(guide)}
    ends = {step.id for step in library.guides[guide].steps if isinstance(step, End)}
    assert reached == ends


def reviewed_lines(guide: str) -> list[str]:
    return (HERE / f"{guide}.txt").read_text(encoding="utf-8").splitlines()
