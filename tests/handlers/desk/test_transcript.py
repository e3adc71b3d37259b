"""The stories of the desk, call by call. Each file is reviewed like code; see `transcript`.

When a story really should go another way: ``python -m pytest tests/handlers/desk/test_transcript.py
--save`` writes the files again; their change is then read as a diff.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.library import Library
from tests.handlers.desk.at_desk import open_desk
from tests.handlers.desk.stories import STORIES
from tests.handlers.desk.transcript import transcript

FOLDER = Path(__file__).parent / "transcripts"


@pytest.mark.parametrize("name", STORIES)
async def test_the_story_goes_as_written(
    folder: Path, named_by_id: Library, name: str, request: pytest.FixtureRequest
) -> None:
    named, story = named_by_id, STORIES[name]
    async with open_desk(folder, named, branch=story.branch) as desk:
        await story.tell(desk, named)
        told = transcript(desk)
    written = FOLDER / f"{name}.txt"
    if request.config.getoption("--save"):
        written.write_text(told, encoding="utf-8")
    assert told == written.read_text(encoding="utf-8"), "see the top of this file"
